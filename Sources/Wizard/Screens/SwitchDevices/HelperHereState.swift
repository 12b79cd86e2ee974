import Migration

/// What the licensing helper of this computer was asked and what it answered.
package struct HelperHereState: Sendable {
  /// One call.
  package struct Call: Hashable, Sendable {
    /// Its arguments.
    package var arguments: [String]
    /// How it ended; -1 where it was ended at its time limit.
    package var exit: Int
    /// What it answered.
    package var answer: String

    /// Makes a call.
    package init(_ arguments: [String], exit: Int, answer: String) {
      self.arguments = arguments
      self.exit = exit
      self.answer = answer
    }
  }

  /// The name of this computer.
  package var host: String
  /// Where the helper is; empty where there is none.
  package var helper: String
  /// What it lists.
  package var products: [DeviceBatch.Product]
  /// The calls, in their order.
  package var calls: [Call]

  /// The products of a list of before, those that this one tells of as it tells them.
  func within(_ before: HelperHereState) -> [DeviceBatch.Product] {
    func isSame(_ one: DeviceBatch.Product, _ other: DeviceBatch.Product) -> Bool {
      one.key == other.key && one.version == other.version
    }
    let listed = before.products.map { product in
      guard var told = products.first(where: { isSame($0, product) }) else { return product }
      if told.feature.isEmpty { told.feature = product.feature }
      return told
    }
    return listed + products.filter { told in !listed.contains { isSame($0, told) } }
  }

  /// Makes it.
  package init(
    host: String, helper: String, products: [DeviceBatch.Product] = [], calls: [Call] = []
  ) {
    self.host = host
    self.helper = helper
    self.products = products
    self.calls = calls
  }
}
