extension LmstatOutput {
  /// True where the first bytes of a file are those of an `lmstat` output: lines that the program
  /// prints and nothing else does, and more of them than of a log or a licence file.
  package static func recognises(_ head: Span<UInt8>) -> Bool {
    LicensingLines(head).kinds.first == .lmstat
  }

  /// Whether a line is one that the program prints and nothing else does.
  static func isLine(_ line: ByteRun) -> Bool {
    if isFixed(line) { return true }
    if let place = line.find(": license server ") {
      let state = line.from(place + 17)
      return (state.hasPrefix("UP") || state.hasPrefix("DOWN"))
        && line.upTo(place).firstBlank() == nil
    }
    guard let grant = LmstatLine(line), grant.version.leadingNumber != nil else { return false }
    return grant.port.number != nil || grant.port.equals("port")
  }
  /// A line with words of its own at the start.
  private static func isFixed(_ line: ByteRun) -> Bool {
    switch line[0] {
    case UInt8(ascii: "l"):
      let isProgram = line.hasPrefix("lmutil") || line.hasPrefix("lmstat")
      return line.hasPrefix("lmgrd is not running:")
        || (isProgram && line.find(" - Copyright ") != nil)
    case UInt8(ascii: "U"):
      return line.hasPrefix("Users of ")
        && (line.find("(Total of ") != nil || line.find("(Uncounted") != nil
          || line.find("(Error: ") != nil || line.find("Cannot get users of ") != nil)
    case UInt8(ascii: "L"): return line.hasPrefix("License server status: ")
    case UInt8(ascii: "V"): return line.hasPrefix("Vendor daemon status (on ")
    case UInt8(ascii: "E"):
      return line.hasPrefix("Error getting status: ") && line.find("license server") != nil
    case UInt8(ascii: "F"):
      return line.hasPrefix("Flexible License Manager status on ")
        || line.hasPrefix("Feature usage info:")
    case UInt8(ascii: "["): return line.hasPrefix("[Detecting lmgrd processes")
    default: return false
    }
  }
}
