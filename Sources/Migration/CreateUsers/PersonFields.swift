/// What is asked of one person, declared once for the form, plain mode, lists and the command line.
package enum PersonFields {
  /// First name, as the portal is to show it.
  package static let firstName = Field(
    name: "first-name", privacy: .personal, example: "Willem",
    normalise: PersonRules.normaliseName
  ) { checkName($0, missing: .firstNameMissing) }

  /// Last name with its particles in front.
  package static let lastName = Field(
    name: "last-name", privacy: .personal, example: "van der Meer",
    normalise: PersonRules.normaliseLastName
  ) { checkName($0, missing: .lastNameMissing) }

  /// The person's own address, with which they sign in.
  package static let address = Field(
    name: "address", kind: .address, privacy: .personal, example: "w.vandermeer@example.com",
    normalise: PersonRules.normaliseAddress
  ) { text in
    finding(text, PersonRules.addressFinding)
  }

  /// The login name that a licence log shows; may be empty.
  package static let login = Field(
    name: "login", privacy: .personal, example: "wmeer", normalise: PersonRules.normaliseLogin
  ) { text in
    let found = finding(text, PersonRules.detailFinding)
    if !found.isEmpty { return found }
    var text = text
    let isGeneric = text.withUTF8 { PersonRules.isGenericLogin($0) }
    return isGeneric ? [Field.Finding(.genericLogin, value: text)] : []
  }

  /// Pilot, wave or office; may be empty.
  package static let group = Field(
    name: "group", example: "Pilot", normalise: PersonRules.normaliseName
  ) { text in
    finding(text, PersonRules.detailFinding)
  }

  /// The language of the person's letters; empty for the migration's own.
  package static let language = Field(
    name: "language", kind: .choice(["", "nl", "en"]), example: "nl",
    normalise: { text in
      var text = PersonRules.normaliseName(text)
      return text.withUTF8 { PersonRules.languageCode($0) }
    })

  /// The fields in the order of the form.
  package static let all = [firstName, lastName, address, login, group, language]

  private static func checkName(_ text: String, missing: PersonFinding) -> [Field.Finding] {
    if text.isEmpty { return [Field.Finding(missing)] }
    return finding(text, PersonRules.nameFinding)
  }

  private static func finding(
    _ text: String, _ check: (UnsafeBufferPointer<UInt8>) -> PersonFinding?
  ) -> [Field.Finding] {
    var copy = text
    guard let found = copy.withUTF8({ check($0) }) else { return [] }
    let value =
      found == .nameWithForbiddenWord ? PersonRules.forbiddenWord(in: text) ?? text : text
    return [Field.Finding(found, value: value)]
  }
}

extension Field.Finding {
  /// A finding of the rules for people beside a field.
  package init(_ finding: PersonFinding, value: String = "") {
    self.init(key: finding.name, value: value, isError: finding.isRefusal)
  }
}
