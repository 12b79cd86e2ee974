/// Lists of people for tests, each with names and an address of its own.
enum People {
  /// The header of the portal's own file.
  static let header = "First name,Last name,Email address"

  /// A list of people as CSV with a header; `from` is the number of the first one.
  static func list(_ count: Int, from first: Int = 0) -> String {
    header + "\r\n"
      + (first..<first + count).map { row($0) + "\r\n" }.joined()
  }

  /// The row of one person.
  static func row(_ number: Int) -> String {
    let name = letters(number)
    return "Harry\(name),Switch\(name),harry.\(name)@example.com"
  }

  /// A number in letters, since a digit in a name is doubtful.
  private static func letters(_ number: Int) -> String {
    var rest = number
    var letters = ""
    for _ in 0..<4 {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(97 + rest % 26)))
      rest /= 26
    }
    return letters
  }
}
