extension Tabs {
  /// The three ways in which what a licence server says comes in.
  static let licences = Tabs(names: ["files", "paste", "ask"], words: "add-licences")
}
