import CZlib

/// Unpacks a gzip file as it streams in, in the memory of one piece; a file of several members, as
/// `cat a.gz b.gz` makes it, is one stream. RFC 1952.
package struct GzipInflater: ~Copyable {
  /// Why a file cannot be unpacked (any further).
  package enum Failure: Error, Hashable, Sendable {
    /// The bytes are damaged.
    case damaged
    /// The system gave no memory.
    case noMemory
  }

  /// The first two bytes of every gzip file.
  package static let mark: [UInt8] = [0x1F, 0x8B]

  /// Bytes of one piece that is handed on.
  private static let pieceSize = 1 << 18

  private let stream: UnsafeMutablePointer<z_stream>
  private let piece: UnsafeMutableBufferPointer<UInt8>
  /// Whether the bytes so far end where a member ends.
  private var isBetweenMembers = true

  /// Starts at the beginning of a file.
  package init() throws(Failure) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    piece = .allocate(capacity: Self.pieceSize)
    // 15 bits of window, and 16 for gzip's own head and tail.
    let code = inflateInit2_(
      stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else {
      stream.deallocate()
      piece.deallocate()
      throw .noMemory
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    piece.deallocate()
  }

  /// Takes the next bytes and hands on what they unpack to, piece by piece, until `body` says no;
  /// returns whether to go on.
  package mutating func consume(
    _ bytes: Span<UInt8>, _ body: (Span<UInt8>) -> Bool
  ) throws(Failure) -> Bool {
    guard bytes.count > 0 else { return true }
    let stream = stream
    let piece = piece
    var failure: Failure?
    var goesOn = true
    bytes.withUnsafeBufferPointer { input in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = UInt32(input.count)
      while goesOn, failure == nil, stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0 {
        if isBetweenMembers {
          // What follows the last member and is none, such as zeros, is passed over.
          guard stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == Self.mark[0] else {
            return
          }
          inflateReset(stream)
          isBetweenMembers = false
        }
        stream.pointee.next_out = piece.baseAddress
        stream.pointee.avail_out = UInt32(piece.count)
        let code = inflate(stream, Z_NO_FLUSH)
        let made = piece.count - Int(stream.pointee.avail_out)
        if made > 0 {
          goesOn = body(Span(_unsafeElements: UnsafeBufferPointer(rebasing: piece[..<made])))
        }
        switch code {
        case Z_OK: break
        case Z_STREAM_END: isBetweenMembers = true
        case Z_BUF_ERROR: return
        default: failure = .damaged
        }
      }
    }
    if let failure { throw failure }
    return goesOn
  }

  /// Whether the bytes so far end where the file may end.
  package var isWhole: Bool { isBetweenMembers }
}
