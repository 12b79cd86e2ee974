import Migration

/// What a hand-over of step 3 is to hold, and where its files go.
package struct DeviceHandOverOrder: Hashable, Sendable {
  /// The products.
  package var scope: SwitchScope
  /// How they go over, and where the results come.
  package var terms: SwitchTerms
  /// The folder for the files.
  package var folder: String

  /// Makes an order.
  package init(scope: SwitchScope, terms: SwitchTerms, folder: String) {
    self.scope = scope
    self.terms = terms
    self.folder = folder
  }
}

/// How much of a scope there is, with the scope.
package struct CountedScope: Hashable, Sendable {
  /// The scope.
  package var scope: SwitchScope
  /// How much of it there is.
  package var count: SwitchCount

  /// Makes it.
  package init(_ scope: SwitchScope, _ count: SwitchCount) {
    self.scope = scope
    self.count = count
  }
}
