/// What a list remembers beside where its rows stand.
struct ListNote: PageNote {
  /// The part that is shown.
  var part = 0
  /// The part on which the page was opened.
  var home = 0

  var kept: [(name: String, text: String)] {
    [("home", home), ("part", part)].filter { $0.1 != 0 }.map { ($0.0, String($0.1)) }
  }

  mutating func restore(_ name: String, _ text: String) -> Bool {
    switch name {
    case "note.part": part = Int(text) ?? 0
    case "note.home": home = Int(text) ?? 0
    // Of older programs: the same as if they were choices, and what they counted of the chosen rows,
    // which they kept not.
    case "choice.part", "choice.view": part = Int(text) ?? 0
    case _ where name.hasPrefix("choice.") && name.hasSuffix("-opened"): home = Int(text) ?? 0
    case "choice.hidden", "choice.chosen-at": break
    default: return false
    }
    return true
  }
}
