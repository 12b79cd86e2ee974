import Canvas
import Migration
import Widgets

/// Choosing a file: a path with completion, and what is in its folder. Screens that have it read the
/// file on `read`, and follow their edges to where its content belongs.
enum FilePicker {
  static func widgets(_ scene: Scene, _ label: String) -> [any Widget] {
    let words = scene.words.of("add-file")
    let entries = shown(scene.state)
    return [
      FieldBox(
        id: "path", label: label, input: scene.memory.inputs["path"] ?? TextInput(),
        example: words("values.example"), columns: 64),
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
              .text(entry.isFolder ? "" : size(entry.size), .dim),
            ])
        }, cursor: scene.memory.rows("files").cursor, top: scene.memory.rows("files").top,
        emptyText: words(scene.state.folder.isUnreadable ? "notes.unreadable" : "notes.no-files")),
    ]
  }

  /// What happens on the picker; nil for what is not its own.
  static func handle(
    _ event: Event, _ work: LongWork.Kind, _ state: inout State
  ) -> [Effect]? {
    switch event {
    case .opened: return [.listFolder(PathText.folder(of: state.memory.text("path")))]
    case .edited("path"):
      state.memory.tables["files"] = nil
      let folder = PathText.folder(of: state.memory.text("path"))
      return folder == PathText.folder(of: state.folder.path) ? [] : [.listFolder(folder)]
    case .pressed("files"): return choose(work, &state)
    case .pressed("read"), .pressed("path"): return read(work, &state)
    case .pressed("cancel"):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .answered(.review): return Navigation.follow("review", &state)
    case .answered(.evidence): return Navigation.follow("evidence", &state)
    default: return nil
    }
  }

  /// What is in the folder and goes with what was typed behind the last stroke.
  private static func shown(_ state: State) -> [Folder.Entry] {
    let typed = PathText.name(of: state.memory.text("path")).lowercased()
    guard !typed.isEmpty else { return state.folder.entries }
    let hits = state.folder.entries.filter { $0.name.lowercased().hasPrefix(typed) }
    return hits.isEmpty ? state.folder.entries : hits
  }

  private static func choose(_ work: LongWork.Kind, _ state: inout State) -> [Effect] {
    let entries = shown(state)
    let cursor = state.memory.rows("files").cursor
    guard entries.indices.contains(cursor) else { return [] }
    let entry = entries[cursor]
    let path = PathText.joined(state.folder.path, entry.name)
    guard entry.isFolder else {
      state.memory.setText("path", path)
      return read(work, &state)
    }
    let folder = PathText.joined(path, "")
    state.memory.setText("path", folder)
    state.memory.tables["files"] = nil
    return [.listFolder(folder)]
  }

  private static func read(_ work: LongWork.Kind, _ state: inout State) -> [Effect] {
    let path = state.memory.text("path")
    guard !path.isEmpty else {
      state.notice = Notice(.problem, "no-path")
      return Focusing.move(to: "path", &state) + [.bell]
    }
    state.work = LongWork(work)
    return [.readFile(path: path)]
  }

  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: "\(bytes) B"
    case ..<1_000_000: "\(bytes / 1_000) kB"
    default: "\(bytes / 1_000_000) MB"
    }
  }
}
