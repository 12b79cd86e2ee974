import Migration
import ScreenTexts

/// The words of one screen in the present language, and the few that all screens share.
package struct Words: Sendable {
  private let texts: Texts
  private let screen: String
  private let isHeard: Bool

  /// The words of a screen; where they are heard line by line, those that name keys or places have
  /// others in their place.
  package init(_ texts: Texts, screen: String, isHeard: Bool = false) {
    self.texts = texts
    self.screen = screen
    self.isHeard = isHeard
  }

  /// What stands behind the key of a text that is said in place of another where it is heard.
  package static let heard = "-heard"

  private func spoken(_ key: String) -> String {
    isHeard && texts.has(screen, key + Self.heard) ? key + Self.heard : key
  }

  /// A text of the screen.
  package func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
    texts.text(screen, spoken(key), arguments.isEmpty ? arguments : shown(arguments))
  }

  /// A text of the screen whose key a section and what code has make up: `labels.` of a field, `choices.`
  /// of a field with `-value` behind it. Forms ask for dozens with every key that is pressed.
  func of(_ section: String, _ name: String, _ rest: String = "") -> String {
    if isHeard { return self(section + name + rest) }
    return texts.text(screen, parts: (section, name, rest))
      ?? texts.text(screen, section + name + rest)
  }

  /// A text of the screen that goes with a count.
  package func callAsFunction(
    _ key: String, count: Int, _ arguments: [String: String] = [:]
  ) -> String {
    texts.text(
      screen, spoken(key), shown(arguments.merging(["count": String(count)]) { own, _ in own }))
  }

  /// Arguments that count things; others are numbers of ports, lines or processes.
  private static let counts: Set<String> = [
    "count", "total", "done", "new", "known", "changed", "updated", "unchanged", "open", "found",
    "rows", "stated", "proven", "pending", "accepted", "people", "seats", "free", "ready",
    "others", "doubtful", "refused", "left", "written", "waiting", "without", "both", "occasional",
    "network",
  ]

  /// Arguments as they are read: numbers of things with the sign between thousands, and what the system
  /// said in words.
  private func shown(_ arguments: [String: String]) -> [String: String] {
    var shown = arguments
    for (name, value) in arguments {
      if name == "reason" {
        shown[name] = reason(value)
      } else if value.utf8.count > 4, Self.counts.contains(name), let count = Int(value) {
        shown[name] = number(count)
      }
    }
    return shown
  }

  /// What the system said, in words; or as it came.
  private func reason(_ text: String) -> String {
    guard let number = SystemReason.number(text) else { return text }
    let messages = of("messages")
    return messages.optional("values.errno-\(number)")
      ?? messages("values.errno", ["number": String(number)])
  }

  /// A number as people write it, with the language's sign between thousands.
  package func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    guard digits.count > 4 else { return String(value) }
    var grouped = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { grouped += common("values.thousands") }
      grouped.append(digit)
    }
    return value < 0 ? "-" + grouped : grouped
  }

  /// A text of the screen, or nil where it has none under this key.
  package func optional(_ key: String) -> String? { texts[screen: screen, key: spoken(key)] }

  /// The words of another screen.
  package func of(_ other: String) -> Words { Words(texts, screen: other, isHeard: isHeard) }

  /// The words that all screens share.
  package var common: Words { of("common") }

  /// A day as people write it: `14 jan`, with the year where it is not this year's.
  package func day(_ day: Day, today: Day) -> String {
    let (year, month, number) = day.parts
    let short = "\(number) \(common("values.month-short-\(month)"))"
    return year == today.parts.year ? short : "\(short) \(year)"
  }

  /// A day in full: `donderdag 14 januari 2027`.
  package func fullDay(_ day: Day) -> String {
    let (year, month, number) = day.parts
    return common(
      "values.full-day",
      [
        "weekday": common("values.weekday-\(day.weekday + 1)"), "day": String(number),
        "month": common("values.month-\(month)"), "year": String(year),
      ])
  }
}
