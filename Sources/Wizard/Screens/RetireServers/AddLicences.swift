import Canvas
import Migration
import Widgets

/// Debug logs, lmstat outputs and licence files: one or several, found by typing or choosing.
struct AddLicences: Screen {
  let name = "add-licences"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    let picker = words.of("add-file")
    let rows = scene.memory.rows("files")
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets = [
      LicenceTabs.row("files", scene),
      FieldBox(
        id: "path", label: words("labels.path"),
        input: scene.memory.inputs["path"] ?? TextInput(), example: words("values.example"),
        columns: 64),
      Table(
        id: "files", name: picker("labels.files"),
        columns: [
          Table.Column(picker("columns.file"), width: 24, share: 1),
          Table.Column(picker("columns.size"), width: 10, isTrailing: true),
        ],
        rows: shown(scene.state).enumerated().map { index, entry in
          Table.Row(
            key: Self.key(of: entry),
            items: [
              .plain(entry.isFolder ? entry.name + "/" : entry.name),
              .text(entry.isFolder ? "" : FilePicker.size(entry.size), .dim),
            ])
        }, cursor: rows.cursor, top: rows.top, chosen: rows.chosen,
        emptyText: picker(scene.state.folder.isUnreadable ? "notes.unreadable" : "notes.no-files")),
    ]
    page.footer = [
      ButtonRow([
        .init(
          "read",
          rows.chosen.isEmpty
            ? words("actions.read") : words("counts.read", count: rows.chosen.count)),
        .init("cancel", words.common("actions.cancel")),
      ]),
      Paragraph(words("notes.what"), style: .dim),
    ]
    page.firstFocus = "path"
    page.defaultButton = "read"
    return page
  }

  func commands(_ scene: Scene) -> [Offer] { [Offer(.choose)] }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened: return [.listFolder(PathText.folder(of: state.memory.text("path")))]
    case .edited("path"):
      state.memory.tables["files"] = nil
      let folder = PathText.folder(of: state.memory.text("path"))
      return folder == PathText.folder(of: state.folder.path) ? [] : [.listFolder(folder)]
    case .command(.choose): return mark(&state)
    case .pressed("files"): return choose(&state)
    case .pressed("read"), .pressed("path"): return read(&state)
    case .pressed("cancel"):
      Navigation.forget(&state)
      return Navigation.back(&state)
    case .pressed(let id): return LicenceTabs.pressed(id, &state) ?? []
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

  /// A number that stays with a name, so that a choice outlives a longer or shorter list. FNV-1a.
  private static func key(of entry: Folder.Entry) -> Int64 {
    let hash = entry.name.utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return Int64(bitPattern: hash)
  }

  private func mark(_ state: inout State) -> [Effect] {
    let entries = shown(state)
    var rows = state.memory.rows("files")
    guard entries.indices.contains(rows.cursor), !entries[rows.cursor].isFolder else { return [] }
    let key = Self.key(of: entries[rows.cursor])
    if rows.chosen.remove(key) == nil { rows.chosen.insert(key) }
    rows.cursor = min(rows.cursor + 1, entries.count - 1)
    state.memory.tables["files"] = rows
    return []
  }

  private func choose(_ state: inout State) -> [Effect] {
    let entries = shown(state)
    let rows = state.memory.rows("files")
    guard rows.chosen.isEmpty else { return read(&state) }
    guard entries.indices.contains(rows.cursor) else { return [] }
    let entry = entries[rows.cursor]
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
    let chosen = state.memory.rows("files").chosen
    var paths = state.folder.entries.filter { chosen.contains(Self.key(of: $0)) }
      .map { PathText.joined(state.folder.path, $0.name) }
    if paths.isEmpty { paths = [state.memory.text("path")].filter { !$0.isEmpty } }
    guard !paths.isEmpty else {
      state.notice = Notice(.problem, "no-path")
      return Focusing.move(to: "path", &state) + [.bell]
    }
    state.work = LongWork(.readingLog)
    return [.licensing(.readFiles(paths))]
  }
}
