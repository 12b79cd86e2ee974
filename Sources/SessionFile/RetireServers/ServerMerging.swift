import Migration

extension ChangeDraft {
  /// Makes one server of two that turn out to be computers of one redundant set: what documents said
  /// of either they said of both, and one that is still in use keeps the other from being off.
  mutating func merge(_ other: ServerID, into server: ServerID) throws {
    var row = try serverRow(server)
    let gone = try serverRow(other)
    var documents = try ServerDocuments(of: server, row, connection)
    var others = try ServerDocuments(of: other, gone, connection)
    let known = documents.evidence
    var evidence = known
    for said in others.evidence.said { evidence.add(said) }
    try others.bring(to: ServerEvidence(), &self)
    row.details.follow(evidence.details, from: known.details, by: gone.details)
    if gone.isInUse, !row.isInUse {
      (row.standing, row.since, row.proof, row.statedOn) = (
        gone.standing, gone.since, gone.proof, gone.statedOn
      )
    }
    try documents.bring(to: evidence, &self)
    try moveUses(of: other, to: server)
    try keep(row, of: server)
    try put(.server, other.number, nil)
  }

  private mutating func moveUses(of other: ServerID, to server: ServerID) throws {
    let reading = try connection.once(
      "SELECT id FROM network_use WHERE server = ? AND shelved = 0 ORDER BY id")
    reading.bind(1, other.number)
    var ids: [Int64] = []
    while try reading.step() { ids.append(reading.integer(0)) }
    let finding = try connection.statement(
      "SELECT id FROM network_use WHERE server = ? AND use_key = ? AND shelved = 0")
    for id in ids {
      guard let before = try TrackedTable.use.values(id, connection) else { continue }
      var row = UseRow(before)
      finding.bind(1, server.number)
      finding.bind(2, copying: row.key)
      let same: Int64? = try finding.step() ? finding.integer(0) : nil
      finding.reset()
      if let same, let values = try TrackedTable.use.values(same, connection) {
        var whole = UseRow(values)
        whole.add(row)
        try put(.use, id, before: before, after: nil)
        try put(.use, same, before: values, after: whole.values)
      } else {
        row.server = server.number
        try put(.use, id, before: before, after: row.values)
      }
    }
  }
}

extension ServerRow {
  /// Whether it is neither out of use nor kept.
  fileprivate var isInUse: Bool { standing == .planned || standing == .failed }
}
