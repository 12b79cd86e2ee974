import Migration

extension SessionFile {
  /// Where somebody was when it was last kept; empty when nothing was.
  package func place() throws(SessionReadError) -> Place {
    let place: Place = try reading { connection in
      let statement = try connection.statement("SELECT name, text FROM place ORDER BY position")
      defer { statement.reset() }
      var entries: [(name: String, text: String)] = []
      while try statement.step() { entries.append((statement.text(0), statement.text(1))) }
      return Place(entries: entries)
    }
    keptPlace = place
    return place
  }

  /// Keeps where somebody is, with what is half typed; the same as before costs nothing. No journal,
  /// no new revision.
  package func keep(_ place: Place) throws(ChangeRefusal) {
    guard place != keptPlace else { return }
    let old = keptPlace?.entries ?? []
    let new = place.entries
    let isFirst = keptPlace == nil
    try writing { connection in
      let removing = try connection.statement("DELETE FROM place WHERE position >= ?")
      removing.bind(1, isFirst ? 0 : new.count)
      try removing.run()
      let adding = try connection.statement(
        "INSERT OR REPLACE INTO place (position, name, text) VALUES (?, ?, ?)")
      // A long text that was left somewhere is not written again with every key.
      for (position, entry) in new.enumerated()
      where !(position < old.count && old[position] == entry) {
        adding.bind(1, position)
        adding.bind(2, entry.name)
        adding.bind(3, entry.text)
        try adding.run()
      }
    }
    keptPlace = place
  }

  // MARK: Remembered mappings

  /// How the columns of a list were read before, by the name that the reader gave it; nil for never.
  package func mapping(_ name: String) throws(SessionReadError) -> String? {
    try reading { connection in
      let statement = try connection.statement("SELECT text FROM mapping WHERE name = ?")
      defer { statement.reset() }
      statement.bind(1, name)
      return try statement.step() ? statement.text(0) : nil
    }
  }

  /// Remembers how the columns of a list are read; nil forgets. No journal, no new revision.
  package func remember(mapping text: String?, as name: String) throws(ChangeRefusal) {
    try writing { connection in
      let statement = try connection.statement(
        text == nil
          ? "DELETE FROM mapping WHERE name = ?1"
          : "INSERT OR REPLACE INTO mapping (name, text) VALUES (?1, ?2)")
      statement.bind(1, name)
      if let text { statement.bind(2, text) }
      try statement.run()
    }
  }
}
