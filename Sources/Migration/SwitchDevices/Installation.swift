/// The number of an installation within one migration; never used again for another.
package struct InstallationID: Hashable, Comparable, Sendable {
  /// The row in the session file.
  package let number: Int64
  /// Names the installation with this number.
  package init(_ number: Int64) { self.number = number }
  /// The one that was added first comes first.
  package static func < (left: InstallationID, right: InstallationID) -> Bool {
    left.number < right.number
  }
}

/// What is known of a product on a computer.
package struct InstallationDetails: Hashable, Sendable {
  /// Where an installation was seen.
  package enum Source: Int, CaseIterable, Sendable {
    /// In what a licence server tells: somebody used it there.
    case licenceLog = 0
  }

  /// The computer's name as first written.
  package var computer: String
  /// The product with its year, as the source tells it.
  package var product: String
  /// What is bought for it.
  package var offering: String
  /// The login that used it last; empty where nobody's is known.
  package var login: String
  /// Where it was seen.
  package var source: Source

  /// Makes details.
  package init(
    computer: String, product: String, offering: String, login: String = "",
    source: Source = .licenceLog
  ) {
    self.computer = computer
    self.product = product
    self.offering = offering
    self.login = login
    self.source = source
  }
}

/// A product on a computer, which has to go over to its user's own licence.
package struct Installation: Hashable, Sendable {
  /// Its number.
  package var id: InstallationID
  /// What is known of it.
  package var details: InstallationDetails
  /// Planned; stated as switched; failed where the network licence was used after that.
  package var standing: Standing
  /// When it was stated, or used after that; nil while planned.
  package var since: Moment?
  /// The name of the user to whom the login belongs; empty for nobody.
  package var userName: String

  /// Makes an installation.
  package init(
    id: InstallationID, details: InstallationDetails, standing: Standing = .planned,
    since: Moment? = nil, userName: String = ""
  ) {
    self.id = id
    self.details = details
    self.standing = standing
    self.since = since
    self.userName = userName
  }
}

/// Which part of the installations is meant.
package enum InstallationPart: Int, CaseIterable, Sendable {
  case all = 0
  /// Only what is not stated as switched.
  case left
  /// Only what used the network licence after it was stated as switched.
  case usedAfter

  /// Its name in the words of the screens.
  package var name: String {
    switch self {
    case .all: "all"
    case .left: "left"
    case .usedAfter: "used-after"
    }
  }
}

/// Which installations; always by computer, then product.
package struct InstallationQuery: Hashable, Sendable {
  /// What every row has to contain somewhere, case-blind; empty for all.
  package var filter: String
  /// Which part.
  package var part: InstallationPart

  /// Makes a query.
  package init(filter: String = "", part: InstallationPart = .all) {
    self.filter = filter
    self.part = part
  }
}
