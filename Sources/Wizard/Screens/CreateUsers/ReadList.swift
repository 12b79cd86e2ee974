import Canvas
import Migration
import Widgets

/// How a list is to be read: its characters, what stands between the fields, whether it names its
/// columns, and what each column becomes.
struct ReadList: Screen {
  let name = "read-list"

  /// The encodings that can be chosen; the mark of UTF-8 is found by itself.
  private static let encodings: [TextEncoding] = [
    .utf8, .windows1252, .macRoman, .utf16LittleEndian, .utf16BigEndian,
  ]

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    guard let review = scene.state.createUsers.review, let facts = review.facts else {
      page.widgets = [
        Paragraph(words("notes.gone")),
        ItemList([ItemList.Item("cancel", words.common("actions.back"))]),
      ]
      return page
    }
    if facts.sheet == nil {
      page.widgets = [
        ChoiceBox(
          id: "encoding", label: words("labels.encoding"),
          options: Self.encodings.map { words("values.encoding-\($0.rawValue)") },
          chosen: encoding(scene.memory, facts)),
        ChoiceBox(
          id: "delimiter", label: words("labels.delimiter"),
          options: Delimiters.all.map {
            words.of("review-users")("values.delimiter-\(ReviewText.delimiterName($0))")
          }, chosen: delimiter(scene.memory, facts)),
      ]
    }
    page.widgets.append(
      ChoiceBox(
        id: "header", label: words("labels.header"),
        options: [words("values.header-no"), words("values.header-yes")],
        chosen: header(scene.memory, facts)))
    page.widgets.append(Self.list.widget(scene))
    page.footer = [
      ButtonRow([
        .init("read", words("actions.read")),
        .init("cancel", words.common("actions.cancel")),
      ])
    ]
    page.firstFocus = "columns"
    page.defaultButton = "read"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    guard let review = state.createUsers.review, let facts = review.facts else {
      if case .pressed = event { return Navigation.back(&state) }
      return []
    }
    switch event {
    case .opened(isReturn: false):
      Navigation.forget(&state)
      return []
    case .pressed("columns"):
      return Navigation.follow("column", about: String(state.memory.rows("columns").cursor), &state)
    case .pressed("read"): return read(review, facts, &state)
    case .pressed("cancel"):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .answered(.createUsers(.review)):
      Navigation.forget(&state)
      return Navigation.back(&state)
    default: return []
    }
  }

  /// The columns of the list, each with what it becomes.
  private static let list = ListPage<Numbered<PeopleColumn>>(
    table: "columns", title: { $0.words("labels.columns") },
    source: .here { scene in
      Numbered.all(scene.state.createUsers.review?.facts.map { columns(scene.memory, $0) } ?? [])
    },
    columns: { scene in
      [
        Table.Column(scene.words("columns.title"), width: 20, share: 1),
        Table.Column(scene.words("columns.becomes"), width: 24),
        Table.Column(scene.words("columns.example"), width: 16, share: 1, isPersonal: true),
      ]
    }, key: { Int64($0.place) },
    cells: { row, _, scene in
      guard let facts = scene.state.createUsers.review?.facts else { return [] }
      return [
        .plain(title(row.place, facts, scene.words)),
        .text(ReviewText.name(of: row.value, scene.words), row.value == .ignored ? .dim : .plain),
        .text(facts.example.indices.contains(row.place) ? facts.example[row.place] : "", .dim),
      ]
    }, letters: .none, empty: { _ in "" })

  /// What a column is called in the list, or its number.
  static func title(_ place: Int, _ facts: PeopleListFacts, _ words: Words) -> String {
    facts.header.indices.contains(place) && !facts.header[place].isEmpty
      ? facts.header[place]
      : words.of("read-list")("values.column", ["number": String(place + 1)])
  }

  // MARK: What is chosen

  /// What each column becomes, wherever the page is.
  static func columns(_ state: State, _ facts: PeopleListFacts) -> [PeopleColumn] {
    columns(Self().memory(state), facts)
  }

  /// What each column becomes: what was read, and what was chosen instead.
  private static func columns(_ memory: Memory, _ facts: PeopleListFacts) -> [PeopleColumn] {
    let chosen = memory[Note.self].columns
    return facts.columns.enumerated().map { place, column in chosen[place] ?? column }
  }

  /// Chooses what a column becomes; another one that was the same becomes nothing.
  static func choose(_ column: PeopleColumn, for place: Int, _ state: inout State) {
    guard let facts = state.createUsers.review?.facts else { return }
    Self().remember(&state) { memory in
      for (other, known) in columns(memory, facts).enumerated()
      where known == column && other != place && column != .ignored {
        memory[Note.self].columns[other] = .ignored
      }
      memory[Note.self].columns[place] = column
    }
  }

  /// What it remembers beside its choices.
  struct Note: PageNote {
    /// What columns become instead of what was read, by place.
    var columns: [Int: PeopleColumn] = [:]
  }

  private func encoding(_ memory: Memory, _ facts: PeopleListFacts) -> Int {
    let read = facts.encoding == .utf8WithMark ? .utf8 : facts.encoding
    return memory.choices["encoding"] ?? Self.encodings.firstIndex(of: read) ?? 0
  }

  private func delimiter(_ memory: Memory, _ facts: PeopleListFacts) -> Int {
    memory.choices["delimiter"] ?? Delimiters.all.firstIndex(of: facts.delimiter) ?? 0
  }

  private func header(_ memory: Memory, _ facts: PeopleListFacts) -> Int {
    memory.choices["header"] ?? (facts.hasHeader ? 1 : 0)
  }

  private func read(
    _ review: Review, _ facts: PeopleListFacts, _ state: inout State
  ) -> [Effect] {
    let memory = state.memory
    var reading = PeopleReading()
    if memory.choices["encoding"] != nil {
      reading.encoding = Self.encodings[encoding(memory, facts)]
    }
    if memory.choices["delimiter"] != nil {
      reading.delimiter = Delimiters.all[delimiter(memory, facts)]
    }
    if memory.choices["header"] != nil { reading.hasHeader = header(memory, facts) == 1 }
    // Read in another way, the columns are other ones and are found out anew.
    if reading == PeopleReading() { reading.columns = Self.columns(memory, facts) }
    if facts.sheet == nil {
      reading.encoding = reading.encoding ?? facts.encoding
      reading.delimiter = reading.delimiter ?? facts.delimiter
    }
    reading.hasHeader = reading.hasHeader ?? facts.hasHeader
    return [.readFile(path: review.path, as: reading)]
  }
}

/// What may stand between the fields of a list.
enum Delimiters {
  static let all = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }
}
