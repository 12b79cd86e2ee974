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
