extension LicenceFile {
  /// The first word of a line.
  enum Keyword {
    case server, useServer, vendor, feature, increment, package, other
  }

  /// The keyword that a word is; case is left aside, as FlexNet does.
  static func keyword(_ word: ByteRun) -> Keyword? {
    if word.equalsFolded("SERVER") { return .server }
    if word.equalsFolded("USE_SERVER") { return .useServer }
    if word.equalsFolded("VENDOR") || word.equalsFolded("DAEMON") { return .vendor }
    if word.equalsFolded("FEATURE") { return .feature }
    if word.equalsFolded("INCREMENT") { return .increment }
    if word.equalsFolded("PACKAGE") { return .package }
    if word.equalsFolded("UPGRADE") || word.equalsFolded("FEATURESET") { return .other }
    return nil
  }

  /// True where the first bytes of a file are those of a licence file: a licence, or a server
  /// together with another line of the kind.
  package static func recognises(_ head: Span<UInt8>) -> Bool {
    LicensingLines(head).kinds.first == .licenceFile
  }

  /// A licence says enough by itself; a server does with a host's identity and a port.
  static func weight(_ line: ByteRun) -> Int {
    let fields = LicenceFileReader.fields(line)
    switch fields.first.flatMap(keyword) {
    case .feature, .increment, .package: return 2
    case .server: return isHostID(fields[2]) && fields.count > 3 ? 2 : 1
    default: return 1
    }
  }

  /// True for a line that begins with a keyword and has the fields that must follow it.
  static func isLine(_ line: ByteRun) -> Bool {
    guard line.count >= 8 else { return false }
    let first = line.firstWord.word
    guard let keyword = keyword(first) else { return false }
    switch keyword {
    case .useServer: return first.count == line.count
    case .server:
      let fields = LicenceFileReader.fields(line)
      return fields.count >= 3 && fields.count <= 8 && isHostID(fields[2])
    case .vendor:
      let fields = LicenceFileReader.fields(line)
      return fields.count >= 2 && fields.count <= 5 && isName(fields[1])
        && fields.dropFirst(2).allSatisfy { field in
          field.number != nil || field.firstIndex(of: 0x3D) != nil
            || field.firstIndex(of: 0x2F) != nil || field.firstIndex(of: 0x5C) != nil
        }
    case .feature, .increment:
      let fields = LicenceFileReader.fields(line)
      guard fields.count >= 6, isName(fields[1]), isName(fields[2]) else { return false }
      let count = fields[5]
      return fields[3].leadingNumber != nil
        && (count.number != nil || count.equalsFolded("UNCOUNTED"))
        && (LicenceExpiry.isPermanent(fields[4]) || LogDay.dashed(fields[4]) != nil)
    case .package:
      let fields = LicenceFileReader.fields(line)
      return fields.count >= 4 && isName(fields[1]) && isName(fields[2])
        && fields[3].leadingNumber != nil
    case .other: return false
    }
  }

  private static func isName(_ field: ByteRun) -> Bool {
    for index in 0..<field.count {
      switch field[index] {
      case 0x22, 0x2C, 0x3B, 0x3D: return false
      default: break
      }
    }
    return !field.isEmpty
  }

  /// Hexadecimal digits, `ANY`, `DEMO`, or a kind with its value such as `INTERNET=10.0.0.1`.
  private static func isHostID(_ field: ByteRun) -> Bool {
    if field.equalsFolded("ANY") || field.equalsFolded("DEMO") { return true }
    if let equals = field.firstIndex(of: 0x3D) { return equals > 1 && equals + 1 < field.count }
    if field.firstIndex(of: UInt8(ascii: "\"")) == 0 { return field.count > 2 }
    guard (4...40).contains(field.count) else { return false }
    for index in 0..<field.count {
      let byte = field[index]
      let isHex =
        ByteRun.isDigit(byte) || (byte | 0x20) &- 0x61 < 6 || byte == 0x2D || byte == 0x3A
      if !isHex { return false }
    }
    return true
  }
}
