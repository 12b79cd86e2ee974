/// The people of one team as a document of the portal names them.
package struct PortalPeople: Sendable {
  /// The people, each address once. The verdict of a row tells whether the person could be taken
  /// over into our list; it says nothing about the portal.
  package var people: PeopleBatch
  /// How far the invitation is, one for each row.
  package var invitations: [Invitation]
  /// The last day on which each used a product, one for each row; empty where no document tells it.
  package var lastUses: [Day?]

  /// Makes the people of a team; each list has one entry for each person, but for one that is empty.
  package init(
    people: PeopleBatch = PeopleBatch(), invitations: [Invitation] = [], lastUses: [Day?] = []
  ) {
    self.people = people
    self.invitations = invitations
    self.lastUses = lastUses
  }

  /// How many people there are.
  package var count: Int { people.rows.count }
}

/// Somebody whom the portal has and our list has not.
package struct PortalPerson: Hashable, Sendable {
  /// Where the person stands: in which evidence, at which place.
  package struct ID: Hashable, Sendable {
    /// The number of the evidence.
    package var evidence: Int
    /// The place among the people of the evidence, from 0.
    package var position: Int
    /// Names a person.
    package init(evidence: Int, position: Int) {
      self.evidence = evidence
      self.position = position
    }
  }

  /// Where the person stands.
  package var id: ID
  /// First name; may be empty.
  package var firstName: String
  /// Last name; may be empty.
  package var lastName: String
  /// Address.
  package var address: String
  /// How far the invitation is.
  package var invitation: Invitation
  /// The day that the evidence tells about.
  package var day: Day

  /// Makes a person.
  package init(
    id: ID, firstName: String, lastName: String, address: String, invitation: Invitation, day: Day
  ) {
    self.id = id
    self.firstName = firstName
    self.lastName = lastName
    self.address = address
    self.invitation = invitation
    self.day = day
  }

  /// What keeps the person out of our list; nil when nothing does.
  package var refusal: PersonFinding? {
    var (first, last, address) = (firstName, lastName, address)
    let finding = first.withUTF8 { first in
      last.withUTF8 { last in
        address.withUTF8 { PersonRules.verdict(first: first, last: last, address: $0) }
      }
    }
    return finding?.isRefusal == true ? finding : nil
  }
}
