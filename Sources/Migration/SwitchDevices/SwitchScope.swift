/// Which products on computers an order to switch is for.
package struct SwitchScope: Hashable, Sendable {
  /// Which of them, as far as they can go over.
  package enum Part: Hashable, Sendable {
    /// All that is neither stated nor proven.
    case left
    /// Of these what is in no hand-over yet.
    case new
    /// What a hand-over had, and failed since or brought no answer in time.
    case again
  }

  /// Which of them.
  package var part: Part
  /// Only those of computers of this group; nil for all.
  package var group: String?
  /// Only those of these computers; nil for all.
  package var computers: [ComputerID]?
  /// Whether computers are meant too at which somebody has no seat yet: a switch locks them out.
  package var lockedOut: Bool

  /// Says which.
  package init(
    _ part: Part = .left, group: String? = nil, computers: [ComputerID]? = nil,
    lockedOut: Bool = false
  ) {
    self.part = part
    self.group = group
    self.computers = computers
    self.lockedOut = lockedOut
  }
}

/// How much of a scope there is.
package struct SwitchCount: Hashable, Sendable {
  /// Products that can go over, on computers that may.
  package var products = 0
  /// The computers that they are on.
  package var computers = 0
  /// Computers with such products at which somebody has no seat, or nobody is known.
  package var closed = 0
  /// Products of which no product key is known: no script can switch them.
  package var unknown = 0

  /// Nothing.
  package init() {}
}

/// How the products of an order go over.
package enum SwitchWay: Int, CaseIterable, Sendable {
  /// A script does it, and tells what came of it.
  case script = 0
  /// People do it themselves, with one leaflet for all of them.
  case leaflet
  /// People do it themselves, each with a leaflet for their own products.
  case leafletEach

  /// Its name in the words of the screens.
  package var name: String {
    switch self {
    case .script: "script"
    case .leaflet: "leaflet"
    case .leafletEach: "leaflet-each"
    }
  }
}

/// What a hand-over of step 3 is beside its rows.
package struct SwitchTerms: Hashable, Sendable {
  /// How its products go over.
  package var way: SwitchWay
  /// The folder or share to which each computer brings its result; empty where it stays there.
  package var results: String
  /// Whether computers are in it at which somebody has no seat.
  package var lockedOut: Bool

  /// Makes terms.
  package init(_ way: SwitchWay = .script, results: String = "", lockedOut: Bool = false) {
    self.way = way
    self.results = results
    self.lockedOut = lockedOut
  }
}
