/// What can be written about licence servers and who uses them.
package enum LicensingChange: Sendable {
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
  case planSeats([SeatOrderLine])

  /// The change's name in the journal and in the words of the screens.
  package var name: String {
    switch self {
    case .addServer: "add-server"
    case .editServer: "edit-server"
    case .removeServer: "remove-server"
    case .keepServer(_, let reason, _): reason.isEmpty ? "unkeep-server" : "keep-server"
    case .take(let batch, _):
      switch batch.source {
      case .debugLog: "take-log"
      case .lmstat: "take-lmstat"
      case .licenceFile, .pathValue: "take-servers"
      }
    case .setAside(_, let reason): reason.isEmpty ? "unset-aside" : "set-aside"
    case .couple(_, let user): user == nil ? "uncouple" : "couple"
    case .retire: "retire-server"
    case .unretire: "unretire-server"
    case .proveServer: "prove-server"
    case .putFileAway(_, let day): day == nil ? "take-file-back" : "put-file-away"
    case .planSeats: "plan-seats"
    }
  }
}
