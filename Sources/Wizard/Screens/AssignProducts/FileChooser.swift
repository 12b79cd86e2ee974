import Canvas
import Migration
import Widgets

/// Choosing a file: a field for its path, and the folder's files below; the same wherever a file is
/// asked for. The words are those of the import.
enum FileChooser {
  /// The field and the table.
  static func widgets(_ scene: Scene, label: String) -> [any Widget] {
    let words = scene.words.of("import-users")
    let entries = shown(scene.state)
    return [
      FieldBox(
        id: "path", label: label, input: scene.memory.inputs["path"] ?? TextInput(), columns: 64),
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

  /// What happens in it; `read` is made of the path of a file that was chosen. Nil for the rest.
  static func handle(
    _ event: Event, _ state: inout State, _ work: LongWork.Kind, _ read: (String) -> Effect
  ) -> [Effect]? {
    switch event {
    case .opened: return [.listFolder(PathText.folder(of: state.memory.text("path")))]
    case .edited("path"):
      state.memory.tables["files"] = nil
      let folder = PathText.folder(of: state.memory.text("path"))
      return folder == PathText.folder(of: state.folder.path) ? [] : [.listFolder(folder)]
    case .pressed("files"):
      let entries = shown(state)
      let cursor = state.memory.rows("files").cursor
      guard entries.indices.contains(cursor) else { return [] }
      let path = PathText.joined(state.folder.path, entries[cursor].name)
      guard entries[cursor].isFolder else {
        state.memory.setText("path", path)
        return start(&state, work, read)
      }
      let folder = PathText.joined(path, "")
      state.memory.setText("path", folder)
      state.memory.tables["files"] = nil
      return [.listFolder(folder)]
    case .pressed("read"), .pressed("path"): return start(&state, work, read)
    default: return nil
    }
  }

  private static func start(
    _ state: inout State, _ work: LongWork.Kind, _ read: (String) -> Effect
  ) -> [Effect] {
    let path = state.memory.text("path")
    guard !path.isEmpty else {
      state.notice = Notice(.problem, "no-path")
      return Focusing.move(to: "path", &state) + [.bell]
    }
    state.work = LongWork(work)
    return [read(path)]
  }

  /// What is in the folder and goes with what was typed behind the last stroke.
  private static func shown(_ state: State) -> [Folder.Entry] {
    let typed = PathText.name(of: state.memory.text("path")).lowercased()
    guard !typed.isEmpty else { return state.folder.entries }
    let hits = state.folder.entries.filter { $0.name.lowercased().hasPrefix(typed) }
    return hits.isEmpty ? state.folder.entries : hits
  }

  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: "\(bytes) B"
    case ..<1_000_000: "\(bytes / 1_000) kB"
    default: "\(bytes / 1_000_000) MB"
    }
  }
}
