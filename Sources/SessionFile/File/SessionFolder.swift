import Migration

/// The sessions in a folder, to choose from: without a lock, some 0.1 ms each.
package enum SessionFolder {
  /// One session of a folder.
  package struct Entry: Hashable, Sendable {
    /// The name of the file.
    package var name: String
    /// Its path.
    package var path: String
    /// The organisation; empty when it is not given yet or cannot be read now.
    package var organisation: String
    /// The team; empty when it is not given yet or cannot be read now.
    package var team: String
    /// The revision; 0 before the first change.
    package var revision: Int64
    /// The day of the last change; nil before the first.
    package var lastDay: Day?
    /// Whether its contents could be read; a file that is being written or has to be put right after
    /// a crash may not be readable for the moment.
    package var isReadable: Bool
    /// Whether a newer version of the program made it.
    package var isNewer: Bool
  }

  /// The sessions among the files in a folder, the one that was changed last first, then by name; copies
  /// of older versions left out.
  package static func list(_ path: String, names: [String]) -> [Entry] {
    var entries: [Entry] = []
    for name in names {
      if name.hasPrefix(".") || name.contains(".before-") { continue }
      let file = path + "/" + name
      guard case .session(let version)? = try? SessionHeader.read(file) else { continue }
      entries.append(entry(name, file, version))
    }
    return entries.sorted { left, right in
      let days = (left.lastDay?.number ?? .min, right.lastDay?.number ?? .min)
      return days.0 == days.1 ? left.name < right.name : days.0 > days.1
    }
  }

  private static func entry(_ name: String, _ path: String, _ version: Int) -> Entry {
    var entry = Entry(
      name: name, path: path, organisation: "", team: "", revision: 0, lastDay: nil,
      isReadable: false, isNewer: version > Schema.current.number)
    do {
      try read(&entry, Connection(path: path, readOnly: true, patience: 50))
      entry.isReadable = true
    } catch {
      // The name alone is shown; opening it says what is the matter.
    }
    return entry
  }

  private static func read(_ entry: inout Entry, _ connection: Connection) throws {
    let reading = try connection.once(
      """
      SELECT name, value FROM setting WHERE name IN ('organisation', 'team')
      UNION ALL
      SELECT name, CAST(value AS TEXT) FROM counter WHERE kind = 'file'
      """)
    while try reading.step() {
      switch reading.text(0) {
      case "organisation": entry.organisation = reading.text(1)
      case "team": entry.team = reading.text(1)
      case Tally.revision.name: entry.revision = Int64(reading.text(1)) ?? 0
      case Tally.lastDay.name:
        entry.lastDay = Int(reading.text(1)).map { Day(number: $0) }
      default: continue
      }
    }
  }
}
