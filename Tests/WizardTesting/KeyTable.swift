import ScreenTexts
import Wizard

/// The keys as a Markdown table, for the README.
package enum KeyTable {
  /// One row for each command: its keys, what it does, where it can be given.
  package static func markdown(_ texts: Texts) -> String {
    let words = Words(texts, screen: "keys")
    var lines = ["| keys | what they do | where |", "|---|---|---|"]
    for command in Command.all {
      let keys = command.keys.map { "`\($0.caption(words))`" }.joined(separator: " ")
      let place = command.scope == .everywhere ? "everywhere" : "where the last row names it"
      lines.append(
        "| \(keys.isEmpty ? "in *Go to*" : keys) | \(words("help.\(command.id.name)")) "
          + "| \(place) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
