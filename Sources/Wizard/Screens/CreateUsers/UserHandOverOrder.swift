import Migration

/// What a hand-over is to hold and where its files go.
package struct UserHandOverOrder: Hashable, Sendable {
  /// The step.
  package var step: Step
  /// The people; nil for all that the query has.
  package var users: [UserID]?
  /// The query that gives the people, when they are not named.
  package var query: UserQuery
  /// The folder for the files.
  package var folder: String

  /// Makes an order.
  package init(step: Step, users: [UserID]? = nil, query: UserQuery, folder: String) {
    self.step = step
    self.users = users
    self.query = query
    self.folder = folder
  }
}

/// A message about a hand-over.
package struct MessageOrder: Hashable, Sendable {
  /// The hand-over.
  package var handOver: HandOver
  /// Whom it is for.
  package var to: String
  /// Its subject.
  package var subject: String
  /// Its text.
  package var text: String

  /// Makes an order.
  package init(handOver: HandOver, to: String, subject: String, text: String) {
    self.handOver = handOver
    self.to = to
    self.subject = subject
    self.text = text
  }
}
