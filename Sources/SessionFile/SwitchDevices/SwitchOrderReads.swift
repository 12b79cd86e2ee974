import Migration

extension SessionFile {
  /// What is left to switch: products that are neither stated nor proven, on their computers, of a group
  /// or of all; the pilot's computers first. A computer at which somebody has no seat yet, or of which no
  /// person is known, is left out unless `lockedOut` says otherwise: a switch locks them out.
  package func switchOrder(
    group: String? = nil, lockedOut: Bool = false
  ) throws(SessionReadError) -> SwitchOrderDraft {
    try switchOrder(SwitchScope(group: group, lockedOut: lockedOut))
  }

  /// The order for a scope.
  package func switchOrder(
    _ scope: SwitchScope
  ) throws(SessionReadError) -> SwitchOrderDraft {
    try reading { connection in
      guard let places = try index(connection)?.places(of: scope) else { return SwitchOrderDraft() }
      return try draft(places.meant, closed: places.closed, connection)
    }
  }

  /// The order for these products, those that are not there any more left out.
  package func switchOrder(
    of installations: [InstallationID]
  ) throws(SessionReadError) -> SwitchOrderDraft {
    try reading { connection in
      let wanted = Set(installations.map(\.number))
      guard let index = try index(connection) else { return SwitchOrderDraft() }
      let meant = index.products.indices.filter { wanted.contains(index.products[$0].id) }
      return try draft(meant, closed: [], connection)
    }
  }

  /// How much of a scope there is; O(products).
  package func switchCount(_ scope: SwitchScope) throws(SessionReadError) -> SwitchCount {
    try reading { connection in try index(connection)?.count(scope) ?? SwitchCount() }
  }

  /// What a hand-over of step 3 is beside its rows; nil where there is no such hand-over.
  package func switchTerms(_ number: Int) throws(SessionReadError) -> SwitchTerms? {
    try reading { connection in
      let asking = try connection.statement(
        "SELECT way, results, locked_out FROM hand_over_switch WHERE hand_over = ?")
      asking.bind(1, number)
      defer { asking.reset() }
      guard try asking.step() else { return nil }
      return SwitchTerms(
        SwitchWay(rawValue: asking.int(0)) ?? .script, results: asking.text(1),
        lockedOut: asking.int(2) != 0)
    }
  }

  private func draft(
    _ places: [Int], closed: [Int], _ connection: Connection
  ) throws -> SwitchOrderDraft {
    var draft = SwitchOrderDraft()
    guard let index = try index(connection) else { return draft }
    for machine in closed {
      draft.closed.append(try index.name(of: machine, connection))
    }
    var products: Set<SwitchOrder.Product> = []
    var unknown: Set<String> = []
    var met: [Int: Int] = [:]
    for place in places {
      let product = index.products[place]
      // What its computer told is asked for by that; of the rest only the name is known.
      let asked =
        product.key.isEmpty
        ? SwitchOrder.Product.all(named: product.name, of: product.offering)
        : [SwitchOrder.Product(key: product.key, version: product.version, name: product.name)]
      for one in asked where products.insert(one).inserted { draft.order.products.append(one) }
      if asked.isEmpty, unknown.insert(product.name).inserted { draft.unknown.append(product.name) }
      var host = met[product.machine]
      if host == nil {
        let machine = index.machines[product.machine]
        host = draft.hosts.count
        draft.hosts.append(
          SwitchOrderDraft.Host(
            host: SwitchOrder.Host(
              name: try index.name(of: product.machine, connection), system: machine.system,
              group: String(decoding: machine.group, as: UTF8.self)), people: machine.people))
        met[product.machine] = host
      }
      if let host {
        draft.hosts[host].rows.append(
          SwitchOrderDraft.Row(
            installation: InstallationID(product.id), name: product.name, products: asked))
      }
    }
    let hosts = draft.hosts
    draft.hosts = (0...2).flatMap { turn in hosts.filter { Self.turn(of: $0.host) == turn } }
    draft.order.hosts = draft.hosts.map(\.host)
    return draft
  }

  /// Pilots go first, then the other groups, then who is in none; within these nothing is moved.
  private static func turn(of host: SwitchOrder.Host) -> Int {
    if host.group.isEmpty { return 2 }
    return host.group.lowercased().contains("pilot") ? 0 : 1
  }

  private func index(_ connection: Connection) throws -> DeviceIndex? {
    _ = try prepareDevices(connection)
    return devices
  }
}
