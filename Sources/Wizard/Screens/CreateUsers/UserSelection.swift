import Migration

/// Who is meant on the user table: the chosen people, or the one under the cursor.
enum UserSelection {
  static func ids(_ state: State) -> [UserID] {
    let memory = state.memories["user-table"] ?? Memory()
    let chosen = memory.rows("users").chosen
    if !chosen.isEmpty { return chosen.sorted().map { UserID($0) } }
    return memory.meant("users").flatMap { state.createUsers.users.window[$0] }.map { [$0.id] }
      ?? []
  }
}
