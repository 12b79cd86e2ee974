/// A language of scripts: how values and remarks are written in it.
enum ScriptLanguage: CaseIterable {
  case shell
  case powerShell
  case batch

  /// How its system ends a line.
  var lineEnd: String {
    switch self {
    case .shell: "\n"
    case .powerShell, .batch: "\r\n"
    }
  }

  /// A line that gives a list of values a name; the script reads back exactly these.
  ///
  /// The shell and the batch language know no lists: there blanks part the values. A value with what
  /// cannot be written between quotation marks is left out.
  func list(_ name: String, _ values: [String]) -> String {
    let quoted = values.compactMap(quoted)
    return switch self {
    case .shell: "\(name)='\(quoted.joined(separator: " "))'"
    case .powerShell: "$\(name) = @(\(quoted.map { "'\($0)'" }.joined(separator: ", ")))"
    case .batch: "set \"\(name)=\(quoted.joined(separator: " "))\""
    }
  }

  /// A line that gives one value a name; the script reads back exactly it. Nil where the language cannot
  /// hold it: a batch file has no way to write a quotation mark or the end of a line, and reads other
  /// characters than ASCII in the code page of the computer.
  func value(_ name: String, _ text: String) -> String? {
    guard self != .batch || text.utf8.allSatisfy({ $0 < 0x80 }), let quoted = quoted(text) else {
      return nil
    }
    return switch self {
    case .shell: "\(name)='\(quoted)'"
    case .powerShell: "$\(name) = '\(quoted)'"
    case .batch: "set \"\(name)=\(quoted)\""
    }
  }

  /// A remark: one line of ASCII with no mark that means anything, so that it stays a remark in every
  /// code page.
  func remark(_ words: String) -> String {
    let plain = words.unicodeScalars.map { scalar in
      let isPlain =
        (0x20..<0x7F).contains(scalar.value) && !"%^&|<>`".unicodeScalars.contains(scalar)
      return isPlain ? Character(scalar) : " "
    }
    return (self == .batch ? "rem " : "# ") + String(plain)
  }

  /// What stands for a value between the language's quotation marks; nil where nothing can.
  private func quoted(_ value: String) -> String? {
    guard !value.unicodeScalars.contains("\0") else { return nil }
    switch self {
    case .shell:
      return Self.replacing(["'"], in: value) { _ in #"'\''"# }
    case .powerShell:
      // It takes the typographic ones for quotation marks too, and a pair of any for the second.
      return Self.replacing(["'", "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}"], in: value) {
        "\($0)\($0)"
      }
    case .batch:
      guard !value.unicodeScalars.contains(where: { ["\"", "\n", "\r"].contains($0) }) else {
        return nil
      }
      return Self.replacing(["%"], in: value) { _ in "%%" }
    }
  }

  private static func replacing(
    _ marks: Set<Unicode.Scalar>, in text: String, by other: (Unicode.Scalar) -> String
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if marks.contains(scalar) {
        result.append(contentsOf: other(scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
