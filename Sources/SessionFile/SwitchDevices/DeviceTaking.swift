import Migration

extension ChangeDraft {
  /// Merges what files tell of computers with what is known: two sources tell of one thing, each with
  /// its moment, and the newest wins. A moment in the future tells nothing.
  mutating func take(_ batch: DeviceBatch, _ progress: ((Int) -> Bool)?) throws {
    let finder = ComputerFinder(connection)
    var next = try Tally.lastInstallation.read(connection) + 1
    let first = next
    for (done, told) in batch.told.enumerated() {
      if let progress, done % 100 == 99, !progress(done) { throw ChangeRefusal.cancelled }
      let at = told.moment ?? moment
      guard !SwitchProof.isAhead(at, moment) else {
        outcome.unchanged += 1
        continue
      }
      let known = try computer(told.computer.name, finder)
      let isChanged = try merge(told, at.minutes, into: known)
      let isInstalled = try take(told.products, of: told, at, known, &next)
      if !isChanged, !isInstalled { outcome.unchanged += 1 }
    }
    if next != first { try Tally.lastInstallation.set(next - 1, connection) }
    subject = batch.files.count == 1 ? batch.files[0] : ""
  }

  /// Merges what is told of the computer itself; true where that is news.
  private mutating func merge(
    _ told: DeviceBatch.Told, _ minutes: Int, into known: (id: Int64, row: ComputerRow)
  ) throws -> Bool {
    var row = known.row
    let isNewest = row.listedAt.map { minutes >= $0 } ?? true
    if told.computer.system != .unknown, row.system == .unknown || isNewest {
      row.system = told.computer.system
    }
    if !told.computer.group.isEmpty, row.group.isEmpty || isNewest {
      row.group = told.computer.group
    }
    switch told.source {
    case .deviceList: row.listedAt = max(minutes, row.listedAt ?? minutes)
    case .helperList: row.helperAt = max(minutes, row.helperAt ?? minutes)
    case .result: row.resultAt = max(minutes, row.resultAt ?? minutes)
    }
    var isChanged = row != known.row
    if isChanged {
      try put(.computer, known.id, before: known.row.values, after: row.values)
    }
    for person in told.computer.people {
      if try addPerson(person, to: known.id) { isChanged = true }
    }
    return isChanged
  }

  /// Merges what is told of the products of a computer; true where that is news.
  private mutating func take(
    _ products: [DeviceBatch.Product], of told: DeviceBatch.Told, _ at: Moment,
    _ computer: (id: Int64, row: ComputerRow), _ next: inout Int64
  ) throws -> Bool {
    guard told.source != .deviceList else { return false }
    var known = try installations(on: computer.id)
    let isBegun = known.contains { $0.row.isBegun }
    var seen: Set<Int64> = []
    var isChanged = false
    for product in products {
      let place = Self.place(of: product, in: known)
      let before = place.map { known[$0].row }
      var row =
        before
        ?? Self.new(product, on: computer, beside: known, isListed: !isBegun)
      row.tell(product, told, at)
      if let place {
        seen.insert(known[place].id)
        guard let before, row != before else { continue }
        try put(.installation, known[place].id, before: before.values, after: row.values)
        known[place].row = row
        outcome.updated += 1
      } else {
        try put(.installation, next, before: nil, after: row.values)
        seen.insert(next)
        known.append((next, row))
        next += 1
        outcome.count += 1
      }
      isChanged = true
    }
    guard told.source == .helperList, told.isWhole else { return isChanged }
    // The helper names all that it knows; what a type file tells, it does not.
    for (id, before) in known where !seen.contains(id) && !before.isMissing {
      let year =
        InstalledProduct.year(key: before.key, version: before.version)
        ?? InstalledProduct.year(inName: before.details.product)
      guard year ?? 0 >= InstalledProduct.firstWithHelper,
        max(before.toldAt ?? .min, before.proof.used?.minutes ?? .min) < at.minutes
      else { continue }
      var row = before
      row.isMissing = true
      try put(.installation, id, before: before.values, after: row.values)
      outcome.updated += 1
      isChanged = true
    }
    return isChanged
  }

