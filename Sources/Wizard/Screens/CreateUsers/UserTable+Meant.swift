import Migration

/// Who is meant on the user table, for the pages that do something about them.
extension UserTable {
  /// The numbers of the chosen people.
  static func chosen(_ state: State) -> Set<Int64> { Self().memory(state).rows(list.table).chosen }

  /// The chosen people, or the one under the cursor.
  static func meant(_ state: State) -> [UserID] {
    list.meant(state, Self().memory(state)).map { UserID($0) }
  }

  /// Lets go of who is chosen, once something was done about them.
  static func letGo(_ state: inout State) {
    Self().remember(&state) { $0.tables[list.table]?.choose([], at: 0) }
  }
}
