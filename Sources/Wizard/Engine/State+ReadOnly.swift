extension State {
  /// Says that the migration is open for reading only; nil when it may be written.
  mutating func refuseReadOnly() -> [Effect]? {
    guard session.readOnly != nil else { return nil }
    notice = Notice(.problem, "read-only")
    return [.bell]
  }
}

extension Scene {
  /// The key of why nothing can be changed; nil when it can.
  var readOnlyReason: String? { state.session.readOnly == nil ? nil : "read-only" }
}
