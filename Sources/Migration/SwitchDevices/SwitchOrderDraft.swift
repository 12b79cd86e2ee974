/// An order that a migration has for its computers, and what had to stay out of it.
package struct SwitchOrderDraft: Hashable, Sendable {
  /// The order.
  package var order = SwitchOrder(products: [])
  /// Products of which no product key is known, by name: no script can switch them.
  package var unknown: [String] = []
  /// Computers that are left out, since somebody there has no seat yet or nobody is known there.
  package var closed: [String] = []

  /// An order for nothing.
  package init() {}
}
