import Migration

extension SessionFile {
  /// What is left to switch: products that are neither stated nor proven, on their computers, of a group
  /// or of all; the pilot's computers first. A computer at which somebody has no seat yet, or of which no
  /// person is known, is left out unless `lockedOut` says otherwise: a switch locks them out.
  package func switchOrder(
    group wanted: String? = nil, lockedOut: Bool = false
  ) throws(SessionReadError) -> SwitchOrderDraft {
    try reading { connection in
      let isOpen = try openComputers(connection)
      let rows = try connection.once(
        """
        SELECT computer.id, computer.name, product, offering, product_key, version, system, group_name
        FROM installation JOIN computer ON computer.id = computer_id
        WHERE listed = 1 AND ifnull(method, 0) <> \(InstallationMethod.cannot.rawValue)
          AND standing NOT IN (\(Standing.stated.rawValue), \(Standing.proven.rawValue))
        ORDER BY install_key
        """)
      var draft = SwitchOrderDraft()
      var products: Set<SwitchOrder.Product> = []
      var unknown: Set<String> = []
      var met: Set<Int64> = []
      while try rows.step() {
        let (computer, name, key, group) = (
          rows.integer(0), rows.text(2), rows.text(4), rows.text(7)
        )
        if let wanted, wanted != group { continue }
        let isNew = met.insert(computer).inserted
        guard lockedOut || isOpen.contains(computer) else {
          if isNew { draft.closed.append(rows.text(1)) }
          continue
        }
        // What its computer told is asked for by that; of the rest only the name is known.
        let asked =
          key.isEmpty
          ? SwitchOrder.Product.all(named: name, of: rows.text(3))
          : [SwitchOrder.Product(key: key, version: rows.text(5), name: name)]
        for product in asked where products.insert(product).inserted {
          draft.order.products.append(product)
        }
        if asked.isEmpty, unknown.insert(name).inserted { draft.unknown.append(name) }
        if isNew {
          let system = ComputerSystem(rawValue: rows.int(6)) ?? .unknown
          draft.order.hosts.append(
            SwitchOrder.Host(name: rows.text(1), system: system, group: group))
        }
      }
      let hosts = draft.order.hosts
      draft.order.hosts = (0...2).flatMap { turn in hosts.filter { Self.turn(of: $0) == turn } }
      return draft
    }
  }

  /// Pilots go first, then the other groups, then who is in none; within these nothing is moved.
  private static func turn(of host: SwitchOrder.Host) -> Int {
    if host.group.isEmpty { return 2 }
    return host.group.lowercased().contains("pilot") ? 0 : 1
  }
}
