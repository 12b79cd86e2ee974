/// One of the five steps, in the order in which a migration goes through them.
package enum Step: Int, CaseIterable, Sendable, Comparable {
  /// Create the users in the portal.
  case createUsers = 1
  /// Assign products to the users.
  case assignProducts
  /// Switch the installed products to a single-user licence.
  case switchDevices
  /// Inform the users about the new way to sign in.
  case informUsers
  /// Take the licence servers out of use.
  case retireServers

  /// The step's name in files and on the command line.
  package var id: String {
    switch self {
    case .createUsers: "create-users"
    case .assignProducts: "assign-products"
    case .switchDevices: "switch-devices"
    case .informUsers: "inform-users"
    case .retireServers: "retire-servers"
    }
  }

  /// The earlier step comes first.
  package static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
}
