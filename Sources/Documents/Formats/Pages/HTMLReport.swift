import Migration

/// A report as one page for a browser: nothing from the network, no script, light and dark, A4 in print.
package enum HTMLReport {
  /// Writes it out. O(bytes).
  package static func make(_ report: Report) -> [UInt8] {
    var page = HTMLText()
    page.add("<!DOCTYPE html>\n<html lang=\"")
    page.add(text: report.language)
    page.add(
      "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
    )
    page.add(text: report.title)
    page.add("</title>\n<style>\n")
    page.add(style)
    page.add("</style>\n</head>\n<body>\n<h1>")
    page.add(text: report.title)
    page.add("</h1>\n<p class=\"dim\">")
    page.add(text: report.remark)
    page.add("</p>\n")
    list(report.facts, on: &page)
    heading(report.titles.open, on: &page)
    page.add("<ul>\n")
    for sentence in report.open {
      page.add("<li>")
      page.add(text: sentence)
      page.add("</li>\n")
    }
    page.add("</ul>\n")
    steps(report, on: &page)
    heading(report.titles.timeline, on: &page)
    list(report.timeline, on: &page)
    contents(report, on: &page)
    for section in report.sections { add(section, report.titles, on: &page) }
    page.add("</body>\n</html>\n")
    return page.bytes
  }

  private static func heading(_ title: String, on page: inout HTMLText) {
    page.add("<h2>")
    page.add(text: title)
    page.add("</h2>\n")
  }

  private static func list(_ facts: [Report.Fact], on page: inout HTMLText) {
    guard !facts.isEmpty else { return }
    page.add("<table class=\"facts\">\n")
    for fact in facts {
      page.add("<tr><th scope=\"row\">")
      page.add(text: fact.label)
      page.add("</th><td>")
      page.add(text: fact.value)
      page.add("</td></tr>\n")
    }
    page.add("</table>\n")
  }

  private static func steps(_ report: Report, on page: inout HTMLText) {
    heading(report.titles.steps, on: &page)
    page.add("<table>\n")
    head(report.titles.columns.map { ($0, false) } + [("", true)], on: &page)
    page.add("<tbody>\n")
    for step in report.steps {
      page.add("<tr><td>")
      page.add(text: step.name)
      page.add("<br><span class=\"dim\">")
      page.add(text: step.remark)
      page.add("</span></td>")
      for count in [step.funnel.total, step.funnel.stated, step.funnel.proven] {
        page.add("<td class=\"number\">")
        page.add(count)
        page.add("</td>")
      }
      page.add("<td>")
      bar(step, on: &page)
      page.add("</td></tr>\n")
    }
    page.add("</tbody>\n</table>\n")
  }

  /// A bar of 200 units: all, in it those that are stated, in these those that are proven.
  private static func bar(_ step: Report.Bar, on page: inout HTMLText) {
    let funnel = step.funnel
    page.add("<svg viewBox=\"0 0 200 14\" width=\"200\" height=\"14\" role=\"img\" aria-label=\"")
    page.add(text: "\(step.name): \(funnel.proven) / \(funnel.stated) / \(funnel.total)")
    page.add("\"><rect class=\"all\" width=\"200\" height=\"14\"></rect>")
    let total = max(1, funnel.total)
    page.add("<rect class=\"stated\" height=\"14\" width=\"")
    page.add(200 * funnel.stated / total)
    page.add("\"></rect><rect class=\"proven\" height=\"14\" width=\"")
    page.add(200 * funnel.proven / total)
    page.add("\"></rect></svg>")
  }

  private static func contents(_ report: Report, on page: inout HTMLText) {
    heading(report.titles.contents, on: &page)
    page.add("<ul class=\"contents\">\n")
    for section in report.sections {
      page.add("<li><a href=\"#")
      page.add(text: section.id)
      page.add("\">")
      page.add(text: section.title)
      page.add("</a> <span class=\"dim\">")
      page.add(section.rows.count)
      page.add("</span></li>\n")
    }
    page.add("</ul>\n")
  }

  private static func add(
    _ section: Report.Section, _ titles: Report.Titles, on page: inout HTMLText
  ) {
    page.add("<h2 class=\"section\" id=\"")
    page.add(text: section.id)
    page.add("\">")
    page.add(text: section.title)
    page.add("</h2>\n")
    guard !section.rows.isEmpty else {
      page.add("<p class=\"dim\">")
      page.add(text: titles.none)
      page.add("</p>\n")
      return
    }
    page.add("<table>\n")
    head(section.columns.map { ($0, false) }, on: &page)
    page.add("<tbody>\n")
    for row in section.rows {
      page.add("<tr>")
      for cell in row {
        page.add("<td>")
        page.add(text: cell)
        page.add("</td>")
      }
      page.add("</tr>\n")
    }
    page.add("</tbody>\n</table>\n")
  }

  private static func head(_ columns: [(title: String, isBar: Bool)], on page: inout HTMLText) {
    page.add("<thead><tr>")
    for column in columns {
      // A header without words would be heard as nothing.
      if column.isBar {
        page.add("<td></td>")
        continue
      }
      page.add("<th scope=\"col\">")
      page.add(text: column.title)
      page.add("</th>")
    }
    page.add("</tr></thead>\n")
  }

  private static let style: StaticString = """
    :root { color-scheme: light dark; --ink: #1b1f23; --paper: #fff; --dim: #5a636d; --line: #d5dae0;
      --all: #dfe4ea; --stated: #8fb4d9; --proven: #1a6fb8 }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --paper: #15181b; --dim: #9aa4ae;
      --line: #353b42; --all: #2b3036; --stated: #3f6f9e; --proven: #6db3f2 } }
    body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper);
      max-width: 70em; margin: 2em auto; padding: 0 1em }
    h1 { font-size: 1.7em; margin: 0 0 .2em } h2 { font-size: 1.15em; margin: 1.6em 0 .4em }
    table { border-collapse: collapse; width: 100% } .facts { width: auto }
    th, td { text-align: left; vertical-align: top; padding: .2em .9em .2em 0;
      border-bottom: 1px solid var(--line) }
    thead th { color: var(--dim); font-weight: 600 } .facts th { color: var(--dim); font-weight: 400 }
    .number { text-align: right } .dim { color: var(--dim) } a { color: var(--proven) }
    .contents { columns: 2 } svg { display: block }
    .all { fill: var(--all) } .stated { fill: var(--stated) } .proven { fill: var(--proven) }
    @page { size: A4; margin: 15mm }
    @media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --dim: #444; --line: #bbb;
      --all: #e5e5e5; --stated: #9db8d2; --proven: #1a5f9e }
      body { font-size: 9.5pt; margin: 0; max-width: none; padding: 0 } tr { break-inside: avoid }
      thead { display: table-header-group } .section { break-after: avoid }
      .contents + .section { break-before: page } * { print-color-adjust: exact } }

    """
}
