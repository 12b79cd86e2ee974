import Migration

/// What a hand-over is to hold and where its files go.
package struct UserHandOverOrder: Hashable, Sendable {
  /// The step.
  package var step: Step
  /// The people.
  package var users: UserChoice
  /// The folder for the files.
  package var folder: String

  /// Makes an order.
  package init(step: Step, users: UserChoice, folder: String) {
    self.step = step
    self.users = users
    self.folder = folder
  }

  /// The group whose people they are; empty for none in particular.
  package var group: String {
    switch users {
    case .these: ""
    case .all(let query, _): query.group ?? ""
    }
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
