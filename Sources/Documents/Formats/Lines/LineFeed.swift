import Glibc

/// Cuts a stream of chunks into lines; where the chunks are cut makes no difference.
///
/// A byte order mark at the start is dropped. Of a line longer than 64 KB the rest is dropped, so
/// that a file without newlines takes no more memory than one with them.
struct LineFeed {
  /// The longest line that is kept, in bytes.
  static let longest = 65_536

  /// The newlines seen so far.
  private(set) var newlines = 0
  private var carry: [UInt8] = []
  private var isAtStart = true
  private var endsInsideLine = false

  /// The lines so far: a last line without its newline counts.
  var lines: Int { newlines + (endsInsideLine ? 1 : 0) }

  /// Hands over every line that the chunk completes, without its newline.
  @inline(__always)
  mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>, _ line: (ByteRun) -> Void) {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return }
    let end = base + bytes.count
    var position = base
    if isAtStart || !carry.isEmpty || endsInsideLine {
      // The line that an earlier chunk began.
      let hit = memchr(position, 0x0A, end - position)
      let stop = hit.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) } ?? end
      keep(position, stop - position)
      guard hit != nil else {
        endsInsideLine = true
        return
      }
      finishCarried(line)
      newlines += 1
      position = stop + 1
    }
    while position < end, let hit = memchr(position, 0x0A, end - position) {
      let stop = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self))
      line(ByteRun(start: position, count: min(stop - position, Self.longest)))
      newlines += 1
      position = stop + 1
    }
    endsInsideLine = position < end
    if endsInsideLine { keep(position, end - position) }
  }

  /// Hands over the last line where it has no newline.
  mutating func finish(_ line: (ByteRun) -> Void) {
    if endsInsideLine { finishCarried(line) }
  }

  private mutating func keep(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    let room = Self.longest + 3 - carry.count
    carry.append(contentsOf: UnsafeBufferPointer(start: bytes, count: min(count, room)))
  }

  private mutating func finishCarried(_ line: (ByteRun) -> Void) {
    carry.withUnsafeBufferPointer { bytes in
      var run = ByteRun(bytes) ?? ByteRun(start: Self.nothing, count: 0)
      if isAtStart, run.hasPrefix("\u{FEFF}") { run = run.from(3) }
      line(run.upTo(Self.longest))
    }
    isAtStart = false
    carry.removeAll(keepingCapacity: true)
  }

  /// An address for an empty line; nothing is ever read there.
  private static var nothing: UnsafePointer<UInt8> { ("" as StaticString).utf8Start }
}
