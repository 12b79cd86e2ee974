/// Finds the row of a batch that has an address already: a hash table over the batch's own bytes.
///
/// Addresses are compared as a session file compares them, `Folding.caseBlind`. Eight bytes a slot, at
/// most half of them taken.
package struct AddressIndex: Sendable {
  // A slot is the upper half of the hash and, below it, the row's number plus one; 0 is empty.
  private var slots: [UInt64]
  private var taken = 0
  // Another seed in each index: nobody can write a list whose addresses all meet in one slot.
  private let seed = UInt64.random(in: 1...UInt64.max)

  /// Makes an index for about so many rows; it grows when there are more.
  package init(reserving rows: Int = 64) {
    var count = 128
    while count < rows * 2 { count *= 2 }
    slots = [UInt64](repeating: 0, count: count)
  }

  /// The row that holds the address already; nil when it is new, and then the row takes it.
  ///
  /// `address` may point into the batch's bytes. O(1) on average.
  package mutating func claim(
    _ address: UnsafeBufferPointer<UInt8>, row: Int, in batch: borrowing PeopleBatch
  ) -> Int? {
    if (taken + 1) * 2 > slots.count { grow() }
    let hash = AddressIndex.hash(address, seed: seed)
    let tag = hash & 0xFFFF_FFFF_0000_0000
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[place] != 0 {
      let slot = slots[place]
      if slot & 0xFFFF_FFFF_0000_0000 == tag {
        let earlier = Int(slot & 0xFFFF_FFFF) - 1
        let extent = batch.rows[earlier].address
        let start = Int(extent.offset)
        let isSame = batch.bytes.withUnsafeBufferPointer {
          AddressIndex.isSame(
            address, UnsafeBufferPointer(rebasing: $0[start..<start + Int(extent.length)]))
        }
        if isSame { return earlier }
      }
      place = (place + 1) & mask
    }
    slots[place] = tag | UInt64(truncatingIfNeeded: row + 1)
    taken += 1
    return nil
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for slot in slots where slot != 0 {
      var place = Int(truncatingIfNeeded: slot >> 32) & mask
      while larger[place] != 0 { place = (place + 1) & mask }
      larger[place] = slot
    }
    slots = larger
  }

  private static func isSame(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if left.count == right.count {
      var index = 0
      while index < left.count, WordList.folded(left[index]) == WordList.folded(right[index]) {
        index += 1
      }
      if index == left.count { return true }
    }
    // Letters beyond ASCII may differ in length from what they fold to, which may be ASCII: ß is ss.
    guard left.contains(where: { $0 >= 0x80 }) || right.contains(where: { $0 >= 0x80 }) else {
      return false
    }
    return Folding.caseBlind.bytes(of: left) == Folding.caseBlind.bytes(of: right)
  }

  private static func hash(_ address: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    var hash = seed
    var isASCII = true
    var index = 0
    let count = address.count
    while index < count {
      var word: UInt64 = 0
      var shift: UInt64 = 0
      let end = min(index + 8, count)
      while index < end {
        let byte = address[index]
        if byte >= 0x80 { isASCII = false }
        word |= UInt64(WordList.folded(byte)) << shift
        shift += 8
        index += 1
      }
      hash = mixed(hash ^ word)
    }
    if isASCII { return mixed(hash ^ UInt64(count)) }
    // What folds to ASCII is found under the same hash as ASCII is.
    let folded = Folding.caseBlind.bytes(of: address)
    if folded.contains(where: { $0 >= 0x80 }) {
      return folded.reduce(seed) { mixed($0 ^ UInt64($1)) }
    }
    return folded.withUnsafeBufferPointer { AddressIndex.hash($0, seed: seed) }
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return high ^ low
  }
}
