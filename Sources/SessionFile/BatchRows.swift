import Migration

extension UnsafeBufferPointer<UInt8> {
  /// A run of an arena.
  subscript(extent: PeopleBatch.Extent) -> UnsafeBufferPointer<UInt8> {
    let start = Int(extent.offset)
    return UnsafeBufferPointer(rebasing: self[start..<start + Int(extent.length)])
  }
}

extension PeopleBatch.Row {
  /// The fields in which the row has a value, and another one than somebody who is there; an address
  /// that differs in case alone is the same.
  func fields(
    in arena: UnsafeBufferPointer<UInt8>, differingFrom details: UserDetails
  ) -> UserFields {
    var fields: UserFields = []
    func compare(_ extent: PeopleBatch.Extent, _ text: String, _ field: UserFields) {
      if !extent.isEmpty, !text.utf8.elementsEqual(arena[extent]) { fields.insert(field) }
    }
    compare(firstName, details.firstName, .firstName)
    compare(lastName, details.lastName, .lastName)
    compare(login, details.login, .login)
    compare(group, details.group, .group)
    compare(language, details.language, .language)
    return fields
  }
}
