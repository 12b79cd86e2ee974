import Migration

extension Notice {
  /// What is said when a change was not made.
  package static func of(_ refusal: ChangeRefusal) -> Notice {
    Notice(refusal == .cancelled ? .done : .problem, refusal.kind.text, refusal.arguments)
  }
}

extension Notice {
  /// What is said where what somebody typed could not be kept.
  package static func unkept(_ refusal: ChangeRefusal) -> Notice {
    switch refusal {
    case .fileGone: Notice(.problem, "place-file-gone")
    case .fileReplaced: Notice(.problem, "place-file-replaced")
    case .diskFull: Notice(.problem, "place-disk-full")
    case .noSuchHandOver, .invalid, .nothingToUndo, .cancelled, .readOnly, .busy, .notWritable,
      .createUsers, .assignProducts, .switchDevices, .retireServers:
      Notice(.problem, "place-not-kept")
    }
  }
}

extension ChangeRefusal {
  /// What its sentence tells of it.
  fileprivate var arguments: [String: String] {
    switch self {
    case .noSuchHandOver(let number): ["number": String(number)]
    case .invalid(let field, let finding): ["field": field, "value": finding.value]
    case .notWritable(let reason): ["reason": reason]
    case .nothingToUndo, .readOnly, .cancelled, .busy, .diskFull, .fileGone, .fileReplaced: [:]
    case .createUsers(let refusal): refusal.arguments
    case .assignProducts(let refusal): refusal.arguments
    case .switchDevices(let refusal): refusal.arguments
    case .retireServers(let refusal): refusal.arguments
    }
  }
}
