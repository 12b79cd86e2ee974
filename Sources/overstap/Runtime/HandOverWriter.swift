import Documents
import Migration
import SessionFile
import Wizard

/// What a step gives for a hand-over: its files, and the change that keeps it.
struct HandOverFiles {
  /// All files, in order.
  var outputs: [OutgoingWriter.Output]
  /// Those that stand for its rows: their digest is the hand-over's.
  var lists: [OutgoingWriter.Output]
  /// How many rows it has.
  var rowCount: Int
  /// Whether a file is named in the record; the others are found in its folder.
  var isNamed: @Sendable (String) -> Bool = { _ in true }
  /// What keeps it in the session, with its rows bound to it.
  var change: (HandOver) -> Change

  /// Makes what a step gives; its files stand for its rows where nothing else is said.
  init(
    _ outputs: [OutgoingWriter.Output], lists: [OutgoingWriter.Output]? = nil, rows rowCount: Int,
    isNamed: @escaping @Sendable (String) -> Bool = { _ in true },
    change: @escaping (HandOver) -> Change
  ) {
    self.outputs = outputs
    self.lists = lists ?? outputs
    self.rowCount = rowCount
    self.isNamed = isNamed
    self.change = change
  }
}

/// Makes the hand-overs of all steps: a number, a folder of their own, the files, the record.
enum HandOverWriter {
  /// Writes the next hand-over into a folder. `prepare` says in the outgoing which rows are in it, and gives
  /// their files; nil where there are none.
  static func carryOut(
    _ kind: Outgoing.Kind, of step: Step, into folder: String, group: String?,
    on file: SessionFile, at moment: Moment,
    _ prepare: (inout Outgoing) throws -> HandOverFiles?
  ) throws -> Answer {
    if let told = OutgoingWriter.answer(on: file, at: moment) { return told }
    let number = (try file.summary().handOvers.map(\.number).max() ?? 0) + 1
    var outgoing = Outgoing(
      kind, folder: AdminPath.system(folder) + "/overstap-hand-over-\(number)", makesFolder: true,
      day: moment.day)
    outgoing.handOver = number
    outgoing.group = group ?? ""
    guard let files = try prepare(&outgoing) else { return .notRead("hand-over-empty", [:]) }
    do {
      let written = try OutgoingWriter.carryOut(outgoing, files.outputs, on: file, at: moment) {
        files.change(record($0, step, files))
      }
      return .handedOver(record(written, step, files), try file.summary())
    } catch let failure as FileFailure {
      return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
    }
  }

  /// A hand-over that was broken off, made again from the session; nil where `files` is, since its rows are
  /// not as they were.
  static func prepared(
    _ outgoing: Outgoing, of step: Step, _ files: HandOverFiles?
  ) -> (Change, [OutgoingWriter.Output])? {
    files.map { ($0.change(record(outgoing, step, $0)), $0.outputs) }
  }

  private static func record(_ outgoing: Outgoing, _ step: Step, _ files: HandOverFiles) -> HandOver
  {
    HandOver(
      number: outgoing.handOver ?? 0, step: step, writtenOn: outgoing.day, group: outgoing.group,
      rowCount: files.rowCount,
      files: outgoing.files.filter { files.isNamed($0.name) }
        .map { AdminPath.shown("\(outgoing.folder)/\($0.name)") },
      digest: Digest.of(files.lists.map(\.bytes)))
  }
}
