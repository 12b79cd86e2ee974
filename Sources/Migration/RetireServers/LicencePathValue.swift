/// A value of `ADSKFLEX_LICENSE_FILE` or `LM_LICENSE_FILE`: where clients look for licences.
///
/// Entries stand between `;` on Windows and `:` elsewhere; a redundant set is three addresses between
/// commas. Source: FlexNet's licence administration guide on `VENDOR_LICENSE_FILE`.
package struct LicencePathValue: Hashable, Sendable {
  /// One entry.
  package enum Entry: Hashable, Sendable {
    /// A server, or a redundant set: the port of `lmgrd`, nil where it is left out, and the hosts.
    case servers(port: Int?, hosts: [String])
    /// A licence file or a folder with some.
    case path(String)
  }

  /// The entries in their order.
  package var entries: [Entry]

  /// Reads one value, or lines with the names of the variables in front as `set`, `env`, `reg query`
  /// and shells print them. Text without any address or path has no entries.
  package init(_ text: String) {
    entries = text.split(whereSeparator: \.isNewline).flatMap { Self.entries(of: $0) }
  }

  /// The servers as details.
  package var servers: [ServerDetails] {
    entries.compactMap { entry in
      guard case .servers(let port, let hosts) = entry else { return nil }
      return ServerDetails(
        hosts: hosts, lmgrdPort: port, setUp: hosts.count == 3 ? .redundant : .single)
    }
  }

  private static func entries(of line: Substring) -> [Entry] {
    var value = Substring(line)
    // `NAME REG_SZ value`, `NAME=value`, `export NAME=value`, `setenv NAME value`,
    // `setx NAME "value" /M`, `SetEnvironmentVariable("NAME", "value", "Machine")`.
    if let kind = value.range(of: "REG_SZ") ?? value.range(of: "REG_EXPAND_SZ") {
      value = value[kind.upperBound...]
    } else if let name = value.range(of: "LICENSE_FILE") ?? value.range(of: "license_file") {
      value = Self.written(behind: value[name.upperBound...])
    }
    let trimmed = value.filter { $0 != "\"" && $0 != "'" }
    let isWindows = trimmed.contains(";") || Self.hasDrive(trimmed)
    return trimmed.split { isWindows ? $0 == ";" : $0 == ":" || $0 == ";" }
      .compactMap { entry(Self.trimmed($0)) }
  }

  /// The value behind a variable's name: up to the quote that closes it, or without the options of a
  /// command.
  private static func written(behind name: Substring) -> Substring {
    var value = name
    var quote: Character?
    while let first = value.first, "= \t:,\"'".contains(first) {
      quote = first == "\"" || first == "'" ? first : quote
      value = value.dropFirst()
      // A quote that closes the name is no quote of the value, unless one opens behind it.
      if quote != nil, let next = value.first, !"= \t:,\"'".contains(next), first != quote {
        quote = nil
      }
    }
    if let quote, let end = value.firstIndex(of: quote) { return value[..<end] }
    let words = value.split(separator: " ")
    guard let last = words.last, words.count > 1, ["/M", "/m", "-m"].contains(last) else {
      return value
    }
    return value[..<last.startIndex]
  }

  private static func entry(_ text: Substring) -> Entry? {
    guard !text.isEmpty else { return nil }
    guard text.contains("@") else {
      return text.contains("/") || text.contains("\\") || text.hasSuffix(".lic")
        ? .path(String(text)) : nil
    }
    var port: Int?
    var hosts: [String] = []
    for part in text.split(separator: ",") {
      let part = trimmed(part)
      guard let at = part.firstIndex(of: "@") else { return nil }
      let host = String(part[part.index(after: at)...])
      guard HostName.isPlain(host) else { return nil }
      let number = part[..<at]
      guard number.isEmpty || Int(number).map({ (1...65_535).contains($0) }) ?? false else {
        return nil
      }
      port = port ?? Int(number)
      if !hosts.contains(where: { HostName.isSame($0, host) }) { hosts.append(host) }
    }
    return hosts.isEmpty ? nil : .servers(port: port, hosts: hosts)
  }

  private static func hasDrive(_ text: String) -> Bool {
    let characters = Array(text)
    return characters.indices.contains { place in
      place + 2 < characters.count && characters[place].isLetter && characters[place + 1] == ":"
        && characters[place + 2] == "\\"
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return text
  }
}

extension Substring {
  /// The first place of a text.
  fileprivate func range(of text: String) -> Range<Index>? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(text) {
        return place..<(index(place, offsetBy: text.count))
      }
      place = index(after: place)
    }
    return nil
  }
}
