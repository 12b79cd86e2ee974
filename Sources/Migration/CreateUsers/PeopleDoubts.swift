/// Finds rows of a list that may be one person twice, or two people with one login name.
///
/// Only rows that are valid so far become doubtful; the first of them stays as it is.
package struct PeopleDoubts: Sendable {
  // Hashes of 64 bits, with another seed in each memory: two people that share one by chance, once in
  // some 10^9 lists of 100,000, are asked about for nothing.
  private var names: Set<UInt64> = []
  private var logins: Set<UInt64> = []
  private let seed = UInt64.random(in: 1...UInt64.max)

  /// Makes an empty memory.
  package init() {}

  /// Marks the rows of a batch; returns how many became doubtful. O(bytes).
  ///
  /// Rows, by their places, for which `isKnown` answers true are people who are there under the same
  /// address, and are passed over.
  @discardableResult
  package mutating func mark(
    _ batch: inout PeopleBatch, isKnown: (Int) -> Bool = { _ in false }
  ) -> Int {
    var count = 0
    names.reserveCapacity(names.count + batch.rows.count)
    batch.bytes.withUnsafeBufferPointer { bytes in
      for place in batch.rows.indices {
        let row = batch.rows[place]
        guard row.verdict == .valid || row.verdict == .doubtful, !isKnown(place) else { continue }
        let isNewName = names.insert(name(of: row, bytes)).inserted
        let isNewLogin =
          row.login.isEmpty || logins.insert(hash(row.login, bytes, seed)).inserted
        guard row.verdict == .valid, !isNewName || !isNewLogin else { continue }
        batch.rows[place].verdict = .doubtful
        batch.rows[place].cause = isNewLogin ? .samePersonOtherAddress : .loginOfAnother
        count += 1
      }
    }
    return count
  }

  private func name(
    of row: PeopleBatch.Row, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    hash(row.lastName, bytes, hash(row.firstName, bytes, seed))
  }

  /// A hash of a text without regard to case, that goes on from another.
  private func hash(
    _ extent: PeopleBatch.Extent, _ bytes: UnsafeBufferPointer<UInt8>, _ start: UInt64
  ) -> UInt64 {
    let first = Int(extent.offset)
    let text = UnsafeBufferPointer(rebasing: bytes[first..<first + Int(extent.length)])
    var hash = start
    for byte in text {
      guard byte < 0x80 else {
        return Folding.caseBlind.bytes(of: text).reduce(start, PeopleDoubts.mixed) &* 3
      }
      hash = PeopleDoubts.mixed(hash, WordList.folded(byte))
    }
    return hash &* 3
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let (high, low) = (hash ^ UInt64(byte)).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return high ^ low
  }
}
