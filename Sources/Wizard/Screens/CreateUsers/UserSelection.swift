import Migration

/// Who is meant on the user table: the chosen people, or the one under the cursor.
enum UserSelection {
  static func ids(_ state: State) -> [UserID] {
    let rows = (state.memories["user-table"] ?? Memory()).rows("users")
    if !rows.chosen.isEmpty { return rows.chosen.sorted().map { UserID($0) } }
    return state.users.window[rows.cursor].map { [$0.id] } ?? []
  }
}
