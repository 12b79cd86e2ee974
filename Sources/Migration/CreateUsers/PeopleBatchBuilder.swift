/// Makes a batch out of people as they are written in a list or a paste: normalises, checks, and
/// finds addresses that an earlier row has.
package struct PeopleBatchBuilder: Sendable {
  /// One person as written: runs of UTF-8, valid while the row is added; empty where not given.
  package struct Person {
    /// No bytes.
    package static var nothing: UnsafeBufferPointer<UInt8> { .init(start: nil, count: 0) }

    /// First name.
    package var first = Person.nothing
    /// Particles that stand in a column of their own.
    package var particle = Person.nothing
    /// Last name.
    package var last = Person.nothing
    /// Address.
    package var address = Person.nothing
    /// Login name.
    package var login = Person.nothing
    /// Group.
    package var group = Person.nothing
    /// Language as a code, a locale or a name.
    package var language = Person.nothing
    /// Whether the account is on, as the list writes it.
    package var isOn = Person.nothing
    /// Whether the account is off, as the list writes it.
    package var isOff = Person.nothing
    /// Makes an empty person.
    package init() {}
  }

  /// The longest run of a field that is looked at, in bytes; the rules refuse far shorter ones.
  package static let longestField = 4_096

  /// The rows so far.
  package private(set) var batch = PeopleBatch()
  private var index: AddressIndex

  /// Makes a builder with room for about so many rows and bytes of text.
  package init(reservingRows rows: Int = 0, bytes: Int = 0) {
    batch.rows.reserveCapacity(rows)
    batch.bytes.reserveCapacity(bytes)
    index = AddressIndex(reserving: rows)
  }

  /// Adds a person; returns what is to become of the row.
  ///
  /// `cause` is a finding about the row as such: a refusal comes before everything, a doubt after
  /// everything but what it says of the account. A refused row does not claim its address. O(bytes).
  @discardableResult
  package mutating func add(
    line: Int, _ person: borrowing Person, cause: PersonFinding? = nil
  ) -> PeopleBatch.Verdict {
    var row = PeopleBatch.Row(line: UInt32(clamping: line))
    row.firstName = append(person.first, PersonRules.appendName)
    row.lastName = appendLastName(person.particle, person.last)
    row.address = append(person.address, PersonRules.appendAddress)
    var leftOut = false
    if !person.login.isEmpty {
      row.login = appendDetail(person.login, PersonRules.appendLogin, &leftOut)
    }
    if !person.group.isEmpty {
      row.group = appendDetail(person.group, PersonRules.appendName, &leftOut)
    }
    if !person.language.isEmpty {
      let code = PersonRules.languageCode(person.language)
      row.language = append(code)
    }
    var cause = cause
    let (isOn, isOff) = (person.isOn, person.isOff)
    if isOn.count + isOff.count > 0, cause?.isRefusal != true,
      PersonRules.isOff(on: isOn, off: isOff)
    {
      cause = .accountOff
    }
    decide(&row, cause: cause, leftOut: leftOut)
    batch.rows.append(row)
    return row.verdict
  }

  private mutating func decide(
    _ row: inout PeopleBatch.Row, cause: PersonFinding?, leftOut: Bool
  ) {
    if let cause, cause.isRefusal {
      row.verdict = .refused
      row.cause = cause
      return
    }
    let number = batch.rows.count
    let (finding, isGeneric) = batch.bytes.withUnsafeBufferPointer { bytes in
      (
        PersonRules.verdict(
          first: bytes.run(row.firstName), last: bytes.run(row.lastName),
          address: bytes.run(row.address)),
        !row.login.isEmpty && PersonRules.isGenericLogin(bytes.run(row.login))
      )
    }
    if let finding, finding.isRefusal {
      row.verdict = .refused
      row.cause = finding
      return
    }
    let earlier = batch.bytes.withUnsafeBufferPointer { bytes in
      index.claim(bytes.run(row.address), row: number, in: batch)
    }
    if let earlier {
      row.verdict = .duplicate
      row.earlierLine = batch.rows[earlier].line
      return
    }
    let own = finding ?? (isGeneric ? .genericLogin : leftOut ? .detailLeftOut : cause)
    row.cause = cause?.isAboutAccount == true ? cause : own
    row.verdict = row.cause == nil ? .valid : .doubtful
  }

  @inline(__always)
  private mutating func append(
    _ field: UnsafeBufferPointer<UInt8>,
    _ normalise: (UnsafeBufferPointer<UInt8>, inout [UInt8]) -> Void
  ) -> PeopleBatch.Extent {
    let start = batch.bytes.count
    if field.count > PeopleBatchBuilder.longestField {
      normalise(PeopleBatchBuilder.cut(field), &batch.bytes)
    } else {
      normalise(field, &batch.bytes)
    }
    return extent(from: start)
  }

  private mutating func append(_ text: String) -> PeopleBatch.Extent {
    let start = batch.bytes.count
    batch.bytes.append(contentsOf: text.utf8)
    return extent(from: start)
  }

  private mutating func appendDetail(
    _ field: UnsafeBufferPointer<UInt8>,
    _ normalise: (UnsafeBufferPointer<UInt8>, inout [UInt8]) -> Void, _ leftOut: inout Bool
  ) -> PeopleBatch.Extent {
    let extent = append(field, normalise)
    let (isDash, isRefused) = batch.bytes.withUnsafeBufferPointer { bytes in
      let run = bytes.run(extent)
      return (
        run.count == 1 && run.first == 0x2D,
        PersonRules.detailFinding(run)?.isRefusal ?? false
      )
    }
    guard isDash || isRefused else { return extent }
    batch.bytes.removeLast(Int(extent.length))
    // A dash is how lists write "none".
    if !isDash { leftOut = true }
    return .empty
  }

  /// The particles in front of the last name, unless it begins with them already.
  private mutating func appendLastName(
    _ particle: UnsafeBufferPointer<UInt8>, _ last: UnsafeBufferPointer<UInt8>
  ) -> PeopleBatch.Extent {
    if particle.isEmpty { return append(last, PersonRules.appendLastName) }
    let start = batch.bytes.count
    let particles = append(particle, PersonRules.appendName)
    if particles.length > 0 { batch.bytes.append(0x20) }
    let lastStart = batch.bytes.count
    let name = append(last, PersonRules.appendLastName)
    if name.length == 0 {
      batch.bytes.removeLast(batch.bytes.count - start)
      return .empty
    }
    let isRepeated = batch.bytes.withUnsafeBufferPointer { bytes in
      let front = bytes[start..<lastStart]
      let behind = bytes[lastStart...]
      return behind.count > front.count
        && zip(front, behind).allSatisfy { WordList.folded($0) == WordList.folded($1) }
    }
    if isRepeated { return name }
    return extent(from: start)
  }

  private func extent(from start: Int) -> PeopleBatch.Extent {
    PeopleBatch.Extent(
      offset: UInt32(clamping: start), length: UInt32(clamping: batch.bytes.count - start))
  }

  private static func cut(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var end = longestField
    while end > 0, field[end] & 0xC0 == 0x80 { end -= 1 }
    return UnsafeBufferPointer(rebasing: field[..<end])
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of an extent.
  @inline(__always)
  fileprivate func run(_ extent: PeopleBatch.Extent) -> UnsafeBufferPointer<UInt8> {
    let start = Int(extent.offset)
    return UnsafeBufferPointer(rebasing: self[start..<start + Int(extent.length)])
  }
}
