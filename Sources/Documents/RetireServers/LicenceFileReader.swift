/// Reads a licence file as it streams in: lines that a backslash carries on, quoted texts over
/// several lines, comments.
package struct LicenceFileReader: Sendable {
  private var feed = LineFeed()
  private var file = LicenceFile()
  /// The logical line so far, and whether it goes on.
  private var logical: [UInt8] = []
  private var isOpen = false
  private var isQuoted = false

  /// The longest logical line that is kept, in bytes.
  private static let longest = 1_048_576

  /// A reader at the start of a file.
  package init() {}

  /// Takes the next bytes; where the file is cut makes no difference.
  package mutating func consume(_ bytes: Span<UInt8>) {
    var lines = feed
    feed = LineFeed()
    bytes.withUnsafeBufferPointer { buffer in
      lines.feed(buffer) { read($0) }
    }
    feed = lines
  }

  /// The file, after its last byte; the reader is at a start again.
  package mutating func finish() -> LicenceFile {
    var lines = feed
    lines.finish { read($0) }
    endLogical()
    let whole = file
    self = LicenceFileReader()
    return whole
  }

  // MARK: Logical lines

  private mutating func read(_ line: ByteRun) {
    var body = line.trimmed.unquoted
    if body.isEmpty {
      if isOpen, !isQuoted { endLogical() }
      return
    }
    if isOpen, LicenceFile.isLine(body) {
      // A keyword with all its fields is a new line, whatever the one before forgot to close.
      endLogical()
    }
    if !isQuoted, body[0] == UInt8(ascii: "#") { return }
    body = withoutComment(body)
    let goesOn = body.count > 0 && body[body.count - 1] == UInt8(ascii: "\\")
    if goesOn { body = body.upTo(body.count - 1) }
    if isOpen { logical.append(0x20) }
    let room = max(0, Self.longest - logical.count)
    let kept = body.upTo(room)
    for index in 0..<kept.count where kept[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
    logical.append(contentsOf: UnsafeBufferPointer(start: kept.start, count: kept.count))
    isOpen = goesOn || isQuoted
    if !isOpen { endLogical() }
  }

  /// Without a comment behind a backslash, as in `count 5 \ # renewed`.
  private func withoutComment(_ body: ByteRun) -> ByteRun {
    var inQuotes = isQuoted
    var index = 0
    while index < body.count {
      if body[index] == UInt8(ascii: "\"") { inQuotes.toggle() }
      if body[index] == UInt8(ascii: "\\"), !inQuotes,
        body.from(index + 1).trimmedStart.hasPrefix("#")
      {
        return body.upTo(index + 1)
      }
      index += 1
    }
    return body
  }

  private mutating func endLogical() {
    isOpen = false
    isQuoted = false
    guard !logical.isEmpty else { return }
    let bytes = logical
    logical.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { buffer in
      if let run = ByteRun(buffer) { readLogical(run) }
    }
  }

  // MARK: Statements

  private mutating func readLogical(_ line: ByteRun) {
    let fields = Self.fields(line)
    guard let first = fields.first, let keyword = LicenceFile.keyword(first) else { return }
    switch keyword {
    case .server: readServer(fields)
    case .useServer: file.useServerLines += 1
    case .vendor:
      // "Vendor daemon status" of an answer in the same text is no daemon of the file.
      if LicenceFile.isLine(line) || fields.count == 2 { readVendor(fields) }
    case .feature: readFeature(fields, .feature)
    case .increment: readFeature(fields, .increment)
    case .package: readPackage(fields)
    case .other: break
    }
  }

  /// The words of a line; quotes keep blanks together, `=` binds with blanks around it.
  static func fields(_ line: ByteRun) -> [ByteRun] {
    var fields: [ByteRun] = []
    var index = 0
    while index < line.count {
      while index < line.count, ByteRun.isBlank(line[index]) { index += 1 }
      guard index < line.count else { break }
      let start = index
      var inQuotes = false
      while index < line.count, inQuotes || !ByteRun.isBlank(line[index]) {
        if line[index] == UInt8(ascii: "\"") { inQuotes.toggle() }
        index += 1
      }
      fields.append(line.upTo(index).from(start))
    }
    return fields
  }

  private mutating func readServer(_ fields: [ByteRun]) {
    guard fields.count >= 3 else {
      file.damagedLines += 1
      return
    }
    let port = fields.count > 3 ? Self.port(fields[3]) : nil
    let options = fields.dropFirst(port == nil ? 3 : 4).prefix(64).map(\.text)
    file.servers.append(
      .init(host: fields[1].text, hostID: fields[2].text, port: port, options: Array(options)))
  }

  private static func port(_ field: ByteRun) -> Int? {
    (field.number ?? attribute(field).value?.number).flatMap { $0 <= 65_535 ? $0 : nil }
  }

  /// `VENDOR name [path] [[options=]file] [[port=]number]`.
  private mutating func readVendor(_ fields: [ByteRun]) {
    guard fields.count >= 2 else {
      file.damagedLines += 1
      return
    }
    var vendor = LicenceFile.Vendor(name: fields[1].text)
    for field in fields.dropFirst(2) {
      let (name, value) = Self.attribute(field)
      if let value, name.equalsFolded("PORT") {
        vendor.port = Self.port(value)
      } else if let value, name.equalsFolded("OPTIONS") {
        vendor.optionsFile = Self.unquoted(value).text
      } else if value == nil, let number = field.number, number > 0, number <= 65_535 {
        vendor.port = number
      } else if vendor.path == nil {
        vendor.path = Self.unquoted(field).text
      } else if vendor.optionsFile == nil {
        vendor.optionsFile = Self.unquoted(field).text
      }
    }
    file.vendors.append(vendor)
  }

  private mutating func readFeature(_ fields: [ByteRun], _ keyword: LicenceFeature.Keyword) {
    guard fields.count >= 6 else {
      file.damagedLines += 1
      return
    }
    let count = fields[5].number
    let attributes = fields.dropFirst(6).prefix(256).map { field in
      let (name, value) = Self.attribute(field)
      let isSignature =
        name.upTo(4).equalsFolded("SIGN") || name.upTo(4).equalsFolded("AUTH")
        || name.equalsFolded("CK") || name.equalsFolded("TS_OK")
      return LicenceFeature.Attribute(
        name: name.text, value: isSignature ? nil : value.map { Self.unquoted($0).text })
    }
    file.features.append(
      LicenceFeature(
        keyword: keyword, name: fields[1].text, vendor: fields[2].text, version: fields[3].text,
        expiry: LicenceExpiry(fields[4]), licences: count == 0 ? nil : count,
        attributes: attributes))
  }

  private mutating func readPackage(_ fields: [ByteRun]) {
    guard fields.count >= 3 else {
      file.damagedLines += 1
      return
    }
    var package = LicenceFilePackage(
      name: fields[1].text, vendor: fields[2].text, components: [], isSuite: false)
    for (place, field) in fields.enumerated().dropFirst(3) {
      let (name, value) = Self.attribute(field)
      if let value, name.equalsFolded("COMPONENTS") {
        package.components += Self.components(Self.unquoted(value))
      } else if let value, name.equalsFolded("OPTIONS") {
        package.isSuite = Self.unquoted(value).upTo(5).equalsFolded("SUITE")
      } else if place == 3, value == nil {
        package.version = field.text
      }
    }
    file.packages.append(package)
  }

  /// `name[:version[:count]]`, parted by blanks.
  private static func components(_ list: ByteRun) -> [LicenceFilePackage.Component] {
    fields(list).map { word in
      let colon = word.firstIndex(of: 0x3A) ?? word.count
      let rest = word.from(colon + 1)
      let second = rest.firstIndex(of: 0x3A) ?? rest.count
      let version = rest.upTo(second)
      return LicenceFilePackage.Component(
        name: word.upTo(colon).text, version: version.isEmpty ? nil : version.text,
        licences: rest.from(second + 1).number)
    }
  }

  /// `NAME=value`; the value is nil where there is no `=`.
  private static func attribute(_ field: ByteRun) -> (name: ByteRun, value: ByteRun?) {
    guard let equals = field.firstIndex(of: UInt8(ascii: "=")), equals > 0,
      field[0] != UInt8(ascii: "\"")
    else { return (field, nil) }
    return (field.upTo(equals), field.from(equals + 1))
  }

  private static func unquoted(_ value: ByteRun) -> ByteRun {
    guard value.count >= 1, value[0] == UInt8(ascii: "\"") else { return value }
    let inner = value.from(1)
    let closes = inner.count > 0 && inner[inner.count - 1] == UInt8(ascii: "\"")
    return (closes ? inner.upTo(inner.count - 1) : inner).trimmed
  }
}
