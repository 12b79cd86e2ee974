/// Why a change was not made; nothing of it is kept.
package enum ChangeRefusal: Error, Hashable, Sendable {
  /// There is no such hand-over, or it is not in a stage in which this can be said.
  case noSuchHandOver(Int)
  /// A value is not allowed; the field's name and what was found.
  case invalid(field: String, Field.Finding)
  /// Nothing can be undone or redone.
  case nothingToUndo
  /// The one who asked for it called it off.
  case cancelled
  /// The session is open for reading only.
  case readOnly
  /// Another process holds the file.
  case busy
  /// No room on the disk.
  case diskFull
  /// The file cannot be written, with the system's words.
  case notWritable(String)
  /// The file is not where it was: it was moved or removed.
  case fileGone
  /// Another file lies in the place of this one, or somebody else wrote into it.
  case fileReplaced
  /// A reason of step 1.
  case createUsers(CreateUsersRefusal)
  /// A reason of step 2.
  case assignProducts(AssignProductsRefusal)
  /// A reason of step 3.
  case switchDevices(SwitchDevicesRefusal)
  /// A reason of step 5.
  case retireServers(RetireServersRefusal)

  /// Which reason it is, without what it is about.
  package var kind: Kind {
    switch self {
    case .noSuchHandOver: .noSuchHandOver
    case .invalid: .invalid
    case .nothingToUndo: .nothingToUndo
    case .cancelled: .cancelled
    case .readOnly: .readOnly
    case .busy: .busy
    case .diskFull: .diskFull
    case .notWritable: .notWritable
    case .fileGone: .fileGone
    case .fileReplaced: .fileReplaced
    case .createUsers(let refusal): .createUsers(refusal.kind)
    case .assignProducts(let refusal): .assignProducts(refusal.kind)
    case .switchDevices(let refusal): .switchDevices(refusal.kind)
    case .retireServers(let refusal): .retireServers(refusal.kind)
    }
  }

  /// The reasons that there are. The words of the screens are made up from all of them.
  package enum Kind: Hashable, Sendable, CaseIterable {
    case noSuchHandOver, invalid, nothingToUndo, cancelled, readOnly, busy, diskFull, notWritable
    case fileGone, fileReplaced
    case createUsers(CreateUsersRefusal.Kind)
    case assignProducts(AssignProductsRefusal.Kind)
    case switchDevices(SwitchDevicesRefusal.Kind)
    case retireServers(RetireServersRefusal.Kind)

    /// All reasons, those of no step first.
    package static let allCases: [Kind] =
      [
        .noSuchHandOver, .invalid, .nothingToUndo, .cancelled, .readOnly, .busy, .diskFull,
        .notWritable, .fileGone, .fileReplaced,
      ]
      + CreateUsersRefusal.Kind.allCases.map { .createUsers($0) }
      + AssignProductsRefusal.Kind.allCases.map { .assignProducts($0) }
      + SwitchDevicesRefusal.Kind.allCases.map { .switchDevices($0) }
      + RetireServersRefusal.Kind.allCases.map { .retireServers($0) }

    /// What it is called in the keys of words.
    package var text: String {
      switch self {
      case .noSuchHandOver: "no-such-hand-over"
      case .invalid: "invalid"
      case .nothingToUndo: "nothing-to-undo"
      case .cancelled: "cancelled"
      case .readOnly: "read-only"
      case .busy: "busy"
      case .diskFull: "disk-full"
      case .notWritable: "not-writable"
      case .fileGone: "file-gone"
      case .fileReplaced: "file-replaced"
      case .createUsers(let kind): kind.rawValue
      case .assignProducts(let kind): kind.rawValue
      case .switchDevices(let kind): kind.rawValue
      case .retireServers(let kind): kind.rawValue
      }
    }
  }
}
