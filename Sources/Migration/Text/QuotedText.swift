/// Text as one word of a PowerShell command.
package enum PowerShellText {
  /// In single quotes, with the quotes in it doubled; PowerShell takes typographic ones for quotes
  /// too. Source: about_Quoting_Rules.
  package static func quoted(_ text: String) -> String {
    var quoted = "'"
    for scalar in text.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
      if "'\u{2018}\u{2019}\u{201A}\u{201B}".unicodeScalars.contains(scalar) {
        quoted.unicodeScalars.append(scalar)
      }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "'"
  }
}

/// Text as one word of a POSIX shell command.
package enum ShellText {
  /// As it is where it means nothing to a shell, else in single quotes.
  package static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || "@%+=:,./-_".utf8.contains(byte)
      }
    if isPlain { return text }
    var quoted = "'"
    for scalar in text.unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
      if scalar == "'" { quoted += "'\\''" } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "'"
  }
}
