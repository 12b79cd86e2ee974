import Migration

/// What an order to switch is about.
extension DeviceIndex {
  /// The places of the products of a scope, by computer, then product; and those of the computers that
  /// stay out of it, since somebody there has no seat or nobody is known.
  func places(of scope: SwitchScope) -> (meant: [Int], closed: [Int]) {
    let wanted = scope.computers.map { Set($0.map(\.number)) }
    let group = scope.group.map { Array($0.utf8) }
    var meant: [Int] = []
    var closed: [Int] = []
    for place in products.indices where isMeant(products[place], scope.part) {
      let machine = machines[products[place].machine]
      if let wanted, !wanted.contains(machine.id) { continue }
      if let group, group != machine.group { continue }
      if scope.lockedOut || machine.isOpen {
        meant.append(place)
      } else if closed.last != products[place].machine {
        closed.append(products[place].machine)
      }
    }
    return (meant, closed)
  }

  /// How much of it there is.
  func count(_ scope: SwitchScope) -> SwitchCount {
    let (meant, closed) = places(of: scope)
    var count = SwitchCount()
    count.closed =
      scope.lockedOut
      ? Set(meant.map { products[$0].machine }).count { !machines[$0].isOpen } : closed.count
    var computers: Set<Int> = []
    for place in meant {
      guard products[place].hasKey else {
        count.unknown += 1
        continue
      }
      count.products += 1
      computers.insert(products[place].machine)
    }
    count.computers = computers.count
    return count
  }

  /// Whether a product is of a part of those that go over.
  func isMeant(_ product: Product, _ part: SwitchScope.Part) -> Bool {
    guard product.isListed, product.method != .cannot else { return false }
    let isLeft = product.standing != .stated && product.standing != .proven
    switch part {
    case .left: return isLeft
    case .new: return isLeft && product.handOver == nil
    case .again: return product.isAgain
    }
  }
}
