import Migration

/// Days for a calendar program, as an `.ics` file. Source: RFC 5545.
package enum CalendarFile {
  /// Makes the file: one event of a whole day for each entry.
  ///
  /// `name` tells one migration's events from another's, so that a file that is made anew changes the
  /// events of the one before instead of adding to them. O(bytes).
  package static func make(
    _ entries: [CalendarEntry], name: String, writtenOn today: Day
  ) -> [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//overstap//overstap//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
    ]
    for entry in entries {
      lines += [
        "BEGIN:VEVENT", "UID:\(entry.id)-\(mark(name))@overstap.invalid",
        "DTSTAMP:\(compact(today))T000000Z", "DTSTART;VALUE=DATE:\(compact(entry.day))",
        "DTEND;VALUE=DATE:\(compact(entry.day + 1))", "SUMMARY:\(escaped(entry.title))",
        "DESCRIPTION:\(escaped(entry.text))", "TRANSP:TRANSPARENT", "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.flatMap { folded($0) }
  }

  private static func compact(_ day: Day) -> String {
    String(day.iso.filter { $0 != "-" })
  }

  /// A text as a property's value (3.3.11): backslash, semicolon, comma and newline are escaped, other
  /// control characters left out.
  private static func escaped(_ text: String) -> String {
    var value = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": value += "\\" + String(scalar)
      case "\n": value += "\\n"
      default: if scalar.value >= 0x20, scalar.value != 0x7F { value.unicodeScalars.append(scalar) }
      }
    }
    return value
  }

  /// A line folded at 75 bytes (3.1), never within a character.
  private static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var length = 0
    for scalar in line.unicodeScalars {
      let character = Array(String(scalar).utf8)
      if length + character.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        length = 1
      }
      bytes += character
      length += character.count
    }
    return bytes + [0x0D, 0x0A]
  }

  private static func mark(_ name: String) -> String {
    String(Digest(name).number, radix: 16)
  }
}
