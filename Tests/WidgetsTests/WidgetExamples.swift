import Canvas
import Widgets

/// One of each widget, in each way in which it looks different.
struct WidgetExample: Sendable, CustomStringConvertible {
  let description: String
  let widget: any Widget

  static let all: [WidgetExample] = texts + fields + lists + tables

  private static let texts = [
    WidgetExample(description: "paragraph", widget: Paragraph("Nothing goes to Autodesk yet.")),
    WidgetExample(description: "empty paragraph", widget: Paragraph("")),
    WidgetExample(description: "gap", widget: Gap()),
    WidgetExample(
      description: "heading with a remark", widget: Heading("Users (By User)", remark: "11 users")),
    WidgetExample(description: "rule", widget: Rule()),
    WidgetExample(description: "rule with a title", widget: Rule("To do now")),
    WidgetExample(
      description: "facts",
      widget: Facts([
        .init("Where", "https://manage.autodesk.com/ > User Management > By User"),
        .init("Who", "primary admin", isPersonal: true), .init("Files", "one\ntwo"),
      ])),
    WidgetExample(
      description: "legend",
      widget: Legend(entries: [("█", .proven, "proven"), ("▒", .stated, "stated")])),
    WidgetExample(
      description: "ruler",
      widget: Ruler([
        .init(day: 10, above: "1 Jan", below: "subscription begins"),
        .init(day: 23, above: "today", below: "", isToday: true),
        .init(day: 40, above: "31 Jan", below: "17 days of network rights"),
      ])),
    WidgetExample(
      description: "ruler with days side by side",
      widget: Ruler([
        .init(day: 10, above: "1 Jan", below: "begins"), .init(day: 10, above: "today", below: ""),
        .init(day: 11, above: "2 Jan", below: "ends"),
      ])),
    WidgetExample(description: "ruler without marks", widget: Ruler([])),
    WidgetExample(
      description: "progress",
      widget: ProgressBox(title: "Reading", done: 3, total: 9, words: "3/9")),
    WidgetExample(
      description: "reader",
      widget: Reader(id: "text", text: "# Mind\nThe right team.\n\nBy User is not Classic.", top: 1)
    ),
  ]

  private static let fields = [
    WidgetExample(
      description: "empty field",
      widget: FieldBox(id: "a", label: "First name", input: TextInput(), example: "e.g. Willem")),
    WidgetExample(
      description: "field with a long text and an error",
      widget: FieldBox(
        id: "a", label: "Email address",
        input: TextInput(String(repeating: "long.", count: 30) + "@example.com"),
        finding: .init(
          "There is a comma in this address. Should it be a full stop?", isError: true),
        isPersonal: true)),
    WidgetExample(
      description: "field with the cursor in wide letters",
      widget: FieldBox(id: "a", label: "名前", input: TextInput("漢字漢字漢字漢字漢字", cursor: 7), columns: 9)),
    WidgetExample(
      description: "choice on one row",
      widget: ChoiceBox(id: "c", label: "Yes?", options: ["No", "Yes"], chosen: 1)),
    WidgetExample(
      description: "choice on many rows",
      widget: ChoiceBox(
        id: "c", label: "How?",
        options: ["We invite them", "We invite them; single sign-on", "Directory sync does it"],
        chosen: 2)),
    WidgetExample(
      description: "choice of nothing that there is",
      widget: ChoiceBox(id: "c", label: "How?", options: ["One", "Two"], chosen: 7)),
    WidgetExample(
      description: "editor",
      widget: Editor(
        id: "e", label: "People", lines: TextLines("Ann\nBas Oud, bas@example.com\n"),
        isPersonal: true)),
    WidgetExample(
      description: "empty editor",
      widget: Editor(id: "e", label: "People", lines: TextLines(), example: "one\ntwo\nthree\nfour")
    ),
    WidgetExample(
      description: "buttons",
      widget: ButtonRow([
        .init("x", "Cancel"), .init("y", "Add", reason: "read-only"), .init("z", "Add and next"),
      ])),
    WidgetExample(
      description: "tabs",
      widget: TabRow(
        [.init("s", "One person"), .init("m", "Paste several"), .init("i", "Import")], present: "m")
    ),
  ]

  private static let lists = [
    WidgetExample(
      description: "items",
      widget: ItemList([
        .init(
          "one", mark: Mark(.attention), "17 invitations are 7 days old", detail: "send again",
          remark: "step 1"),
        .init("two", "Anna Jansen", isPersonal: true, reason: "gone"),
      ])),
    WidgetExample(description: "no items", widget: ItemList([])),
  ]

  private static let tables = [
    WidgetExample(description: "table", widget: table(rows: 40)),
    WidgetExample(description: "table of two rows", widget: table(rows: 2)),
    WidgetExample(description: "table of nothing", widget: table(rows: 0)),
    WidgetExample(
      description: "table without titles",
      widget: Table(
        id: "t", name: "Go to", columns: [.init("", width: 10, share: 1)],
        rows: [.init(key: 1, items: [.plain("Overview")])])),
    WidgetExample(
      description: "table of a fixed height",
      widget: Table(
        id: "t", name: "Steps",
        columns: [.init("Step", width: 20), .init("", width: 10, share: 1, dropOrder: 1)],
        rows: (1...5).map {
          .init(key: Int64($0), items: [.plain("Step \($0)"), .bar(Bar(proven: $0, planned: 2))])
        }, isFlexible: false)),
  ]

  static func table(rows: Int, cursor: Int = 1) -> Table {
    Table(
      id: "t", name: "Users",
      columns: [
        .init("Name", width: 18, share: 3, isPersonal: true),
        .init("Email address", width: 22, share: 4, isPersonal: true),
        .init("Step 1", width: 11), .init("Login", width: 9, share: 1, dropOrder: 2),
        .init("Rows", width: 6, isTrailing: true, dropOrder: 1),
      ],
      rows: (0..<rows).map { row in
        .init(
          key: Int64(row),
          items: [
            .plain("Person \(row)"), .plain("p\(row)@example.com"), .marked(Mark(.proven), "8 jan"),
            .plain("p\(row)"), .plain(String(row)),
          ])
      }, cursor: min(cursor, max(0, rows - 1)), chosen: [1], ordered: (0, true),
      emptyText: "Nobody.")
  }
}
