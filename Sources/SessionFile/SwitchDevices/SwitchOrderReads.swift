import Migration

extension SessionFile {
  /// What is left to switch: products that are neither stated nor proven, on their computers; nil for
  /// the computers of every group. What no product key is known of stands in `unknown`, by name.
  package func switchOrder(
    group wanted: String? = nil
  ) throws(SessionReadError) -> (order: SwitchOrder, unknown: [String]) {
    try reading { connection in
      let rows = try connection.once(
        """
        SELECT computer.name, product, offering, product_key, version, system, group_name
        FROM installation JOIN computer ON computer.id = computer_id
        WHERE listed = 1 AND ifnull(method, 0) <> \(InstallationMethod.cannot.rawValue)
          AND standing NOT IN (\(Standing.stated.rawValue), \(Standing.proven.rawValue))
        ORDER BY install_key
        """)
      var order = SwitchOrder(products: [])
      var unknown: [String] = []
      var products: Set<SwitchOrder.Product> = []
      var seen: Set<String> = []
      while try rows.step() {
        let (computer, name, key, group) = (rows.text(0), rows.text(1), rows.text(3), rows.text(6))
        if let wanted, wanted != group { continue }
        // What its computer told is asked for by that; of the rest only the name is known.
        let asked =
          key.isEmpty
          ? SwitchOrder.Product.all(named: name, of: rows.text(2))
          : [SwitchOrder.Product(key: key, version: rows.text(4), name: name)]
        for product in asked where products.insert(product).inserted {
          order.products.append(product)
        }
        if asked.isEmpty, seen.insert("p\(name)").inserted { unknown.append(name) }
        if seen.insert("c\(computer.lowercased())").inserted {
          let system = ComputerSystem(rawValue: rows.int(5)) ?? .unknown
          order.hosts.append(SwitchOrder.Host(name: computer, system: system, group: group))
        }
      }
      if order.hosts.isEmpty { order.products = [] }
      return (order, unknown)
    }
  }
}
