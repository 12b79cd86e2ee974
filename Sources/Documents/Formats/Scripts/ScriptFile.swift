/// A script that is written for somebody to run elsewhere.
package struct ScriptFile: Hashable, Sendable {
  /// Its name in the folder, with the folders below it.
  package var name: String
  /// Its bytes, as its system wants them: CRLF for Windows.
  package var bytes: [UInt8]

  /// Takes a text with the ends of lines that its language wants.
  ///
  /// PowerShell before 6 reads a script without a mark as of the code page of the computer, so that one
  /// with other characters than ASCII has the mark of UTF-8.
  init(_ name: String, _ text: String, in language: ScriptLanguage) {
    self.name = name
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 512)
    if language == .powerShell, text.utf8.contains(where: { $0 >= 0x80 }) {
      bytes += [0xEF, 0xBB, 0xBF]
    }
    for byte in text.utf8 {
      if byte == 0x0A {
        bytes.append(contentsOf: language.lineEnd.utf8)
      } else {
        bytes.append(byte)
      }
    }
    self.bytes = bytes
  }

  /// Takes bytes as they are.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Takes a text for anyone to read.
  package init(_ name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }
}
