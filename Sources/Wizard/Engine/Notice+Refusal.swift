import Migration

extension Notice {
  /// What is said when a change was not made.
  package static func of(_ refusal: ChangeRefusal) -> Notice {
    switch refusal {
    case .addressTaken: Notice(.problem, "address-taken")
    case .userGone: Notice(.problem, "user-gone")
    case .noSuchHandOver(let number):
      Notice(.problem, "no-such-hand-over", ["number": String(number)])
    case .invalid(let field, let finding):
      Notice(.problem, "invalid", ["field": field, "value": finding.value])
    case .nothingToUndo: Notice(.problem, "nothing-to-undo")
    case .readOnly: Notice(.problem, "read-only")
    case .cancelled: Notice(.done, "cancelled")
    case .busy: Notice(.problem, "busy")
    case .diskFull: Notice(.problem, "disk-full")
    case .notWritable(let reason): Notice(.problem, "not-writable", ["reason": reason])
    case .productTaken: Notice(.problem, "product-taken")
    case .productGone: Notice(.problem, "product-gone")
    case .seatsHandedOver(let count):
      Notice(.problem, "seats-handed-over", ["count": String(count)])
    case .tooFewSeats(let product): Notice(.problem, "too-few-seats", ["product": product])
    case .seatsOverwritten(let product):
      Notice(.problem, "seats-overwritten", ["product": product])
    case .serverGone: Notice(.problem, "server-gone")
    case .serverTaken(let host): Notice(.problem, "server-taken", ["name": host])
    case .nameNotTyped(let name): Notice(.problem, "name-not-typed", ["name": name])
    }
  }
}
