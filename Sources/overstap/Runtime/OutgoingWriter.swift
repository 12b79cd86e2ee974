import Documents
import Glibc
import Migration
import SessionFile
import Wizard

/// Writes files outside a session: the intent is kept in it first, then the files are written, then the
/// word that they are whole is kept. Whatever happens between, the session knows of them.
enum OutgoingWriter {
  /// A file and what is in it.
  struct Output {
    var name: String
    var bytes: [UInt8]
  }

  /// Writes outputs. `change` gives what is kept in the session with the word that they are whole, and
  /// is told the folder; nil where that word is all. Where anything fails, no file is left.
  static func carryOut(
    _ outgoing: Outgoing, _ outputs: [Output], on file: SessionFile, at moment: Moment,
    _ change: (Outgoing) throws -> Change? = { _ in nil }
  ) throws -> Outgoing {
    var wanted = outgoing
    wanted.files = outputs.map { Outgoing.File(name: $0.name, digest: Digest.of([$0.bytes])) }
    let kept = try begin(wanted, on: file)
    do {
      for output in outputs {
        let path = "\(kept.folder)/\(output.name)"
        if output.name.contains("/") { try FileAccess.makeFolder(PathText.folder(of: path)) }
        try FileAccess.write(output.bytes, to: path)
      }
      if let change = try change(kept) {
        _ = try file.apply(change, at: moment, completing: kept)
      } else {
        try file.complete(kept)
      }
      return kept
    } catch {
      // What went wrong first is told; what cannot be removed now, the next start finds.
      if (try? remove(kept)) != nil { try? file.forget(kept) }
      throw error
    }
  }

  /// Keeps the intent and makes the folder.
  private static func begin(_ wanted: Outgoing, on file: SessionFile) throws -> Outgoing {
    guard wanted.makesFolder else {
      let kept = try file.begin(wanted)
      do {
        try FileAccess.makeFolder(kept.folder)
        return kept
      } catch {
        try? file.forget(kept)
        throw error
      }
    }
    while true {
      var free = wanted
      // Another migration, or a hand-over of long ago, may have left files under this name.
      free.folder = FileAccess.freePath(wanted.folder, endings: [""])
      let kept = try file.begin(free)
      do {
        if try FileAccess.makeOwnFolder(kept.folder) { return kept }
        try file.forget(kept)
      } catch {
        try? file.forget(kept)
        throw error
      }
    }
  }

  // MARK: What was broken off

  /// Finishes or removes what was broken off; gives what to say of it, nil where there is nothing.
  static func settle(on file: SessionFile, at moment: Moment) -> UnfinishedFiles? {
    guard file.writability == .writable, let unfinished = try? file.unfinished() else { return nil }
    var told: UnfinishedFiles?
    for outgoing in unfinished {
      let end = settle(outgoing, on: file, at: moment)
      // The gravest is told; each is in its folder.
      if told.map({ $0.end < end }) ?? true {
        told = UnfinishedFiles(end: end, folder: AdminPath.shown(outgoing.folder))
      }
    }
    return told
  }

  /// The same before another try, which waits until the admin has read what is said.
  static func answer(on file: SessionFile, at moment: Moment) -> Answer? {
    settle(on: file, at: moment).map { unfinished in
      let notice = Notice.of(unfinished)
      return .notRead(notice.key, notice.arguments)
    }
  }

  private static func settle(
    _ outgoing: Outgoing, on file: SessionFile, at moment: Moment
  ) -> UnfinishedFiles.End {
    do {
      if outgoing.files.allSatisfy({ isWhole($0, in: outgoing.folder) }),
        try finish(outgoing, on: file, at: moment)
      {
        return .finished
      }
      let isAllGone = try remove(outgoing)
      try file.forget(outgoing)
      return isAllGone ? .removed : .changed
    } catch {
      return .stuck
    }
  }

  /// Keeps what is whole as it was meant, if the session is still as it was; false if it is not.
  private static func finish(
    _ outgoing: Outgoing, on file: SessionFile, at moment: Moment
  ) throws -> Bool {
    switch outgoing.kind {
    case .users:
      guard let (change, outputs) = try UserHandOverWriter.prepared(outgoing, on: file),
        isSame(outputs, outgoing)
      else { return false }
      _ = try file.apply(change, at: moment, completing: outgoing)
    case .seats:
      guard let (change, outputs) = try SeatHandOverWriter.prepared(outgoing, on: file),
        isSame(outputs, outgoing)
      else { return false }
      _ = try file.apply(change, at: moment, completing: outgoing)
    case .devices:
      guard let (change, outputs) = try DeviceHandOverWriter.prepared(outgoing, on: file),
        isSame(outputs, outgoing)
      else { return false }
      _ = try file.apply(change, at: moment, completing: outgoing)
    case .messages:
      guard let (change, outputs) = try MessageHandOverWriter.prepared(outgoing, on: file),
        isSame(outputs, outgoing)
      else { return false }
      _ = try file.apply(change, at: moment, completing: outgoing)
    case .message, .scripts, .calendar, .report, .refused: try file.complete(outgoing)
    }
    return true
  }

  private static func isSame(_ outputs: [Output], _ outgoing: Outgoing) -> Bool {
    outputs.map { Outgoing.File(name: $0.name, digest: Digest.of([$0.bytes])) }
      == outgoing.files
  }

  private static func isWhole(_ file: Outgoing.File, in folder: String) -> Bool {
    guard let bytes = try? FileAccess.read("\(folder)/\(file.name)") else { return false }
    return Digest.of([bytes]) == file.digest
  }

  /// The folders within the folder, the innermost first.
  private static func folders(of outgoing: Outgoing) -> [String] {
    var folders: Set<String> = []
    for file in outgoing.files {
      var parts = file.name.split(separator: "/").dropLast()
      while !parts.isEmpty {
        folders.insert(parts.joined(separator: "/"))
        parts.removeLast()
      }
    }
    return folders.sorted { $0.utf8.count > $1.utf8.count }
  }

  /// Removes the files that are as they were written, and their unfinished parts; false where one was
  /// changed since, which stays.
  @discardableResult
  private static func remove(_ outgoing: Outgoing) throws(FileFailure) -> Bool {
    var isAllGone = true
    for file in outgoing.files {
      let path = "\(outgoing.folder)/\(file.name)"
      try FileAccess.remove(FileAccess.partPath(path))
      if isWhole(file, in: outgoing.folder) {
        try FileAccess.remove(path)
      } else if FileAccess.exists(path) {
        isAllGone = false
      }
    }
    // A folder in which anything else lies stays.
    for folder in folders(of: outgoing) { rmdir(RawName.bytes("\(outgoing.folder)/\(folder)")) }
    if outgoing.makesFolder { rmdir(RawName.bytes(outgoing.folder)) }
    return isAllGone
  }
}

extension OutgoingWriter.Output {
  init(_ output: InviteFile.Output) { self.init(name: output.name, bytes: output.bytes) }
}
