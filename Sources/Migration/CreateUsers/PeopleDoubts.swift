/// Finds rows of a list that may be one person twice, two people with one login name, or people of
/// another organisation.
///
/// Only rows that are valid so far become doubtful, or that have a lesser doubt; the first of them stays
/// as it is.
package struct PeopleDoubts: Sendable {
  // Hashes of 64 bits, with another seed in each memory: two people that share one by chance, once in
  // some 10^9 lists of 100,000, are asked about for nothing.
  private var names: Set<UInt64> = []
  private var logins: Set<UInt64> = []
  private let seed = UInt64.random(in: 1...UInt64.max)

  /// Makes an empty memory.
  package init() {}

  /// Marks the rows of a batch; returns how many it marked. O(bytes).
  ///
  /// Rows, by their places, for which `isKnown` answers true are people who are there under the same
  /// address, and are passed over. `domains` are those of the people who are there, with how many
  /// each has.
  @discardableResult
  package mutating func mark(
    _ batch: inout PeopleBatch, domains: [String: Int] = [:],
    isKnown: (Int) -> Bool = { _ in false }
  ) -> Int {
    var count = markDomains(&batch, domains, isKnown)
    names.reserveCapacity(names.count + batch.rows.count)
    batch.bytes.withUnsafeBufferPointer { bytes in
      for place in batch.rows.indices {
        let row = batch.rows[place]
        guard isLookedAt(row), !isKnown(place) else { continue }
        let isNewName = names.insert(name(of: row, bytes)).inserted
        let isNewLogin =
          row.login.isEmpty || logins.insert(hash(row.login, bytes, seed)).inserted
        guard row.isOpenToDoubt, !isNewName || !isNewLogin else { continue }
        batch.rows[place].verdict = .doubtful
        batch.rows[place].cause = isNewLogin ? .samePersonOtherAddress : .loginOfAnother
        count += 1
      }
    }
    return count
  }

  /// Marks people whose address is in a domain that has half as many people as the most frequent one,
  /// or fewer.
  private func markDomains(
    _ batch: inout PeopleBatch, _ known: [String: Int], _ isKnown: (Int) -> Bool
  ) -> Int {
    var counts: [UInt64: Int] = [:]
    for (domain, people) in known {
      var domain = domain
      counts[domain.withUTF8 { PeopleDoubts.hash($0, seed) }] = people
    }
    var marked = 0
    batch.bytes.withUnsafeBufferPointer { bytes in
      // Nearly all have the domain of the row before.
      var last = (hash: UInt64(0), count: 0)
      for place in batch.rows.indices where isLookedAt(batch.rows[place]) && !isKnown(place) {
        let hash = domain(of: batch.rows[place], bytes)
        if hash != last.hash {
          counts[last.hash, default: 0] += last.count
          last = (hash, 0)
        }
        last.count += 1
      }
      counts[last.hash, default: 0] += last.count
      guard counts.count > 1, let most = counts.values.max() else { return }
      for place in batch.rows.indices
      where batch.rows[place].verdict == .valid && !isKnown(place) {
        let people = counts[domain(of: batch.rows[place], bytes)] ?? 0
        guard people * 2 <= most else { continue }
        batch.rows[place].verdict = .doubtful
        batch.rows[place].cause = .otherDomain
        marked += 1
      }
    }
    return marked
  }

  private func isLookedAt(_ row: PeopleBatch.Row) -> Bool {
    row.verdict == .valid || row.verdict == .doubtful
  }

  private func domain(
    of row: PeopleBatch.Row, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    let first = Int(row.address.offset)
    let address = bytes[first..<first + Int(row.address.length)]
    let start = (address.lastIndex(of: 0x40) ?? first) + 1
    return PeopleDoubts.hash(
      UnsafeBufferPointer(rebasing: address[min(start, address.endIndex)...]), seed)
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
    return PeopleDoubts.hash(
      UnsafeBufferPointer(rebasing: bytes[first..<first + Int(extent.length)]), start)
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ start: UInt64) -> UInt64 {
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
