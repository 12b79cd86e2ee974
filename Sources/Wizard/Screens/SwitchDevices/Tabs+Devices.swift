extension Tabs {
  /// The computers from both sides: each with what is on it, and product by product.
  static let devices = Tabs(names: ["computer", "product"], words: "computers")
}
