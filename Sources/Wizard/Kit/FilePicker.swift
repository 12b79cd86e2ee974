import Canvas
import Migration
import Widgets

/// Choosing a file, or several: a path with completion, and what is in its folder; the same wherever
/// files are asked for. The words are those of the page that takes any file.
enum FilePicker {
  /// What is in the folder and goes with what was typed behind the last stroke, each with its place in
  /// the folder, which stays while letters come and go.
  private static func list(several: Bool) -> ListPage<Numbered<Folder.Entry>> {
    ListPage(
      table: "files", title: { $0.words.of("add-file")("labels.files") },
      source: .here { scene in
        let typed = PathText.name(of: scene.memory.text("path")).lowercased()
        let entries = Numbered.all(scene.state.folder.entries)
        guard !typed.isEmpty else { return entries }
        return entries.filter { $0.value.name.lowercased().hasPrefix(typed) }
      },
      columns: { scene in
        let words = scene.words.of("add-file")
        return [
          Table.Column(words("columns.file"), width: 24, share: 1),
          Table.Column(words("columns.size"), width: 10, isTrailing: true),
        ]
      }, key: { Int64($0.place) },
      cells: { entry, _, _ in
        let entry = entry.value
        return [
          .plain(entry.isFolder ? entry.name + "/" : entry.name),
          .text(entry.isFolder ? "" : size(entry.size), .dim),
        ]
      }, letters: .none, choosing: several ? .foremost : .none,
      mayChoose: { !$0.value.isFolder },
      empty: { $0.words.of("add-file")(emptyText($0.state.folder)) })
  }

  /// The field and the table; `example` is a file's name as it could be.
  static func widgets(_ scene: Scene, label: String, example: String? = nil) -> [any Widget] {
    let words = scene.words.of("add-file")
    return [
      FieldBox(
        id: "path", label: label, input: scene.memory.inputs["path"] ?? TextInput(),
        example: example ?? words("values.example"), finding: failure(scene), columns: 64),
      list(several: false).widget(scene),
    ]
  }

  /// The commands of one that takes several files.
  static func offers(_ scene: Scene) -> [Offer] { list(several: true).offers(scene) }

  /// What happens in it; `read` is made of the path of a file that was chosen. Nil for the rest.
  static func handle(
    _ event: Event, _ state: inout State, _ read: (String) -> Effect
  ) -> [Effect]? {
    handle(event, &state) { paths, _ in paths.prefix(1).map(read) }
  }

  /// What happens in one that takes several files; `read` is made of their paths.
  static func handleSeveral(
    _ event: Event, _ state: inout State, _ read: ([String]) -> Effect
  ) -> [Effect]? {
    if case .command = event { return list(several: true).handle(event, &state) }
    return handle(event, &state) { paths, _ in [read(paths)] }
  }

  private static func handle(
    _ event: Event, _ state: inout State, _ read: ([String], inout State) -> [Effect]
  ) -> [Effect]? {
    switch event {
    case .opened(let isReturn):
      Form.begin(in: "path", isReturn, &state)
      return list(&state)
    case .edited("path"):
      state.memory.tables["files"] = nil
      forgetFailure(&state)
      let folder = PathText.folder(of: state.memory.text("path"))
      return folder == state.memory[Note.self].listed ? [] : list(&state)
    case .pressed("files"): return choose(&state, read)
    case .pressed("read"), .pressed("path"): return start(&state, read)
    case .answered(.notRead("file-is-folder", _)): return open(&state)
    case .answered(.notRead(let key, let arguments)) where key.hasPrefix("file-"):
      // It is said beside the field, until another file is named there.
      state.memory[Note.self].failure = Note.Failure(key: key, arguments: arguments)
      state.notice = nil
      return Focus.move(to: "path", &state)
    default: return nil
    }
  }

  // MARK: What is remembered

  /// What it remembers beside the path.
  struct Note: PageNote {
    /// Why a file was not read.
    struct Failure: Equatable {
      /// The key of the sentence in the words of `messages`.
      var key: String
      /// Its arguments.
      var arguments: [String: String]
    }

    /// The folder that was listed last; nil before any was.
    var listed: String?
    /// Why the file was not read; nil until one was tried.
    var failure: Failure?

    /// Older programs kept both; they are found out anew.
    mutating func restore(_ name: String, _ text: String) -> Bool {
      ["input.listed", "input.failure", "input.failure-path", "input.failure-reason"].contains(name)
    }
  }

  private static func failure(_ scene: Scene) -> FieldBox.Finding? {
    scene.memory[Note.self].failure.map { failure in
      FieldBox.Finding(
        scene.words.of("messages")("messages.\(failure.key)", failure.arguments), isError: true)
    }
  }

  private static func forgetFailure(_ state: inout State) {
    state.memory[Note.self].failure = nil
  }

  private static func emptyText(_ folder: Folder) -> String {
    folder.isUnreadable
      ? "notes.unreadable" : folder.entries.isEmpty ? "notes.no-files" : "notes.no-hits"
  }

  // MARK: Folders and files

  /// Lists the folder of what was typed.
  private static func list(_ state: inout State) -> [Effect] {
    let folder = PathText.folder(of: state.memory.text("path"))
    state.memory[Note.self].listed = folder
    return [.listFolder(folder)]
  }

  /// Opens the folder that was typed.
  private static func open(_ state: inout State) -> [Effect] {
    state.notice = nil
    state.memory.setText("path", PathText.joined(state.memory.text("path"), ""))
    state.memory.tables["files"] = nil
    return list(&state)
  }

  private static func choose(
    _ state: inout State, _ read: ([String], inout State) -> [Effect]
  ) -> [Effect] {
    guard let entry = list(several: false).present(state)?.value else { return [] }
    if !state.memory.rows("files").chosen.isEmpty, !entry.isFolder { return start(&state, read) }
    state.memory.setText("path", PathText.joined(state.folder.path, entry.name))
    forgetFailure(&state)
    return entry.isFolder ? open(&state) : start(&state, read)
  }

  private static func start(
    _ state: inout State, _ read: ([String], inout State) -> [Effect]
  ) -> [Effect] {
    let chosen = state.memory.rows("files").chosen
    if !chosen.isEmpty {
      let names = state.folder.entries.enumerated().filter { chosen.contains(Int64($0.offset)) }
      return read(names.map { PathText.joined(state.folder.path, $0.element.name) }, &state)
    }
    let path = state.memory.text("path")
    guard !path.isEmpty else {
      state.notice = Notice(.problem, "no-path")
      return Focus.move(to: "path", &state) + [.bell]
    }
    forgetFailure(&state)
    let name = PathText.name(of: path)
    if name.isEmpty || state.folder.entries.contains(where: { $0.isFolder && $0.name == name }) {
      return open(&state)
    }
    return read([path], &state)
  }

  /// How large a file is, as people say it.
  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: "\(bytes) B"
    case ..<1_000_000: "\(bytes / 1_000) kB"
    case ..<1_000_000_000: "\(bytes / 1_000_000) MB"
    default: "\(bytes / 1_000_000_000) GB"
    }
  }
}
