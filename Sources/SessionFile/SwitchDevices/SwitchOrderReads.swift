import Migration

extension SessionFile {
  /// What is left to switch: products that are neither stated nor proven, on their computers; nil for
  /// the computers of every group. What no product key is known of stands in `unknown`, by name.
  package func switchOrder(
    group: String? = nil
  ) throws(SessionReadError) -> (order: SwitchOrder, unknown: [String]) {
    try reading { connection in
      let rows = try connection.once(
        """
        SELECT DISTINCT computer, product, offering FROM installation
        WHERE standing NOT IN (\(Standing.stated.rawValue), \(Standing.proven.rawValue))
        ORDER BY install_key
        """)
      var order = SwitchOrder(products: [])
      var unknown: [String] = []
      var seen: Set<String> = []
      while try rows.step() {
        let (computer, name) = (rows.text(0), rows.text(1))
        if seen.insert("p\(name)").inserted {
          let products = SwitchOrder.Product.all(named: name, of: rows.text(2))
          order.products += products
          if products.isEmpty { unknown.append(name) }
        }
        if seen.insert("c\(computer.lowercased())").inserted {
          order.hosts.append(SwitchOrder.Host(name: computer))
        }
      }
      if let group { order.hosts.removeAll { $0.group != group } }
      if order.hosts.isEmpty { order.products = [] }
      return (order, unknown)
    }
  }
}
