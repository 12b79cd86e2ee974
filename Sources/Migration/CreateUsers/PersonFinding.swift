/// What can be wrong with, or doubtful about, a person's names, address or row.
///
/// `name` is the key of the sentence in the words of the screens (`errors.<name>`).
package enum PersonFinding: UInt8, CaseIterable, Sendable {
  // Refused.
  case firstNameMissing = 1
  case lastNameMissing
  case addressMissing
  case addressWithoutAt
  case addressWithoutDomain
  case addressWithBlank
  case addressWithComma
  case addressMalformed
  case addressTooLong
  /// A word that the portal refuses in names, such as Admin or Support.
  case nameWithForbiddenWord
  /// A character that the portal refuses in names: `:` `/` `%`, or `www.`.
  case nameWithForbiddenCharacter
  case nameWithControlCharacter
  /// A name that a spreadsheet would run as a formula: begins with = + - @ or a tab.
  case nameLikeFormula
  case nameTooLong
  case rowWithTooFewFields
  case rowWithTooManyFields
  case rowNotReadable
  // Doubtful.
  /// The address looks like a shared mailbox.
  case sharedMailbox = 64
  /// The address is with a free mail provider.
  case freeMail
  case addressNotASCII
  /// The name has digits in it.
  case nameWithDigits
  /// The same first and last name stand under another address.
  case samePersonOtherAddress
  /// The login name belongs to somebody else already.
  case loginOfAnother
  /// The login name looks like one that several people use.
  case genericLogin
  /// A login name, group or language of the list cannot be used and is left out.
  case detailLeftOut
  /// The names are a proposal, made from the address.
  case nameProposed
  /// The person is in the portal, or on the way there, with another address: this one would make a
  /// second account.
  case secondAccount
  /// A comma in a name whose parts nobody can put in order for certain.
  case nameWithComma
  /// A name that is written in capitals only.
  case nameInCapitals
  /// An address stands where a name should be.
  case nameIsAddress
  /// The list says that the person's account is off.
  case accountOff
  /// The address is in another domain than nearly all others.
  case otherDomain
  /// The list has a day on which the person left, or says so.
  case hasLeft
  /// Somebody of another organisation, whom Entra knows as a guest.
  case guest
  /// A room, a device or a service: nobody who signs in.
  case notAPerson
  /// The address is a login in a domain that exists inside only: no mail reaches it.
  case insideAddress
  /// Which part of the name is the first one and which the last is a guess.
  case nameOrderGuessed
  /// How the text writes its letters is a guess, and the name has some beyond ASCII.
  case encodingGuessed

  /// Whether it holds the person back; the others are warnings.
  package var isRefusal: Bool { rawValue < 64 }

  /// Whether it is about the person as such: said before anything about how the row is written.
  package var isAboutAccount: Bool {
    self == .accountOff || self == .hasLeft || self == .guest || self == .notAPerson
  }

  /// The key of its sentence in the words of the screens.
  package var name: String {
    switch self {
    case .firstNameMissing: "first-name-missing"
    case .lastNameMissing: "last-name-missing"
    case .addressMissing: "address-missing"
    case .addressWithoutAt: "address-without-at"
    case .addressWithoutDomain: "address-without-domain"
    case .addressWithBlank: "address-with-blank"
    case .addressWithComma: "address-with-comma"
    case .addressMalformed: "address-malformed"
    case .addressTooLong: "address-too-long"
    case .nameWithForbiddenWord: "name-with-forbidden-word"
    case .nameWithForbiddenCharacter: "name-with-forbidden-character"
    case .nameWithControlCharacter: "name-with-control-character"
    case .nameLikeFormula: "name-like-formula"
    case .nameTooLong: "name-too-long"
    case .rowWithTooFewFields: "row-with-too-few-fields"
    case .rowWithTooManyFields: "row-with-too-many-fields"
    case .rowNotReadable: "row-not-readable"
    case .sharedMailbox: "shared-mailbox"
    case .freeMail: "free-mail"
    case .addressNotASCII: "address-not-ascii"
    case .nameWithDigits: "name-with-digits"
    case .samePersonOtherAddress: "same-person-other-address"
    case .loginOfAnother: "login-of-another"
    case .genericLogin: "generic-login"
    case .detailLeftOut: "detail-left-out"
    case .nameProposed: "name-proposed"
    case .secondAccount: "second-account"
    case .nameWithComma: "name-with-comma"
    case .nameInCapitals: "name-in-capitals"
    case .nameIsAddress: "name-is-address"
    case .accountOff: "account-off"
    case .otherDomain: "other-domain"
    case .hasLeft: "has-left"
    case .guest: "guest"
    case .notAPerson: "not-a-person"
    case .insideAddress: "inside-address"
    case .nameOrderGuessed: "name-order-guessed"
    case .encodingGuessed: "encoding-guessed"
    }
  }
}
