/// What can be written about licence servers and who uses them.
package enum RetireServersChange: Sendable {
  /// One server more.
  case addServer(ServerDetails)
  /// Other details of a server.
  case editServer(ServerID, ServerDetails)
  /// A server out of our list; its use goes with it.
  case removeServer(ServerID)
  /// The organisation keeps the server, for a reason; an empty reason takes the decision back.
  case keepServer(ServerID, String, Day)
  /// What documents say, all of it in one go, and one undo. Servers that are not known by their
  /// name are made; `ServerID` says to which server a document without a name belongs.
  case take(LicensingBatch, ServerID?)
  /// Logins that are no person or need nothing, for a reason; an empty reason takes it back.
  case setAside([String], String)
  /// The user that a login belongs to; nil takes it back.
  case couple(String, UserID?)
  /// The admin says that a server is out of use. Before all conditions are met the server's name has
  /// to be typed; `typed` is what was typed, nil for nothing.
  case retire(ServerID, typed: String?, quietDays: Int)
  /// A server is in use again, or the statement was a mistake.
  case unretire(ServerID)
  /// A check proves that a server is out of use: which one.
  case proveServer(ServerID, String, Day)
  /// The admin says that a server's licence file is put away since a day; nil takes it back.
  case putFileAway(ServerID, Day?)
  /// Products that the network use asks for, and seats of them, in one go and one undo.
  case planSeats([SeatPlanLine])

  /// What its changes are called.
  package enum Name: String, CaseIterable, Sendable {
    case addServer = "add-server"
    case editServer = "edit-server"
    case removeServer = "remove-server"
    case keepServer = "keep-server"
    case unkeepServer = "unkeep-server"
    case takeLog = "take-log"
    case takeLmstat = "take-lmstat"
    case takeServers = "take-servers"
    case setAside = "set-aside"
    case unsetAside = "unset-aside"
    case couple
    case uncouple
    case retireServer = "retire-server"
    case unretireServer = "unretire-server"
    case proveServer = "prove-server"
    case putFileAway = "put-file-away"
    case takeFileBack = "take-file-back"
    case planSeats = "plan-seats"
  }

  /// Its name in the journal and in the words of the screens.
  package var name: Name {
    switch self {
    case .addServer: .addServer
    case .editServer: .editServer
    case .removeServer: .removeServer
    case .keepServer(_, let reason, _): reason.isEmpty ? .unkeepServer : .keepServer
    case .take(let batch, _):
      switch batch.source {
      case .debugLog: .takeLog
      case .lmstat: .takeLmstat
      case .licenceFile, .pathValue: .takeServers
      }
    case .setAside(_, let reason): reason.isEmpty ? .unsetAside : .setAside
    case .couple(_, let user): user == nil ? .uncouple : .couple
    case .retire: .retireServer
    case .unretire: .unretireServer
    case .proveServer: .proveServer
    case .putFileAway(_, let day): day == nil ? .takeFileBack : .putFileAway
    case .planSeats: .planSeats
    }
  }

  /// How many rows somebody chose for it.
  var size: Int {
    switch self {
    case .setAside(let logins, _): logins.count
    case .planSeats(let lines): lines.reduce(0) { $0 + $1.users.count }
    case .addServer, .editServer, .removeServer, .keepServer, .take, .couple, .retire, .unretire,
      .proveServer, .putFileAway:
      0
    }
  }
}

/// Why a change of licence servers was not made.
package enum RetireServersRefusal: Hashable, Sendable {
  /// The server is not in the list (any more).
  case serverGone(ServerID)
  /// Another server has this computer's name already.
  case serverTaken(String)
  /// Not all conditions are met, and what was typed is not the server's name.
  case nameNotTyped(String)

  /// The reasons without what they are about.
  package enum Kind: String, CaseIterable, Sendable {
    case serverGone = "server-gone"
    case serverTaken = "server-taken"
    case nameNotTyped = "name-not-typed"
  }

  /// Which reason it is.
  package var kind: Kind {
    switch self {
    case .serverGone: .serverGone
    case .serverTaken: .serverTaken
    case .nameNotTyped: .nameNotTyped
    }
  }
}
