/// How a text file writes its characters.
package enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8 without a byte order mark; plain ASCII is this too.
  case utf8 = "utf-8"
  /// UTF-8 with a byte order mark, as Excel writes "CSV UTF-8".
  case utf8WithMark = "utf-8-bom"
  /// UTF-16, low byte first, with or without a byte order mark.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, high byte first, with or without a byte order mark.
  case utf16BigEndian = "utf-16be"
  /// Western European Windows, as Excel writes "CSV" there.
  case windows1252 = "windows-1252"
  /// Western European Mac OS, as Excel for Mac writes "CSV" there.
  case macRoman = "mac-roman"
}
