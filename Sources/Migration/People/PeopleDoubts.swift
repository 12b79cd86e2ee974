/// Finds rows of a list that may be one person twice, or two people with one login name.
///
/// Only rows that are valid so far become doubtful; the first of them stays as it is.
package struct PeopleDoubts: Sendable {
  private var names: Set<[UInt8]> = []
  private var logins: Set<[UInt8]> = []

  /// Makes an empty memory.
  package init() {}

  /// Remembers somebody who is in the migration already, so that rows are laid beside them.
  package mutating func remember(_ person: UserDetails) {
    names.insert(PeopleDoubts.key(Array("\(person.firstName)\u{0}\(person.lastName)".utf8)))
    if !person.login.isEmpty { logins.insert(PeopleDoubts.key(Array(person.login.utf8))) }
  }

  /// Marks the rows of a batch; returns how many became doubtful. O(bytes).
  ///
  /// Rows, by their places, for which `isKnown` answers true are people who are there under the same
  /// address, and are passed over.
  @discardableResult
  package mutating func mark(
    _ batch: inout PeopleBatch, isKnown: (Int) -> Bool = { _ in false }
  ) -> Int {
    var count = 0
    for place in batch.rows.indices {
      let row = batch.rows[place]
      guard row.verdict == .valid || row.verdict == .doubtful, !isKnown(place) else { continue }
      let first = PeopleDoubts.bytes(row.firstName, batch)
      let last = PeopleDoubts.bytes(row.lastName, batch)
      let isNewName = names.insert(PeopleDoubts.key(first + [0] + last)).inserted
      let login = PeopleDoubts.bytes(row.login, batch)
      let isNewLogin = login.isEmpty || logins.insert(PeopleDoubts.key(Array(login))).inserted
      guard row.verdict == .valid, !isNewName || !isNewLogin else { continue }
      batch.rows[place].verdict = .doubtful
      batch.rows[place].cause = isNewLogin ? .samePersonOtherAddress : .loginOfAnother
      count += 1
    }
    return count
  }

  private static func bytes(
    _ extent: PeopleBatch.Extent, _ batch: PeopleBatch
  ) -> ArraySlice<UInt8> {
    let start = Int(extent.offset)
    return batch.bytes[start..<start + Int(extent.length)]
  }

  private static func key(_ text: some Collection<UInt8>) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x80 }) else { return text.map(WordList.folded) }
    return Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
  }
}