  private func installations(on computer: Int64) throws -> [(id: Int64, row: InstallationRow)] {
    let reading = try connection.statement(
      """
      SELECT \(TrackedTable.installation.columns.joined(separator: ", ")), id
      FROM installation WHERE computer_id = ? ORDER BY id
      """)
    reading.bind(1, computer)
    defer { reading.reset() }
    let columns = TrackedTable.installation.columns.indices
    var rows: [(Int64, InstallationRow)] = []
    while try reading.step() {
      let values = columns.map { RecordValue(reading, Int32($0)) }
      rows.append((reading.integer(Int32(columns.count)), InstallationRow(values)))
    }
    return rows
  }

  /// Where a product is among those that are known: by its key, else by the name that a log gave it.
  private static func place(
    of product: DeviceBatch.Product, in known: [(id: Int64, row: InstallationRow)]
  ) -> Int? {
    if let place = known.firstIndex(where: {
      !$0.row.key.isEmpty && $0.row.key == product.key
        && ($0.row.version == product.version || product.version.isEmpty)
    }) {
      return place
    }
    let name = Folding.caseBlind.bytes(of: product.name)
    return known.firstIndex {
      $0.row.key.isEmpty && Folding.caseBlind.bytes(of: $0.row.details.product) == name
    }
  }

  private static func new(
    _ product: DeviceBatch.Product, on computer: (id: Int64, row: ComputerRow),
    beside known: [(id: Int64, row: InstallationRow)], isListed: Bool
  ) -> InstallationRow {
    var name = product.name
    let wanted = Folding.caseBlind.bytes(of: name)
    // Of two products with one name the second one has its key behind it.
    if known.contains(where: { Folding.caseBlind.bytes(of: $0.row.details.product) == wanted }) {
      name += " (\(product.key) \(product.version))"
    }
    var row = InstallationRow(
      details: InstallationDetails(
        computer: computer.row.name, product: name,
        offering: InstalledProduct.offering(key: product.key, feature: product.feature),
        source: .computer), computer: computer.id)
    row.isListed = isListed
    return row
  }
}

extension DeviceBatch.Product {
  /// Its name with its year.
  fileprivate var name: String {
    InstalledProduct.name(key: key, version: version, feature: feature)
  }
}

extension InstallationRow {
  /// Takes in what a computer tells of the product.
  fileprivate mutating func tell(
    _ product: DeviceBatch.Product, _ told: DeviceBatch.Told, _ at: Moment
  ) {
    let isNewest = toldAt.map { at.minutes >= $0 } ?? true
    let isNews = (resultAt.map { at.minutes > $0 } ?? true) || answered != told.order
    if isNewest {
      key = product.key
      if !product.version.isEmpty { version = product.version }
      if !product.feature.isEmpty { feature = product.feature }
      if let told = product.method { method = told }
      (failure, answer) = (product.failure, product.answer)
      isMissing = false
      if told.order > 0 { answered = told.order }
    }
    switch told.source {
    case .deviceList: break
    case .helperList: helperAt = max(at.minutes, helperAt ?? at.minutes)
    case .result: resultAt = max(at.minutes, resultAt ?? at.minutes)
    }
    if product.isUndone {
      // What was put back on purpose is to be done again, and is no failure.
      guard isNewest else { return }
      proof = SwitchProof(used: proof.used)
      handOver = nil
    } else if product.method == .user {
      proof.proven = SwitchProof.latest(proof.proven, at)
    } else if !product.failure.isEmpty {
      proof.failed = SwitchProof.latest(proof.failed, at)
      // What its own script tells was not known when somebody said that it was on its way.
      if isNews, isNewest, told.order > 0, told.order == handOver { proof.stated = nil }
    } else if product.method != nil {
      proof.refuted = SwitchProof.latest(proof.refuted, at)
    }
  }
}
