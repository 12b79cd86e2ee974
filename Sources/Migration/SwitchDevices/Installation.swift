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
    /// In its computer's own list of what is installed, or in a script's result.
    case computer
    /// Somebody typed it.
    case typed

    /// Its name in the words of the screens.
    package var name: String {
      switch self {
      case .licenceLog: "licence-log"
      case .computer: "computer"
      case .typed: "typed"
      }
    }
  }

  /// The computer's name as first written.
  package var computer: String
  /// The product with its year, as the source tells it.
  package var product: String
  /// What is bought for it.
  package var offering: String
  /// The login that used it last; empty where nobody's is known.
  package var login: String
  /// Where it was seen first.
  package var source: Source
  /// When it was last used, as the source tells; nil where it does not.
  package var lastUsed: Moment?

  /// Makes details.
  package init(
    computer: String, product: String, offering: String, login: String = "",
    source: Source = .licenceLog, lastUsed: Moment? = nil
  ) {
    self.computer = computer
    self.product = product
    self.offering = offering
    self.login = login
    self.source = source
    self.lastUsed = lastUsed
  }
}

/// A product on a computer, which has to go over to its user's own licence.
package struct Installation: Hashable, Sendable {
  /// Its number.
  package var id: InstallationID
  /// What is known of it.
  package var details: InstallationDetails
  /// Planned; stated as switched; proven; failed where it was taken back.
  package var standing: Standing
  /// When it was stated, proven, or taken back; nil while planned.
  package var since: Moment?
  /// The name of the user to whom the login belongs; empty for nobody.
  package var userName: String
  /// Its computer.
  package var computer = ComputerID(0)
  /// Its product key and version, as its computer tells them; empty where none did.
  package var key = "", version = ""
  /// How it is licensed; nil where its computer did not tell.
  package var method: InstallationMethod?
  /// What is known of its switch.
  package var proof = SwitchProof()
  /// When a list of its computer had it last, and a script's result.
  package var helperAt: Moment?, resultAt: Moment?
  /// Why a script failed on it, as `SwitchOrder` lists the reasons, and what the helper answered.
  package var failure = "", answer = ""
  /// The hand-over that it is in; nil for none.
  package var handOver: Int?
  /// False for what was found on its computer after the list was made.
  package var isListed = true
  /// Whether a later list of its computer does not have it.
  package var isMissing = false

  /// The year of its release; nil where nothing tells.
  package var year: Int? {
    InstalledProduct.year(key: key, version: version)
      ?? InstalledProduct.year(inName: details.product)
  }

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
  /// Only what a script could not switch, or what was read back as before.
  case failed
  /// Only what is handed over or stated, and of which nothing came back.
  case unanswered
  /// Only what was found on computers and is not in our list.
  case found
  /// Only what a later list of its computer does not have.
  case missing
  /// Only what was read back as switched.
  case proven

  /// Its name in the words of the screens.
  package var name: String {
    switch self {
    case .all: "all"
    case .left: "left"
    case .usedAfter: "used-after"
    case .failed: "failed"
    case .unanswered: "unanswered"
    case .found: "found"
    case .missing: "missing"
    case .proven: "proven"
    }
  }
}

/// Which installations; always by computer, then product.
package struct InstallationQuery: Hashable, Sendable {
  /// What every row has to contain somewhere, case-blind; empty for all.
  package var filter: String
  /// Which part.
  package var part: InstallationPart
  /// The computer that they are on; nil for all.
  package var computer: ComputerID?

  /// Makes a query.
  package init(
    filter: String = "", part: InstallationPart = .all, computer: ComputerID? = nil
  ) {
    self.filter = filter
    self.part = part
    self.computer = computer
  }
}
