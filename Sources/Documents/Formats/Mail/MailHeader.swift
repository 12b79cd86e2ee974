import Migration

/// What stands in one header of a mail: nothing in a value can end its line.
///
/// Sources: RFC 5322 (3.2 and 3.4), RFC 2047 (encoded words), RFC 6532 (addresses beyond ASCII).
enum MailHeader {
  /// A text without what steers a line.
  static func inOneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }

  /// A text for people: as it is where it is short and plain, else in encoded words.
  static func text(_ text: String) -> String {
    let line = inOneLine(text)
    if line.utf8.allSatisfy({ $0 < 0x7F }), line.utf8.count <= 60, !line.contains("=?") {
      return line
    }
    return encoded(line)
  }

  /// A text as encoded words, each on a line, which is of 76 characters at most; the first has the
  /// header's name before it.
  private static func encoded(_ text: String) -> String {
    var words: [String] = []
    var piece: [UInt8] = []
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      // 45 bytes become 60 characters.
      if piece.count + bytes.count > (words.isEmpty ? 39 : 45) {
        words.append("=?utf-8?B?\(Base64.text(piece))?=")
        piece = []
      }
      piece += bytes
    }
    words.append("=?utf-8?B?\(Base64.text(piece))?=")
    return words.joined(separator: "\r\n ")
  }

  /// A mailbox: a name, which may be empty, and an address.
  static func mailbox(_ name: String, _ address: String) -> String {
    let name = inOneLine(name)
    let address = self.address(address)
    guard name.contains(where: { $0 != " " }) else { return address }
    let phrase = phrase(name)
    return "\(phrase)\(phrase.utf8.count + address.utf8.count > 60 ? "\r\n" : "") <\(address)>"
  }

  private static func phrase(_ name: String) -> String {
    guard name.utf8.allSatisfy({ $0 < 0x7F }), name.utf8.count <= 60, !name.contains("=?") else {
      return encoded(name)
    }
    if name.utf8.allSatisfy({ isAtom($0) || $0 == 0x20 }) { return name }
    return quoted(name)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// An address, quoted before its @ where that is needed. What cannot stand in a domain is left out.
  static func address(_ text: String) -> String {
    let line = inOneLine(text)
    guard let at = line.lastIndex(of: "@") else { return quoted(line) }
    let local = String(line[..<at])
    let isPlain = local.utf8.allSatisfy { isAtom($0) || $0 == 0x2E || $0 >= 0x80 }
    let domain = line[at...].dropFirst().filter { !" \t<>()[],;:\\\"@".contains($0) }
    return "\(isPlain && !local.isEmpty ? local : quoted(local))@\(domain)"
  }

  /// RFC 5322, 3.2.3: what an atom is made of.
  private static func isAtom(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
  }
}

/// A moment as mail has it, in UTC.
package struct MailDate: Hashable, Sendable {
  private let seconds: Int

  /// The moment so many seconds after 1 January 1970.
  package init(seconds: Int) { self.seconds = seconds }

  private var clock: String {
    let second = (seconds % 86_400 + 86_400) % 86_400
    return [second / 3_600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
  }

  private var day: Day { Day(number: (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400) }

  private var names: (weekday: String, month: String) {
    (
      ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday],
      [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
      ][day.parts.month - 1]
    )
  }

  /// As in a header: `Thu, 14 Jan 2027 09:42:00 +0000`.
  package var header: String {
    let (year, _, number) = day.parts
    return "\(names.weekday), \(number) \(names.month) \(year) \(clock) +0000"
  }

  /// As between the messages of an mbox: `Thu Jan 14 09:42:00 2027`.
  package var mbox: String {
    let (year, _, number) = day.parts
    return "\(names.weekday) \(names.month) \(number < 10 ? " " : "")\(number) \(clock) \(year)"
  }
}
