/// A feature in an `lmstat` output, as its header and the licence lines below it tell.
package struct LmstatFeature: Hashable, Sendable {
  /// What the header says.
  package enum Header: Hashable, Sendable {
    /// Licences issued, and counted as in use, reservations with them.
    case counted(issued: Int, inUse: Int)
    /// Without number, such as `Uncounted, node-locked`.
    case uncounted
    /// No figures, for a reason that is among the failures.
    case failed
    /// A header of another form.
    case unknown
  }

  /// A licence under the header.
  package struct Licence: Hashable, Sendable {
    /// The name as printed.
    package var name: String
    /// The version without its `v`.
    package var version: String
    /// The vendor daemon.
    package var vendor: String
    /// The expiry as printed; nil where none is.
    package var expiry: String?
    /// The last day; nil for a permanent licence and where none is printed.
    package var lastDay: LogDay?
    /// True where it never ends.
    package var isPermanent: Bool
    /// The vendor's own words, such as `commercial:extendable`.
    package var vendorString: String?
    /// `floating license` and its like, as printed.
    package var sort: String?
  }

  /// The name as printed.
  package var name: String
  /// What the header says.
  package var header: Header
  /// The block of the output, by its place.
  package var block: Int?
  /// The licences below the header.
  package var licences: [Licence] = []
  /// Sums over the lines below the header.
  package var seatsOnLines = 0
  /// The licences on the reservation lines below the header.
  package var reservedOnLines = 0

  /// Whether somebody holds it, by the lines; nil where the lines cannot tell, because the header
  /// counts more than they show.
  package var isUsed: Bool? {
    if seatsOnLines > 0 { return true }
    switch header {
    case .counted(_, let inUse): return inUse <= reservedOnLines ? false : nil
    case .uncounted: return false
    case .failed, .unknown: return nil
    }
  }
}

/// Who holds or awaits a licence, as far as a line tells it.
package struct LmstatHolder: Hashable, Sendable {
  /// The login name, the computer and the display; the display may be missing.
  package var user: String
  /// The computer.
  package var host: String
  /// The display; empty where the line has none.
  package var display: String
  /// A word between display and version: with Autodesk the release under its package.
  package var token: String?
  /// Everything before the version, as printed.
  package var head: String
  /// True where names with blanks leave more than one way to split: show the head.
  package var isUncertain: Bool
}

/// The licence that a line is about: its version, and the server and handle that gave it.
package struct LmstatGrant: Hashable, Sendable {
  /// The version without its `v`.
  package var version: String
  /// The server that gave it.
  package var server: String
  /// Digits, or the word `port`.
  package var port: String
  /// The handle by which the server knows it.
  package var handle: String
}

/// A licence that is out.
package struct LmstatCheckout: Hashable, Sendable {
  /// When it began, by the server's clock and without a year as a rule.
  package struct Start: Hashable, Sendable {
    /// The year, which is left out as a rule.
    package var year: Int?
    /// The month, 1 to 12.
    package var month: Int
    /// The day of the month.
    package var day: Int
    /// Seconds since midnight.
    package var secondOfDay: Int
  }

  /// A borrowed licence. Two numbers are the rest and the whole, one is the whole alone.
  package struct Linger: Hashable, Sendable {
    /// Seconds until it comes back by itself; nil where they are not printed.
    package var secondsLeft: Int?
    /// The seconds for which it was borrowed, from its start on.
    package var secondsInAll: Int
  }

  /// The feature and the licence line that it stands under, by their places.
  package var feature: Int?
  /// The licence line that it stands under, by its place in the feature.
  package var licence: Int?
  /// The person and computer.
  package var holder: LmstatHolder
  /// The version, server and handle.
  package var grant: LmstatGrant
  /// When it began; nil where the line is of another form.
  package var start: Start?
  /// The licences, 1 where none are printed.
  package var licences: Int
  /// The process on the user's computer.
  package var processID: Int?
  /// How long it is borrowed for; nil where it is not.
  package var linger: Linger?
  /// Words after the start of which nothing is known, such as a borrow's return.
  package var rest: String?
}

/// A request that waits.
package struct LmstatQueued: Hashable, Sendable {
  /// The feature that it stands under, by its place; nil above any header.
  package var feature: Int?
  /// The person and computer.
  package var holder: LmstatHolder
  /// The version, server and handle.
  package var grant: LmstatGrant
  /// The licences, 1 where none are printed.
  package var licences: Int
}

/// Licences kept for somebody by the options file.
package struct LmstatReservation: Hashable, Sendable {
  /// The feature that it stands under, by its place; nil above any header.
  package var feature: Int?
  /// The licences, 1 where none are printed.
  package var licences: Int
  /// `USER`, `HOST`, `HOST_GROUP`, `GROUP`, `DISPLAY`, `INTERNET`, `PROJECT`, as printed.
  package var kind: String
  /// The name as printed.
  package var name: String
  /// The server that gave it.
  package var server: String
  /// Digits, or the word `port`.
  package var port: String
}
