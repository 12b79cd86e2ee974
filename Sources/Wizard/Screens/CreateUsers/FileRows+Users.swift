import Migration

extension FileRows<User> {
  /// Users, as a page asks for them.
  static func users(_ question: @escaping @Sendable (State) -> UserQuery) -> FileRows {
    FileRows(
      \State.migration.createUsers.users, question: question,
      read: { .createUsers(.readUsers($0, $1)) },
      readNumbers: { .createUsers(.readUserIDs($0)) },
      numbers: { answer, query in
        guard case .createUsers(.userIDs(query, let ids)) = answer else { return nil }
        return ids
      })
  }
}

extension FileRows<PortalPerson> {
  /// People whom the portal has and our list has not, with the letters that stand in the filter.
  static let strangers = FileRows(
    \State.migration.createUsers.strangers,
    question: { StrangerQuery(filter: $0.memory.text("filter")) },
    read: { .createUsers(.readStrangers($0, $1)) },
    readNumbers: { .createUsers(.readStrangerIDs($0)) },
    numbers: { answer, query in
      guard case .createUsers(.strangerIDs(query, let ids)) = answer else { return nil }
      return ids.map { ProveUsersTable.key($0) }
    })
}
