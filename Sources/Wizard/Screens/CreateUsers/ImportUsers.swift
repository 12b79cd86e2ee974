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
        columns: 64),
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
        emptyText: words(scene.state.folder.isUnreadable ? "notes.unreadable" : "notes.no-files")),
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
    case .opened: return [.listFolder(PathText.folder(of: state.memory.text("path")))]
    case .edited("path"):
      state.memory.tables["files"] = nil
      let folder = PathText.folder(of: state.memory.text("path"))
      return folder == PathText.folder(of: state.folder.path) ? [] : [.listFolder(folder)]
    case .pressed("files"): return choose(&state)
    case .pressed("read"), .pressed("path"): return read(&state)
    case .pressed("cancel"):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .pressed(let id): return InviteTabs.pressed(id, &state) ?? []
    case .answered(.review): return Navigation.follow("review", &state)
    default: return []
    }
  }

  /// What is in the folder and goes with what was typed behind the last stroke.
  private func shown(_ state: State) -> [Folder.Entry] {
    let typed = PathText.name(of: state.memory.text("path")).lowercased()
    guard !typed.isEmpty else { return state.folder.entries }
    let hits = state.folder.entries.filter { $0.name.lowercased().hasPrefix(typed) }
    return hits.isEmpty ? state.folder.entries : hits
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
    let folder = PathText.joined(path, "")
    state.memory.setText("path", folder)
    state.memory.tables["files"] = nil
    return [.listFolder(folder)]
  }

  private func read(_ state: inout State) -> [Effect] {
    let path = state.memory.text("path")
    guard !path.isEmpty else {
      state.notice = Notice(.problem, "no-path")
      return Focusing.move(to: "path", &state) + [.bell]
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
