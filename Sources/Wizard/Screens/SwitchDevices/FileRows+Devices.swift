import Migration

extension FileRows<Computer> {
  /// Computers, as a page asks for them.
  static func computers(
    _ question: @escaping @Sendable (State) -> ComputerQuery
  ) -> FileRows {
    FileRows(
      \State.migration.switchDevices.computers, question: question,
      read: { .switchDevices(.readComputers($0, $1)) },
      readNumbers: { .switchDevices(.readComputerIDs($0)) },
      numbers: { answer, query in
        guard case .switchDevices(.computerIDs(query, let ids)) = answer else { return nil }
        return ids.map(\.number)
      })
  }
}

extension FileRows<Installation> {
  /// Products on computers, as a page asks for them.
  static func installations(
    _ question: @escaping @Sendable (State) -> InstallationQuery
  ) -> FileRows {
    FileRows(
      \State.migration.switchDevices.installations, question: question,
      read: { .switchDevices(.readInstallations($0, $1)) },
      readNumbers: { .switchDevices(.readInstallationIDs($0)) },
      numbers: { answer, query in
        guard case .switchDevices(.installationIDs(query, let ids)) = answer else { return nil }
        return ids.map(\.number)
      })
  }
}
