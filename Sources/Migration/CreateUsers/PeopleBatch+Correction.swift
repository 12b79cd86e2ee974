extension PeopleBatch {
  /// Gives a row other values and decides anew what is to become of it and of the rows that have to
  /// do with it: an address that is free now, or taken. O(rows).
  ///
  /// Findings that come from laying the list beside itself or beside the migration are taken out; the
  /// caller finds them anew (`PeopleDoubts`, `doubt`).
  package mutating func correct(_ place: Int, to details: UserDetails) {
    guard rows.indices.contains(place) else { return }
    rows[place] = corrected(rows[place], details)
    var index = AddressIndex(reserving: rows.count)
    for number in rows.indices {
      if rows[number].verdict == .duplicate || rows[number].cause?.isAboutOthers == true {
        let cause = ownFinding(rows[number])
        rows[number].cause = cause
        rows[number].verdict =
          cause == nil ? .valid : cause?.isRefusal == true ? .refused : .doubtful
        rows[number].earlierLine = 0
      }
      guard rows[number].verdict != .refused else { continue }
      let extent = rows[number].address
      let earlier = bytes.withUnsafeBufferPointer { bytes in
        index.claim(
          UnsafeBufferPointer(
            rebasing: bytes[Int(extent.offset)..<Int(extent.offset + extent.length)]),
          row: number, in: self)
      }
      guard let earlier else { continue }
      rows[number].verdict = .duplicate
      rows[number].cause = nil
      rows[number].earlierLine = rows[earlier].line
    }
  }

  private mutating func corrected(_ old: Row, _ details: UserDetails) -> Row {
    var row = Row(line: old.line)
    row.firstName = append(PersonRules.normaliseName(details.firstName))
    row.lastName = append(PersonRules.normaliseLastName(details.lastName))
    row.address = append(PersonRules.normaliseAddress(details.address))
    row.login = append(PersonRules.normaliseLogin(details.login))
    row.group = append(PersonRules.normaliseName(details.group))
    row.language = append(details.language)
    row.cause = ownFinding(row)
    row.verdict = row.cause == nil ? .valid : row.cause?.isRefusal == true ? .refused : .doubtful
    return row
  }

  /// What a row itself has wrong with it, or doubtful about it.
  private func ownFinding(_ row: Row) -> PersonFinding? {
    bytes.withUnsafeBufferPointer { bytes in
      func run(_ extent: Extent) -> UnsafeBufferPointer<UInt8> {
        let start = Int(extent.offset)
        return UnsafeBufferPointer(rebasing: bytes[start..<start + Int(extent.length)])
      }
      let finding = PersonRules.verdict(
        first: run(row.firstName), last: run(row.lastName), address: run(row.address))
      if finding?.isRefusal == true { return finding }
      for detail in [row.login, row.group] {
        if let wrong = PersonRules.detailFinding(run(detail)), wrong.isRefusal { return wrong }
      }
      let isGeneric = !row.login.isEmpty && PersonRules.isGenericLogin(run(row.login))
      return finding ?? (isGeneric ? .genericLogin : nil)
    }
  }

  private mutating func append(_ text: String) -> Extent {
    let extent = Extent(offset: UInt32(clamping: bytes.count), length: UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
    return extent
  }
}

extension PersonFinding {
  /// Whether it comes from other people, in the list or in the migration, and not from the row alone.
  package var isAboutOthers: Bool {
    switch self {
    case .samePersonOtherAddress, .loginOfAnother, .secondAccount, .otherDomain: true
    default: false
    }
  }
}
