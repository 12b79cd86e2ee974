import Migration

extension FormPage<UserDetails> {
  /// The fields of a person: the portal's three in its order, then what only we ask.
  static let person = FormPage([
    .init(PersonFields.firstName, \.firstName), .init(PersonFields.lastName, \.lastName),
    .init(PersonFields.address, \.address), .init(PersonFields.login, \.login),
    .init(PersonFields.group, \.group), .init(PersonFields.language, \.language),
  ])

  /// The portal's three fields alone.
  static let invitation = person.first(3)
}
