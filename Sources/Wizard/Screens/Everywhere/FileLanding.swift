import Migration

/// Where a file that was read on any page leads.
enum FileLanding {
  /// Goes where the content of a file belongs, by the edges of the present screen; nil for an answer that
  /// is no file's.
  static func follow(_ event: Event, _ state: inout State) -> [Effect]? {
    switch event {
    case .answered(.createUsers(.review(let review))):
      // A list that is called as the files to assign are is for that product.
      if let product = AssignmentFileName.product(
        of: PathText.name(of: review.path), among: state.summary.products),
        Flow.entry(state.visit.screen).edges["assign"] != nil
      {
        Navigation.follow("assign", about: String(product.id.number), &state)
      } else {
        Navigation.follow("review", &state)
      }
    case .answered(.createUsers(.evidence)): Navigation.follow("evidence", &state)
    case .answered(.assignProducts(.proposals)): Navigation.follow("products", &state)
    default: nil
    }
  }
}
