import Migration

extension DeviceIndex {
  /// The counts for the summary; O(computers + products) after a change of them.
  mutating func summary() -> DevicesSummary {
    if let counted { return counted }
    let made = counts()
    counted = made
    return made
  }

  private func counts() -> DevicesSummary {
    var summary = DevicesSummary()
    summary.computers = machines.count
    var groups: [[UInt8]: (all: Int, full: Int, done: Int, open: Int)] = [:]
    for machine in machines {
      if machine.state == .empty {
        summary.empty += 1
      } else if machine.isOpen {
        summary.open += 1
      }
      let isLeft = machine.state == .left || machine.state == .failed
      if isLeft { summary.left += 1 }
      if machine.warnings.contains(.noAnswer) { summary.unanswered += 1 }
      if machine.warnings.contains(.switchedWithoutSeat) { summary.switchedWithoutSeat += 1 }
      var group = groups[machine.group] ?? (0, 0, 0, 0)
      group.all += 1
      // One without a product never goes over, and what was handed over is waited for.
      if machine.state != .empty { group.full += 1 }
      if machine.state == .proven { group.done += 1 }
      if machine.isOpen, machine.products.contains(where: { isMeant(products[$0], .new) }) {
        group.open += 1
      }
      groups[machine.group] = group
    }
    for product in products {
      if product.isListed, product.isFailed { summary.failed += 1 }
      if !product.isListed { summary.found += 1 }
      if product.isFoundOnNetwork { summary.foundOnNetwork += 1 }
      if product.isListed, product.isMissing { summary.missing += 1 }
      if product.isListed, product.isUnanswered { summary.silent += 1 }
    }
    summary.new = count(SwitchScope(.new))
    summary.again = count(SwitchScope(.again, lockedOut: true)).products
    let named = groups.filter { !$0.key.isEmpty }.sorted {
      $0.key.lexicographicallyPrecedes($1.key)
    }
    summary.groups = named.map {
      .init(name: String(decoding: $0.key, as: UTF8.self), count: $0.value.all)
    }
    // A group is done when all of it is proven; then the one with most computers that may go is next.
    if named.contains(where: { $0.value.full > 0 && $0.value.done == $0.value.full }),
      let next = groups.filter({ $0.value.open > 0 && $0.value.done == 0 })
        .max(by: { ($0.value.open, $1.key.count) < ($1.value.open, $0.key.count) })
    {
      summary.nextGroup = .init(
        name: String(decoding: next.key, as: UTF8.self), count: next.value.open)
    }
    return summary
  }
}
