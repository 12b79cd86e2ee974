import Migration

/// Where each part of a person stands in the records of a list.
///
/// Several columns may hold the same part: the first that is not empty in a row counts there.
struct PeopleRow {
  private let first: [Int]
  private let particle: [Int]
  private let last: [Int]
  private let display: [Int]
  private let lastNameFirst: [Int]
  private let address: [Int]
  private let login: [Int]
  private let group: [Int]
  private let language: [Int]
  private let isOn: [Int]
  private let isOff: [Int]
  private let leavingDay: [Int]
  private let accountKind: [Int]
  private let hasAccount: Bool
  private let today: Day?

  /// Takes the columns of a list, and the names that put several of a kind in order.
  init(_ columns: [PeopleColumn], names: [String], today: Day?) {
    func places(_ column: PeopleColumn) -> [Int] {
      PeopleColumnGuess.places(of: column, in: columns, names: names)
    }
    first = places(.firstName)
    particle = places(.particle)
    last = places(.lastName)
    display = places(.displayName)
    lastNameFirst = places(.lastNameFirst)
    address = places(.address)
    login = places(.login)
    group = places(.group)
    language = places(.language)
    isOn = places(.accountOn)
    isOff = places(.accountOff)
    leavingDay = places(.leavingDay)
    accountKind = places(.accountKind)
    hasAccount = !(isOn + isOff + leavingDay + accountKind).isEmpty
    self.today = today
  }

  /// Hands over the person of a record, with what is wrong with the row as such or doubtful about it.
  @inline(__always)
  func read(
    _ record: TableRecord, refusal: PersonFinding?, isGuessed: Bool,
    _ body: (PeopleBatchBuilder.Person, PersonFinding?) -> Void
  ) {
    var person = PeopleBatchBuilder.Person()
    person.address = field(address, record)
    if !login.isEmpty { person.login = field(login, record) }
    if !group.isEmpty { person.group = field(group, record) }
    if !language.isEmpty { person.language = field(language, record) }
    person.first = field(first, record)
    person.last = field(last, record)
    if !particle.isEmpty { person.particle = field(particle, record) }
    let doubt = hasAccount ? accountDoubt(record) : nil
    let hasBoth = !first.isEmpty && !last.isEmpty && !person.first.isEmpty && !person.last.isEmpty
    let isTurned = !lastNameFirst.isEmpty && !field(lastNameFirst, record).isEmpty
    let written = isTurned ? field(lastNameFirst, record) : field(display, record)
    // Some programs write the address once more where the name should be.
    let isWritten = !written.isEmpty && !written.contains(0x40)
    if hasBoth || !isWritten && !(first.isEmpty && last.isEmpty) {
      return hand(person, refusal ?? doubt, record, isGuessed, body)
    }
    // One column of whole names, or addresses alone.
    let isProposed =
      !isWritten && refusal == nil && !written.isEmpty
      || display.isEmpty
        && lastNameFirst.isEmpty && refusal == nil
    let name =
      isProposed
      ? PersonName(proposedFrom: person.address)
      : PersonName(written: written, order: isTurned ? .lastName : .firstName)
    let guess: PersonFinding? = isProposed ? .nameProposed : name.isGuess ? .nameOrderGuessed : nil
    name.first.withUnsafeBufferPointer { first in
      name.last.withUnsafeBufferPointer { last in
        person.first = first
        person.last = last
        person.particle = PeopleBatchBuilder.Person.nothing
        hand(person, refusal ?? doubt ?? guess, record, isGuessed, body)
      }
    }
  }

  @inline(__always)
  private func hand(
    _ person: PeopleBatchBuilder.Person, _ cause: PersonFinding?, _ record: TableRecord,
    _ isGuessed: Bool, _ body: (PeopleBatchBuilder.Person, PersonFinding?) -> Void
  ) {
    var cause = cause
    if cause == nil || cause?.isRefusal == false, isCutShort(person, record) {
      cause = .rowWithTooFewFields
    }
    if cause == nil,
      person.first.contains(where: { $0 >= 0x80 }) || person.last.contains(where: { $0 >= 0x80 }),
      isGuessed || Self.isTwiceEncoded(person.first) || Self.isTwiceEncoded(person.last)
    {
      cause = .encodingGuessed
    }
    body(person, cause)
  }

  /// Whether a name was read in the wrong encoding and written again, as in `ZoÃ«`: an `Ã` with a sign
  /// behind it that is no letter.
  private static func isTwiceEncoded(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count > 3 else { return false }
    return (0..<(name.count - 3)).contains { place in
      name[place] == 0xC3 && name[place + 1] == 0x83 && name[place + 2] == 0xC2
    }
  }

  /// Whether a row ends before a part that it has to have.
  @inline(__always)
  private func isCutShort(
    _ person: PeopleBatchBuilder.Person, _ record: TableRecord
  ) -> Bool {
    func isMissing(_ places: [Int], _ part: UnsafeBufferPointer<UInt8>) -> Bool {
      part.isEmpty && places.contains { $0 >= record.fieldCount }
    }
    return isMissing(address, person.address) || isMissing(first, person.first)
      || isMissing(last, person.last)
      || first.isEmpty
        && (isMissing(display, person.first) || isMissing(lastNameFirst, person.first))
  }

  /// The first of some places in which something stands; the first place where nothing does.
  @inline(__always)
  private func field(_ places: [Int], _ record: TableRecord) -> UnsafeBufferPointer<UInt8> {
    guard let best = places.first else { return PeopleBatchBuilder.Person.nothing }
    let field = record.field(best)
    return places.count == 1 || !Self.isNothing(field) ? field : next(places, record)
  }

  @inline(never)
  private func next(_ places: [Int], _ record: TableRecord) -> UnsafeBufferPointer<UInt8> {
    for place in places.dropFirst() where !Self.isNothing(record.field(place)) {
      return record.field(place)
    }
    return places.first.map { record.field($0) } ?? PeopleBatchBuilder.Person.nothing
  }

  /// Whether a cell is empty, blank, or holds what programs write for nothing.
  private static func isNothing(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    if field.isEmpty { return true }
    guard field.count <= 6 else { return field.allSatisfy { $0 <= 0x20 } }
    return field.allSatisfy { $0 <= 0x20 } || nothings.contains(field)
  }

  private static let nothings = WordList([
    "null", "n/a", "#n/a", "#n/b", "#nv", "-", "--", "none", "nan",
  ])

  /// What the list says of the account.
  private func accountDoubt(_ record: TableRecord) -> PersonFinding? {
    let nothing = PeopleBatchBuilder.Person.nothing
    if leavingDay.contains(where: { PersonRules.hasLeft(record.field($0), today: today) }) {
      return .hasLeft
    }
    if isOn.contains(where: { PersonRules.isOff(on: record.field($0), off: nothing) })
      || isOff.contains(where: { PersonRules.isOff(on: nothing, off: record.field($0)) })
    {
      return .accountOff
    }
    return accountKind.lazy.compactMap { PersonRules.accountKind(record.field($0)) }.first
  }
}
