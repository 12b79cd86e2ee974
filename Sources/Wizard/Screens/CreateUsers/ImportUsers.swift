import Canvas
import Migration
import Widgets

/// *Import*: choosing the file; what is in it is looked through on the next screen.
struct ImportUsers: Screen {
  let name = "import-users"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let entries = shown(scene.state)
    var page = Page()
    page.dialogTitle = words.of("invite-single")("title")
    page.widgets = [
      InviteTabs.row("import", scene),
      FieldBox(
        id: "path", label: words("labels.path"),
        input: scene.memory.inputs["path"] ?? TextInput(), example: words("values.example"),
        finding: failure(scene), columns: 64),
      Table(
        id: "files", name: words("labels.files"),
        columns: [
          Table.Column(words("columns.file"), width: 24, share: 1),
          Table.Column(words("columns.size"), width: 10, isTrailing: true),
        ],
        rows: entries.enumerated().map { index, entry in
          Table.Row(
            key: Int64(index),
            items: [
              .plain(entry.isFolder ? entry.name + "/" : entry.name),
              .text(entry.isFolder ? "" : size(entry.size, scene), .dim),
            ])
        }, cursor: scene.memory.rows("files").cursor, top: scene.memory.rows("files").top,
        emptyText: words(emptyText(scene.state.folder))),
    ]
    page.footer = [
      ButtonRow([
        .init("cancel", words.common("actions.cancel")), .init("read", words("actions.read")),
      ]),
      Paragraph(words("notes.what"), style: .dim),
    ]
    page.firstFocus = "path"
    page.defaultButton = "read"
    return page
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(let isReturn):
      InviteTabs.begin(in: "path", isReturn, &state)
      return list(&state)
    case .edited("path"):
      state.memory.tables["files"] = nil
      forgetFailure(&state)
      let folder = PathText.folder(of: state.memory.text("path"))
      return folder == state.memory.text("listed") ? [] : list(&state)
    case .pressed("files"): return choose(&state)
    case .pressed("read"), .pressed("path"): return read(&state)
    case .pressed("cancel"):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .pressed(let id): return InviteTabs.pressed(id, &state) ?? []
    case .answered(.notRead("file-is-folder", _)): return open(&state)
    case .answered(.notRead(let key, let arguments)) where key.hasPrefix("file-"):
      // It is said beside the field, until another file is named there.
      state.memory.setText("failure", key)
      for name in Self.arguments { state.memory.setText("failure-" + name, arguments[name] ?? "") }
      state.notice = nil
      return Focusing.move(to: "path", &state)
    case .answered(.review): return Navigation.follow("review", &state)
    default: return []
    }
  }

  /// What the sentences about a file tell of it.
  private static let arguments = ["path", "reason"]

  /// Why the file was not read; nil until one was tried.
  private func failure(_ scene: Scene) -> FieldBox.Finding? {
    guard scene.memory.inputs["failure"] != nil else { return nil }
    let told = Self.arguments.map { ($0, scene.memory.text("failure-" + $0)) }
    return FieldBox.Finding(
      scene.words.of("messages")(
        "messages.\(scene.memory.text("failure"))", Dictionary(uniqueKeysWithValues: told)),
      isError: true)
  }

  private func forgetFailure(_ state: inout State) {
    state.memory.inputs["failure"] = nil
    for name in Self.arguments { state.memory.inputs["failure-" + name] = nil }
  }

  private func emptyText(_ folder: Folder) -> String {
    folder.isUnreadable
      ? "notes.unreadable" : folder.entries.isEmpty ? "notes.no-files" : "notes.no-hits"
  }

  /// Lists the folder of what was typed.
  private func list(_ state: inout State) -> [Effect] {
    let folder = PathText.folder(of: state.memory.text("path"))
    state.memory.setText("listed", folder)
    return [.listFolder(folder)]
  }

  /// Opens the folder that was typed.
  private func open(_ state: inout State) -> [Effect] {
    state.notice = nil
    state.memory.setText("path", PathText.joined(state.memory.text("path"), ""))
    state.memory.tables["files"] = nil
    return list(&state)
  }

  /// What is in the folder and goes with what was typed behind the last stroke.
  private func shown(_ state: State) -> [Folder.Entry] {
    let typed = PathText.name(of: state.memory.text("path")).lowercased()
    guard !typed.isEmpty else { return state.folder.entries }
    return state.folder.entries.filter { $0.name.lowercased().hasPrefix(typed) }
  }

  private func choose(_ state: inout State) -> [Effect] {
    let entries = shown(state)
    let cursor = state.memory.rows("files").cursor
    guard entries.indices.contains(cursor) else { return [] }
    let entry = entries[cursor]
    let path = PathText.joined(state.folder.path, entry.name)
    guard entry.isFolder else {
      state.memory.setText("path", path)
      return read(&state)
    }
    state.memory.setText("path", path)
    forgetFailure(&state)
    return open(&state)
  }

  private func read(_ state: inout State) -> [Effect] {
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
    state.work = LongWork(.readingList)
    return [.readList(path: path)]
  }

  private func size(_ bytes: Int, _ scene: Scene) -> String {
    switch bytes {
    case ..<1_000: "\(bytes) B"
    case ..<1_000_000: "\(bytes / 1_000) kB"
    default: "\(bytes / 1_000_000) MB"
    }
  }
}

/// Paths as text, with strokes of either kind.
enum PathText {
  /// The folder of what was typed, with its stroke; empty where none was typed.
  static func folder(of path: String) -> String {
    guard let stroke = path.lastIndex(where: { $0 == "/" || $0 == "\\" }) else { return "" }
    return String(path[...stroke])
  }

  /// What was typed behind the last stroke.
  static func name(of path: String) -> String { String(path.dropFirst(folder(of: path).count)) }

  /// A name in a folder; an empty name gives the folder with its stroke.
  static func joined(_ folder: String, _ name: String) -> String {
    let stroke = folder.contains("\\") && !folder.contains("/") ? "\\" : "/"
    let base = folder.isEmpty || folder.hasSuffix(stroke) ? folder : folder + stroke
    return base + name
  }
}
