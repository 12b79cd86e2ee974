import Glibc
import Migration

extension SessionFile {
  /// Puts aside, or plays back, a journal that lies beside a session and was not taken for its own, as
  /// somebody decided; gives the paths of what is kept of the state before. Nothing is changed where
  /// the session would not be whole. Take the `SessionLock` before.
  package static func resolveJournal(
    at path: String, _ way: StrayJournal.Way
  ) throws(SessionOpenError) -> [String] {
    do {
      return try JournalWay(path: path, schema: .current).follow(way)
    } catch {
      throw SessionOpenError(error)
    }
  }

  /// What is the matter with the journal beside a session; nil when there is none, or it belongs there.
  package static func strayJournal(at path: String) throws(SessionOpenError) -> StrayJournal? {
    do {
      _ = try HotJournal.find(at: SessionOpener(path: path, schema: .current).path)?
        .playedBack(.current)
      return nil
    } catch SessionOpenError.strayJournal(let journal) {
      return journal
    } catch {
      throw SessionOpenError(error)
    }
  }
}

/// The two ways out of a journal that cannot be trusted. What was there stays, under another name.
private struct JournalWay {
  var path: String
  var schema: Schema

  init(path: String, schema: Schema) {
    self.path = SessionOpener(path: path, schema: schema).path
    self.schema = schema
  }

  func follow(_ way: StrayJournal.Way) throws -> [String] {
    guard let hot = try HotJournal.find(at: path) else { return [] }
    do {
      _ = try hot.playedBack(schema)
      // It belongs there: opening plays it back.
      return []
    } catch SessionOpenError.strayJournal(let journal) {
      guard journal.ways.contains(way) else { throw SessionOpenError.strayJournal(journal) }
      switch way {
      case .without: return [try putAside(hot)]
      case .with: return try playBack(hot)
      }
    }
  }

  private func putAside(_ hot: HotJournal) throws -> String {
    let journal = HotJournal.journalPath(hot.path)
    let aside = free(hot.path + ".journal-aside", endings: [""])
    // Linked under the new name first, so that nothing that came there meanwhile is replaced.
    guard
      link(RawName.bytes(journal), RawName.bytes(aside)) == 0 || errno == EPERM
        || errno == EOPNOTSUPP,
      rename(RawName.bytes(journal), RawName.bytes(aside)) == 0
    else { throw SessionOpenError.notWritable(errorWords()) }
    // Two names of one file are not renamed into one.
    unlink(RawName.bytes(journal))
    _ = chmod(RawName.bytes(aside), 0o600)
    return aside
  }

  /// Both are copied, SQLite plays the journal back, and where what comes out is not what was looked
  /// at in memory, both are put back.
  private func playBack(_ hot: HotJournal) throws -> [String] {
    guard let parsed = RollbackJournal(hot.journal) else { return [] }
    let copy = free(hot.path + ".before-journal", endings: ["", "-journal"])
    let journalCopy = HotJournal.journalPath(copy)
    try WholeFile.write(hot.file, to: copy)
    do {
      try WholeFile.write(hot.journal, to: journalCopy)
      try Self.letPlayBack(hot.path)
      let result = try WholeFile.read(hot.path)
      guard result == parsed.playedBack(on: hot.file) else {
        throw SessionOpenError.damaged
      }
    } catch {
      // The journal goes back last: until then the file's copy is not played back.
      if Glibc.access(RawName.bytes(HotJournal.journalPath(hot.path)), F_OK) != 0 {
        rename(RawName.bytes(copy), RawName.bytes(hot.path))
        rename(RawName.bytes(journalCopy), RawName.bytes(HotJournal.journalPath(hot.path)))
      } else {
        unlink(RawName.bytes(copy))
        unlink(RawName.bytes(journalCopy))
      }
      throw error
    }
    return [copy, journalCopy]
  }

  private static func letPlayBack(_ path: String) throws {
    try Connection(path: path).run("PRAGMA synchronous = FULL; PRAGMA user_version")
  }

  /// A path, with a number behind it where something has it with one of the endings.
  private func free(_ path: String, endings: [String]) -> String {
    var (found, number) = (path, 2)
    while endings.contains(where: { Glibc.access(RawName.bytes(found + $0), F_OK) == 0 }) {
      found = "\(path)-\(number)"
      number += 1
    }
    return found
  }
}
