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
  /// that differs in case alone is the same. The statement stands on a row of `UserRow.columns`.
  func fields(
    in arena: UnsafeBufferPointer<UInt8>, differingFrom user: SQLStatement
  ) -> UserFields {
    var fields: UserFields = []
    func compare(_ extent: PeopleBatch.Extent, _ column: Int32, _ field: UserFields) {
      if !extent.isEmpty, !user.bytes(column).elementsEqual(arena[extent]) { fields.insert(field) }
    }
    compare(firstName, 1, .firstName)
    compare(lastName, 2, .lastName)
    compare(login, 4, .login)
    compare(group, 5, .group)
    compare(language, 6, .language)
    let known = user.bytes(3)
    if !address.isEmpty, !known.elementsEqual(arena[address]),
      Folding.caseBlind.bytes(of: known) != Folding.caseBlind.bytes(of: arena[address])
    {
      fields.insert(.address)
    }
    return fields
  }
}
