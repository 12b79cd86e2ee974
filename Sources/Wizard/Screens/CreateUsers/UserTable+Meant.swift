import Migration

/// Who is meant on the user table, for the pages that do something about them.
extension UserTable {
  /// The numbers of the chosen people.
  static func chosen(_ state: State) -> Set<Int64> { Self().memory(state).rows("users").chosen }

  /// The chosen people, or the one under the cursor.
  static func meant(_ state: State) -> [UserID] {
    let memory = Self().memory(state)
    let chosen = memory.rows("users").chosen
    if !chosen.isEmpty { return chosen.sorted().map { UserID($0) } }
    return memory.meant("users").flatMap { state.createUsers.users.window[$0] }.map { [$0.id] }
      ?? []
  }

  /// Lets go of who is chosen, once something was done about them.
  static func letGo(_ state: inout State) {
    Self().remember(&state) { $0.tables["users"]?.chosen = [] }
  }
}
