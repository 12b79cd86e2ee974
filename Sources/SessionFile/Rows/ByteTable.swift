/// Keys as bytes with a number each, found by hash: open addressing, one arena, no String per key.
struct ByteTable {
  private var arena: [UInt8] = []
  private var entries: [Entry] = []
  /// Entry numbers from 1; 0 is free. The count is a power of two.
  private var places: [UInt32]

  private struct Entry {
    var offset: UInt32
    var length: UInt32
    var hash: UInt32
    var value: Int64
  }

  /// Makes an empty table with room for so many keys, of so many bytes together.
  init(expecting count: Int, bytes: Int = 0) {
    var size = 16
    while size < count * 2 { size *= 2 }
    places = [UInt32](repeating: 0, count: size)
    entries.reserveCapacity(count)
    arena.reserveCapacity(bytes)
  }

  /// Keys in it.
  var count: Int { entries.count }

  /// The number of a key; nil when it is not in the table.
  func value(_ key: UnsafeBufferPointer<UInt8>) -> Int64? {
    let found = places[find(key, Self.hash(key))]
    return found == 0 ? nil : entries[Int(found) - 1].value
  }

  /// Sets the number of a key, which is added when it is new.
  mutating func set(_ key: UnsafeBufferPointer<UInt8>, _ value: Int64) {
    let hash = Self.hash(key)
    let place = find(key, hash)
    let found = places[place]
    guard found == 0 else {
      entries[Int(found) - 1].value = value
      return
    }
    entries.append(
      Entry(
        offset: UInt32(arena.count), length: UInt32(key.count), hash: hash, value: value))
    arena.append(contentsOf: key)
    places[place] = UInt32(entries.count)
    if entries.count * 4 > places.count * 3 { grow() }
  }

  /// The bytes of the key that was added as the nth.
  func key(_ index: Int) -> [UInt8] {
    let entry = entries[index]
    return Array(arena[Int(entry.offset)..<Int(entry.offset + entry.length)])
  }

  /// The number of the key that was added as the nth.
  func value(ofEntry index: Int) -> Int64 { entries[index].value }

  private func find(_ key: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    let mask = places.count - 1
    var place = Int(hash) & mask
    while true {
      let found = places[place]
      if found == 0 { return place }
      let entry = entries[Int(found) - 1]
      if entry.hash == hash, entry.length == UInt32(key.count), isSame(entry, key) {
        return place
      }
      place = (place + 1) & mask
    }
  }

  private func isSame(_ entry: Entry, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    arena.withUnsafeBufferPointer { arena in
      for index in 0..<key.count where arena[Int(entry.offset) + index] != key[index] {
        return false
      }
      return true
    }
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: places.count * 2)
    let mask = places.count - 1
    for (index, entry) in entries.enumerated() {
      var place = Int(entry.hash) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = UInt32(index + 1)
    }
  }

  /// FNV-1a over eight bytes at a time, mixed at the end.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let raw = UnsafeRawBufferPointer(key)
    var place = 0
    while place + 8 <= raw.count {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x100_0000_01B3
      hash ^= hash >> 29
      place += 8
    }
    while place < raw.count {
      hash = (hash ^ UInt64(raw[place])) &* 0x100_0000_01B3
      place += 1
    }
    hash ^= hash >> 32
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
