import Migration

/// A text with the variables in which clients keep the addresses of licence servers, as `set`, `env`,
/// `reg query` and profiles print them.
package enum LicencePathText {
  /// More than this is no list of variables.
  private static let mostBytes = 16_384

  /// Reads a text's lines that name one of the two variables; nil where it has none, or is too long
  /// or no text.
  package static func read(_ bytes: [UInt8]) -> LicencePathValue? {
    guard bytes.count <= mostBytes, let text = text(bytes) else { return nil }
    let names = ["ADSKFLEX_LICENSE_FILE", "LM_LICENSE_FILE"]
    let lines = text.split(whereSeparator: \.isNewline).filter { line in
      let trimmed = line.drop(while: \.isWhitespace)
      guard !trimmed.hasPrefix("#"), !trimmed.uppercased().hasPrefix("REM ") else { return false }
      let parts = line.split { "=: \t\"'\\%${}(),".contains($0) }
      return parts.contains { part in names.contains { $0 == part.uppercased() } }
    }
    guard !lines.isEmpty else { return nil }
    return LicencePathValue(lines.joined(separator: "\n"))
  }

  /// The text of the bytes, also of a `reg export` in UTF-16; nil where it is none.
  private static func text(_ bytes: [UInt8]) -> String? {
    let isWide = bytes.starts(with: [0xFF, 0xFE])
    let narrow =
      isWide
      ? String(
        decoding: stride(from: 2, to: bytes.count - 1, by: 2).map {
          UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
        }, as: UTF16.self) : String(decoding: bytes, as: UTF8.self)
    return narrow.utf8.contains(0) ? nil : narrow
  }
}
