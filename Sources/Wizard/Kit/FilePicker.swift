import Canvas
import Migration
import Widgets

/// Choosing a file: a path with completion, and what is in its folder; the same wherever a file is asked
/// for. The words are those of the page that takes any file.
enum FilePicker {
  /// The field and the table.
  static func widgets(_ scene: Scene, label: String) -> [any Widget] {
    let words = scene.words.of("add-file")
    let entries = shown(scene.state)
    return [
      FieldBox(
        id: "path", label: label, input: scene.memory.inputs["path"] ?? TextInput(),
        example: words("values.example"), finding: failure(scene), columns: 64),
      Table(
        id: "files", name: words("labels.files"),
        columns: [
          Table.Column(words("columns.file"), width: 24, share: 1),
          Table.Column(words("columns.size"), width: 10, isTrailing: true),
        ],
        rows: Table.Rows(count: entries.count) { index in
          let entry = entries[index]
          return Table.Row(
            key: Int64(index),
            items: [
              .plain(entry.isFolder ? entry.name + "/" : entry.name),
              .text(entry.isFolder ? "" : size(entry.size), .dim),
            ])
        }, cursor: scene.memory.rows("files").cursor, top: scene.memory.rows("files").top,
        emptyText: words(emptyText(scene.state.folder))),
    ]
  }

  /// What happens in it; `read` is made of the path of a file that was chosen. Nil for the rest.
  static func handle(
    _ event: Event, _ state: inout State, _ work: LongWork.Kind, _ read: (String) -> Effect
  ) -> [Effect]? {
    switch event {
    case .opened(let isReturn):
      InviteTabs.begin(in: "path", isReturn, &state)
      return list(&state)
    case .edited("path"):
      state.memory.tables["files"] = nil
      forgetFailure(&state)
      let folder = PathText.folder(of: state.memory.text("path"))
      return folder == state.memory.text("listed") ? [] : list(&state)
    case .pressed("files"): return choose(&state, work, read)
    case .pressed("read"), .pressed("path"): return start(&state, work, read)
    case .answered(.notRead("file-is-folder", _)): return open(&state)
    case .answered(.notRead(let key, let arguments)) where key.hasPrefix("file-"):
      // It is said beside the field, until another file is named there.
      state.memory.setText("failure", key)
      for name in toldArguments { state.memory.setText("failure-" + name, arguments[name] ?? "") }
      state.notice = nil
      return Focusing.move(to: "path", &state)
    default: return nil
    }
  }

  /// Goes where the content of a file belongs, by the edges of the present screen; nil for an answer that
  /// is no file's.
  static func follow(_ event: Event, _ state: inout State) -> [Effect]? {
    switch event {
    case .answered(.review(let review)):
      // A list that is called as the files to assign are is for that product.
      if let product = AssignmentFileName.product(
        of: PathText.name(of: review.path), among: state.summary.products),
        Flow.entry(state.visit.screen).edges["assign"] != nil
      {
        Navigation.follow("assign", about: String(product.id.number), &state)
      } else {
        Navigation.follow("review", &state)
      }
    case .answered(.evidence): Navigation.follow("evidence", &state)
    case .answered(.proposals): Navigation.follow("products", &state)
    default: nil
    }
  }

  // MARK: What was not read

  /// What the sentences about a file tell of it.
  private static let toldArguments = ["path", "reason"]

  /// Why the file was not read; nil until one was tried.
  private static func failure(_ scene: Scene) -> FieldBox.Finding? {
    guard scene.memory.inputs["failure"] != nil else { return nil }
    let told = toldArguments.map { ($0, scene.memory.text("failure-" + $0)) }
    return FieldBox.Finding(
      scene.words.of("messages")(
        "messages.\(scene.memory.text("failure"))", Dictionary(uniqueKeysWithValues: told)),
      isError: true)
  }

  private static func forgetFailure(_ state: inout State) {
    state.memory.inputs["failure"] = nil
    for name in toldArguments { state.memory.inputs["failure-" + name] = nil }
  }

  private static func emptyText(_ folder: Folder) -> String {
    folder.isUnreadable
      ? "notes.unreadable" : folder.entries.isEmpty ? "notes.no-files" : "notes.no-hits"
  }

  // MARK: Folders and files

  /// Lists the folder of what was typed.
  private static func list(_ state: inout State) -> [Effect] {
    let folder = PathText.folder(of: state.memory.text("path"))
    state.memory.setText("listed", folder)
    return [.listFolder(folder)]
  }

  /// Opens the folder that was typed.
  private static func open(_ state: inout State) -> [Effect] {
    state.notice = nil
    state.memory.setText("path", PathText.joined(state.memory.text("path"), ""))
    state.memory.tables["files"] = nil
    return list(&state)
  }

  /// What is in the folder and goes with what was typed behind the last stroke.
  private static func shown(_ state: State) -> [Folder.Entry] {
    let typed = PathText.name(of: state.memory.text("path")).lowercased()
    guard !typed.isEmpty else { return state.folder.entries }
    return state.folder.entries.filter { $0.name.lowercased().hasPrefix(typed) }
  }

  private static func choose(
    _ state: inout State, _ work: LongWork.Kind, _ read: (String) -> Effect
  ) -> [Effect] {
    let entries = shown(state)
    let cursor = state.memory.rows("files").cursor
    guard entries.indices.contains(cursor) else { return [] }
    state.memory.setText("path", PathText.joined(state.folder.path, entries[cursor].name))
    forgetFailure(&state)
    return entries[cursor].isFolder ? open(&state) : start(&state, work, read)
  }

  private static func start(
    _ state: inout State, _ work: LongWork.Kind, _ read: (String) -> Effect
  ) -> [Effect] {
    let path = state.memory.text("path")
    guard !path.isEmpty else {
      state.notice = Notice(.problem, "no-path")
      return Focusing.move(to: "path", &state) + [.bell]
    }
    forgetFailure(&state)
    let name = PathText.name(of: path)
    if name.isEmpty || state.folder.entries.contains(where: { $0.isFolder && $0.name == name }) {
      return open(&state)
    }
    state.work = LongWork(work)
    return [read(path)]
  }

  /// How large a file is, as people say it.
  static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: "\(bytes) B"
    case ..<1_000_000: "\(bytes / 1_000) kB"
    case ..<1_000_000_000: "\(bytes / 1_000_000) MB"
    default: "\(bytes / 1_000_000_000) GB"
    }
  }
}
