/// Finds a run of bytes in a large blob, sixteen places at a time.
///
/// Two neighbouring bytes of the needle are looked for together: those two that are rarest in the
/// blob, so that few places have to be compared in full.
struct ByteSearch {
  /// How many bytes have to be readable behind the end of what is searched.
  static let padding = 16

  private let needle: [UInt8]
  /// Where in the needle the two bytes stand that are looked for.
  private let offset: Int
  private let first: SIMD16<UInt8>
  private let second: SIMD16<UInt8>

  /// Prepares a search; `counts` says how often each byte stands in the blob. The needle is not
  /// empty.
  init(_ needle: [UInt8], counts: [UInt32]) {
    self.needle = needle
    var best = 0
    var lowest = UInt64.max
    for place in 0..<max(1, needle.count - 1) {
      let next = needle[min(place + 1, needle.count - 1)]
      let likelihood = UInt64(counts[Int(needle[place])] + 1) * UInt64(counts[Int(next)] + 1)
      if likelihood < lowest { (best, lowest) = (place, likelihood) }
    }
    offset = best
    first = SIMD16(repeating: needle[best])
    second = SIMD16(repeating: needle[min(best + 1, needle.count - 1)])
  }

  /// The first place from `start` at which the needle stands and ends before `end`; -1 for none.
  ///
  /// `padding` bytes behind `end` are read too.
  @inline(__always)
  func find(_ blob: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    needle.withUnsafeBufferPointer { needle in
      let last = end - needle.count + offset
      let step = needle.count > 1 ? 1 : 0
      var place = start + offset
      while place <= last {
        let here = UnsafeRawPointer(blob + place)
        let equalFirst = here.loadUnaligned(as: SIMD16<UInt8>.self) .== first
        let equalSecond = (here + step).loadUnaligned(as: SIMD16<UInt8>.self) .== second
        let halves = unsafeBitCast(equalFirst .& equalSecond, to: SIMD2<UInt64>.self)
        if halves[0] | halves[1] != 0 {
          let found = compare(halves[0], blob, place, last, needle)
          if found >= 0 { return found }
          let later = compare(halves[1], blob, place + 8, last, needle)
          if later >= 0 { return later }
        }
        place += 16
      }
      return -1
    }
  }

  /// Compares in full at those of eight places whose bytes are set.
  @inline(__always)
  private func compare(
    _ marks: UInt64, _ blob: UnsafePointer<UInt8>, _ place: Int, _ last: Int,
    _ needle: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var marks = marks
    while marks != 0 {
      let index = marks.trailingZeroBitCount >> 3
      marks &= ~(0xFF << UInt64(index << 3))
      let candidate = place + index
      guard candidate <= last else { return -1 }
      let begin = blob + (candidate - offset)
      var same = 0
      while same < needle.count, begin[same] == needle[same] { same += 1 }
      if same == needle.count { return candidate - offset }
    }
    return -1
  }
}
