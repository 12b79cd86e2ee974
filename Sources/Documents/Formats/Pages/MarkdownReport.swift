import Migration

/// A report as Markdown, for a ticket or a wiki. Source: CommonMark, and the tables of GitHub's dialect.
package enum MarkdownReport {
  /// Writes it out. O(bytes).
  package static func make(_ report: Report) -> [UInt8] {
    var text: [UInt8] = []
    func line(_ line: String) { text += line.utf8 + [0x0A] }
    func table(_ columns: [String], _ rows: [[String]]) {
      line("")
      row(columns.map(escaped), &text)
      row(columns.map { _ in "---" }, &text)
      for cells in rows { row(cells.map(escaped), &text) }
    }
    func facts(_ facts: [Report.Fact]) {
      line("")
      for fact in facts { line("- \(escaped(fact.label)): \(escaped(fact.value))") }
    }
    line("# \(escaped(report.title))")
    line("")
    line(escaped(report.remark))
    facts(report.facts)
    line("\n## \(escaped(report.titles.open))\n")
    for sentence in report.open { line("- \(escaped(sentence))") }
    line("\n## \(escaped(report.titles.steps))")
    table(
      report.titles.columns + [""],
      report.steps.map { step in
        [
          step.name, String(step.funnel.total), String(step.funnel.stated),
          String(step.funnel.proven), step.remark,
        ]
      })
    line("\n## \(escaped(report.titles.timeline))")
    facts(report.timeline)
    for section in report.sections {
      line("\n## \(escaped(section.title))")
      if section.rows.isEmpty {
        line("\n\(escaped(report.titles.none))")
      } else {
        table(section.columns, section.rows)
      }
    }
    return text
  }

  private static func row(_ cells: [String], _ text: inout [UInt8]) {
    text.append(UInt8(ascii: "|"))
    for cell in cells {
      text.append(UInt8(ascii: " "))
      text += cell.utf8
      text += " |".utf8
    }
    text.append(0x0A)
  }

  /// A text that is read as nothing but text: signs of the grammar behind a backslash, and in one line.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    let scalars = text.unicodeScalars
    for (place, scalar) in zip(scalars.indices, scalars) {
      switch scalar {
      // What follows would make a link of it.
      case ":" where scalars[place...].dropFirst().first == "/": escaped += "&#58;"
      case "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "!", "|", "~", "&", "\\":
        escaped += "\\" + String(scalar)
      case "\n", "\t": escaped += " "
      default:
        if scalar.value >= 0x20, scalar.value != 0x7F { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }
}
