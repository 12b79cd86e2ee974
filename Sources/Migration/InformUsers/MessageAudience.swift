/// Somebody to whom a message goes, with what it says of the person.
package struct MessagePerson: Hashable, Sendable {
  /// Who.
  package var id: UserID
  /// What is known of the person; the language is that of messages, empty for the migration's own.
  package var details: UserDetails
  /// The person's products, by name.
  package var products: [String]
  /// The person's computers, by name.
  package var computers: [String]

  /// Makes a person.
  package init(
    id: UserID, details: UserDetails, products: [String] = [], computers: [String] = []
  ) {
    self.id = id
    self.details = details
    self.products = products
    self.computers = computers
  }
}

/// Somebody to whom a message does not go, and why not.
package struct LeftOutPerson: Hashable, Sendable {
  /// Why somebody is left out, the first that is so.
  package enum Reason: String, CaseIterable, Sendable {
    /// The user is set aside.
    case setAside = "set-aside"
    /// No product is planned for the person, or, of a message that tells of the switch, no seat is
    /// stated or proven.
    case noSeat = "no-seat"
    /// The message is in a hand-over of which nobody said yet that it went.
    case written
    /// The person has it already.
    case told
    /// It came back, and the address is still the same.
    case failed
    /// Of a reminder: the person was not told of the switch.
    case untold
    /// Of a reminder: the products have not gone over.
    case notSwitched = "not-switched"
    /// Of a reminder: the person signed in.
    case signedIn = "signed-in"
    /// Of a reminder: the person was told a few days ago only.
    case tooSoon = "too-soon"
    /// The text says something of each person that is not known of this one.
    case noValue = "no-value"
  }

  /// Who.
  package var id: UserID
  /// First and last name.
  package var name: String
  /// Why not.
  package var reason: Reason
  /// What is not known; nil where that is not why.
  package var missing: MessageValue?

  /// Makes a person.
  package init(id: UserID, name: String, reason: Reason, missing: MessageValue? = nil) {
    self.id = id
    self.name = name
    self.reason = reason
    self.missing = missing
  }
}

/// Who gets a message, and who does not.
package struct MessageAudience: Hashable, Sendable {
  /// What the message is about.
  package var kind: MessageKind
  /// Who gets one, each once however many products there are; by last name.
  package var people: [MessagePerson] = []
  /// Who is left out, in the same order.
  package var leftOut: [LeftOutPerson] = []

  /// Nobody.
  package init(_ kind: MessageKind) { self.kind = kind }
}

/// What of a session makes messages its own, whatever becomes of them.
package struct MessageIdentity: Hashable, Sendable {
  /// The number of the session, drawn when it was made.
  package var session: UInt64

  /// Makes an identity.
  package init(session: UInt64) { self.session = session }

  /// The identifier of a person's message of a kind, without its angle brackets: always the same, so
  /// that a mail system that gets it twice can tell, and a bounce can be led back to the person.
  ///
  /// Source: RFC 5322, 3.6.4; RFC 6761 for a domain that nobody has.
  package func messageID(_ kind: MessageKind, _ user: UserID) -> String {
    "overstap.\(kind.name).\(user.number).\(String(session, radix: 36))@overstap.invalid"
  }

  /// The person and the kind of an identifier of this session; nil for any other.
  package func person(of messageID: some StringProtocol) -> (kind: MessageKind, user: UserID)? {
    let parts = messageID.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "overstap", let kind = MessageKind(name: parts[1]),
      let user = Int64(parts[2]), self.messageID(kind, UserID(user)) == messageID
    else { return nil }
    return (kind, UserID(user))
  }
}
