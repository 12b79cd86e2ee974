import Migration

/// Which computers are meant on their table, for the pages that do something about them.
extension Computers {
  /// The chosen computers, or the one under the cursor.
  static func meant(_ state: State) -> [ComputerID] {
    list.meant(state, Self().memory(state)).map { ComputerID($0) }
  }

  /// The numbers of the chosen computers.
  static func chosen(_ state: State) -> Set<Int64> { Self().memory(state).rows(list.table).chosen }

  /// Chooses one computer, and no other.
  static func choose(_ id: ComputerID, _ state: inout State) {
    let revision = state.summary.revision
    Self().remember(&state) { memory in
      memory.tables[list.table, default: list.startRows].choose([id.number], at: revision)
    }
  }

  /// Lets go of which are chosen, once something was done about them.
  static func letGo(_ state: inout State) {
    Self().remember(&state) { $0.tables[list.table]?.choose([], at: 0) }
  }

  /// Opens the list on a part; Esc leads back from there at once.
  static func turn(to part: ComputerPart, _ state: inout State) {
    Self().remember(&state) { list.open(on: part.rawValue, &$0) }
  }
}
