/// How a product on a computer is licensed, as its computer tells it.
package enum InstallationMethod: Int, CaseIterable, Sendable {
  /// None was chosen yet: the product asks at its next start.
  case notChosen = 0
  /// A network licence.
  case network = 1
  /// A licence of this computer, with a serial number.
  case standalone = 2
  /// Its user's own licence.
  case user = 4
  /// It has no single-user licence to go over to.
  case cannot = 5
  /// Of 2017 to 2019: a type file says it, and the licensing helper does not know it.
  case typeFile = 6

  /// Its name in files and in the words of the screens.
  package var name: String {
    switch self {
    case .notChosen: "not-chosen"
    case .network: "network"
    case .standalone: "standalone"
    case .user: "user"
    case .cannot: "cannot"
    case .typeFile: "type-file"
    }
  }
}
