/// Numbers distinct byte strings from 0 in the order of their first sight, and keeps a number of the
/// owner's with each. No `String` a look-up; memory grows with the distinct strings alone.
///
/// Open addressing, at most three quarters full, one arena for all bytes. Inlined into the modules that
/// read millions of lines with it.
package struct ByteTable: Sendable {
  @usableFromInline
  struct Slot: Sendable {
    /// The high half of the hash, compared before the bytes are.
    @usableFromInline var mark: UInt32
    /// One more than the string's number; 0 is a free slot.
    @usableFromInline var entry: UInt32

    @usableFromInline init(mark: UInt32 = 0, entry: UInt32 = 0) {
      self.mark = mark
      self.entry = entry
    }
  }

  @usableFromInline
  struct Entry: Sendable {
    @usableFromInline let start: Int
    @usableFromInline let count: Int
    @usableFromInline var tag: Int64

    @usableFromInline init(start: Int, count: Int, tag: Int64) {
      self.start = start
      self.count = count
      self.tag = tag
    }
  }

  @usableFromInline var slots: [Slot]
  @usableFromInline var entries: [Entry] = []
  @usableFromInline var arena: [UInt8] = []

  /// Makes an empty table with room for so many strings, of so many bytes together.
  package init(expecting count: Int = 32, bytes: Int = 0) {
    var size = 16
    while size * 3 < count * 4 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    entries.reserveCapacity(count)
    arena.reserveCapacity(bytes)
  }

  /// The distinct strings so far.
  @inlinable
  package var count: Int { entries.count }

  /// The number that the owner keeps with a string, by the string's own; 0 until it is set.
  @inlinable
  package func tag(of number: Int) -> Int64 { entries[number].tag }

  /// Keeps a number with a string.
  @inlinable
  package mutating func setTag(of number: Int, to tag: Int64) { entries[number].tag = tag }

  /// The number of a string, given one where it is new. O(bytes).
  @inlinable
  package mutating func number(
    of text: UnsafeBufferPointer<UInt8>
  ) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(text)
    let place = place(of: text, hash)
    let found = slots[place].entry
    guard found == 0 else { return (Int(found) - 1, false) }
    return (insert(text, hash, at: place), true)
  }

  /// What is kept with a string; nil for one that is not in the table. O(bytes).
  @inlinable
  package func value(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    let found = slots[place(of: text, Self.hash(text))].entry
    return found == 0 ? nil : entries[Int(found) - 1].tag
  }

  /// Keeps a number with a string, which is added where it is new. O(bytes).
  @inlinable
  package mutating func set(_ text: UnsafeBufferPointer<UInt8>, _ value: Int64) {
    entries[number(of: text).number].tag = value
  }

  /// The bytes of a string by its number, for the length of the call.
  @inlinable
  package func withBytes<Result>(
    of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let entry = entries[number]
    return arena.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[entry.start..<entry.start + entry.count]))
    }
  }

  /// The slot of a string: its own, or the free one that it would take.
  @inlinable
  @inline(__always)
  func place(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mark = UInt32(truncatingIfNeeded: hash >> 32)
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot.entry == 0 || (slot.mark == mark && holds(Int(slot.entry) - 1, text)) {
        return place
      }
      place = (place + 1) & mask
    }
  }

  @inlinable
  @inline(__always)
  func holds(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = entries[number]
    guard entry.count == text.count else { return false }
    return arena.withUnsafeBytes { bytes in
      let mine = UnsafeRawBufferPointer(rebasing: bytes[entry.start..<entry.start + entry.count])
      let other = UnsafeRawBufferPointer(text)
      var offset = 0
      while offset + 8 <= entry.count {
        guard
          mine.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            == other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        else { return false }
        offset += 8
      }
      while offset < entry.count {
        guard mine[offset] == other[offset] else { return false }
        offset += 1
      }
      return true
    }
  }

  @usableFromInline
  @inline(never)
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64, at place: Int) -> Int {
    let number = entries.count
    entries.append(Entry(start: arena.count, count: text.count, tag: 0))
    arena.append(contentsOf: text)
    slots[place] = Slot(
      mark: UInt32(truncatingIfNeeded: hash >> 32), entry: UInt32(number + 1))
    if entries.count * 4 > slots.count * 3 { grow() }
    return number
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var larger = [Slot](repeating: Slot(), count: mask + 1)
    for number in entries.indices {
      let hash = withBytes(of: number) { Self.hash($0) }
      var place = Int(truncatingIfNeeded: hash) & mask
      while larger[place].entry != 0 { place = (place + 1) & mask }
      larger[place] = Slot(
        mark: UInt32(truncatingIfNeeded: hash >> 32), entry: UInt32(number + 1))
    }
    slots = larger
  }

  /// Eight bytes a step, mixed by a wide multiplication.
  @inlinable
  @inline(__always)
  static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let count = text.count
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    let raw = UnsafeRawBufferPointer(text)
    var offset = 0
    while offset + 8 <= count {
      state = mix(state, raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    if offset < count {
      var rest: UInt64 = 0
      if count >= 8 {
        rest = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      } else {
        for byte in text { rest = rest << 8 | UInt64(byte) }
      }
      state = mix(state, rest)
    }
    return state ^ state >> 29
  }

  @inlinable
  @inline(__always)
  static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
