/// What a list remembers beside the part that is shown and where its rows stand.
struct ListNote: PageNote {
  /// The part on which the page was opened.
  var home = 0

  var kept: [(name: String, text: String)] { home == 0 ? [] : [("home", String(home))] }

  mutating func restore(_ name: String, _ text: String) -> Bool {
    switch name {
    case "note.home": home = Int(text) ?? 0
    // Of older programs: that part, and what they counted of the chosen rows, which they kept not.
    case _ where name.hasPrefix("choice.") && name.hasSuffix("-opened"): home = Int(text) ?? 0
    case "choice.hidden", "choice.chosen-at": break
    default: return false
    }
    return true
  }
}
