import Glibc

/// Numbers distinct byte strings from 0 in the order of their first sight. A look-up makes no
/// `String`; memory grows with the distinct strings alone.
struct ByteTable {
  private struct Slot {
    /// The high half of the hash, compared before the bytes are.
    var mark: UInt32 = 0
    /// One more than the number; 0 is a free slot.
    var entry: UInt32 = 0
  }

  private struct Entry {
    let start: Int
    let count: Int32
    /// What the owner keeps with the string.
    var tag: Int32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 64)
  private var entries: [Entry] = []
  private var arena: [UInt8] = []

  /// The distinct strings so far.
  var count: Int { entries.count }

  /// A number that the owner keeps with a string; 0 until it is set.
  @inline(__always)
  func tag(of number: Int) -> Int { Int(entries[number].tag) }

  mutating func setTag(of number: Int, to tag: Int) { entries[number].tag = Int32(tag) }

  /// The number of a string, given one where it is new.
  @inline(__always)
  mutating func number(of run: ByteRun) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(run)
    let mark = UInt32(truncatingIfNeeded: hash >> 32)
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot.entry == 0 { break }
      if slot.mark == mark, holds(Int(slot.entry) - 1, run) { return (Int(slot.entry) - 1, false) }
      place = (place + 1) & mask
    }
    return (insert(run, mark: mark, place: place), true)
  }

  /// The bytes of a string by its number, for the length of the call.
  func withBytes<Result>(of number: Int, _ body: (ByteRun) -> Result) -> Result {
    let entry = entries[number]
    return arena.withUnsafeBufferPointer { bytes in
      guard let whole = ByteRun(bytes) else {
        return body(ByteRun(start: ("" as StaticString).utf8Start, count: 0))
      }
      return body(whole.from(entry.start).upTo(Int(entry.count)))
    }
  }

  @inline(__always)
  private func holds(_ number: Int, _ run: ByteRun) -> Bool {
    let entry = entries[number]
    guard Int(entry.count) == run.count else { return false }
    return arena.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return true }
      return memcmp(base + entry.start, run.start, run.count) == 0
    }
  }

  @inline(never)
  private mutating func insert(_ run: ByteRun, mark: UInt32, place: Int) -> Int {
    let number = entries.count
    entries.append(Entry(start: arena.count, count: Int32(truncatingIfNeeded: run.count)))
    arena.append(contentsOf: UnsafeBufferPointer(start: run.start, count: run.count))
    slots[place] = Slot(mark: mark, entry: UInt32(number + 1))
    if entries.count * 4 > slots.count * 3 { grow() }
    return number
  }

  private mutating func grow() {
    let size = slots.count * 2
    var larger = [Slot](repeating: Slot(), count: size)
    for number in 0..<entries.count {
      let hash = withBytes(of: number) { Self.hash($0) }
      var place = Int(truncatingIfNeeded: hash) & (size - 1)
      while larger[place].entry != 0 { place = (place + 1) & (size - 1) }
      larger[place] = Slot(
        mark: UInt32(truncatingIfNeeded: hash >> 32), entry: UInt32(number + 1))
    }
    slots = larger
  }

  /// Eight bytes a step, mixed by a wide multiplication.
  @inline(__always)
  private static func hash(_ run: ByteRun) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: run.count)
    let raw = UnsafeRawPointer(run.start)
    var offset = 0
    while offset + 8 <= run.count {
      state = mix(state, raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    if offset < run.count {
      var rest: UInt64 = 0
      if run.count >= 8 {
        rest = raw.loadUnaligned(fromByteOffset: run.count - 8, as: UInt64.self)
      } else {
        for index in offset..<run.count { rest = rest << 8 | UInt64(run.start[index]) }
      }
      state = mix(state, rest)
    }
    return state ^ state >> 29
  }

  @inline(__always)
  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
