import CZlib
import Seeds
import Testing

@testable import Documents

@Suite("Packed logs")
struct GzipInflaterTests {
  /// Packs bytes as `gzip` does.
  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    var packed = [UInt8](repeating: 0, count: bytes.count + bytes.count / 2 + 128)
    var bytes = bytes
    deflateInit2_(
      &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    let count = bytes.withUnsafeMutableBufferPointer { input in
      packed.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
        return output.count - Int(stream.avail_out)
      }
    }
    return Array(packed[..<count])
  }

  private func unpacked(_ bytes: [UInt8], cuts: [Int] = []) throws -> (
    bytes: [UInt8], isWhole: Bool
  ) {
    var inflater = try GzipInflater()
    var found: [UInt8] = []
    var start = 0
    for end in cuts.sorted() + [bytes.count] where end > start {
      let piece = Array(bytes[start..<end])
      _ = try inflater.consume(piece.span) { part in
        for index in 0..<part.count { found.append(part[index]) }
        return true
      }
      start = end
    }
    return (found, inflater.isWhole)
  }

  @Test("unpack to what was packed, wherever they are cut", arguments: 1...20)
  func round(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = Array(
      (0..<Int.random(in: 0..<60_000, using: &random)).map { _ in
        UInt8.random(in: 32..<48, using: &random)
      })
    let packed = Self.packed(text)
    let cuts = (0..<5).map { _ in Int.random(in: 0...packed.count, using: &random) }
    let found = try unpacked(packed, cuts: cuts)
    #expect(found.bytes == text)
    #expect(found.isWhole)
  }

  @Test("of several members, with zeros behind, are one text")
  func members() throws {
    let two = Self.packed(Array("one\n".utf8)) + Self.packed(Array("two\n".utf8))
    let found = try unpacked(two + [0, 0, 0])
    #expect(String(decoding: found.bytes, as: UTF8.self) == "one\ntwo\n")
    #expect(found.isWhole)
  }

  @Test("that end too early are not whole")
  func cutOff() throws {
    let packed = Self.packed(Array(repeating: UInt8(ascii: "x"), count: 9_000))
    #expect(try !unpacked(Array(packed.dropLast(4))).isWhole)
  }

  @Test("that are damaged say so, and any bytes crash nothing", arguments: 1...60)
  func damaged(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var packed = Self.packed(Array(repeating: UInt8(ascii: "x"), count: 900))
    for _ in 0..<4 {
      packed[Int.random(in: 2..<packed.count, using: &random)] = .random(
        in: 0...255, using: &random)
    }
    do {
      _ = try unpacked(packed)
    } catch {
      #expect(error as? GzipInflater.Failure == .damaged)
    }
  }

  @Test("stop when nobody wants more")
  func stopped() throws {
    var inflater = try GzipInflater()
    let packed = Self.packed(Array(repeating: 7, count: 3 << 20))
    var pieces = 0
    let goesOn = try inflater.consume(packed.span) { _ in
      pieces += 1
      return false
    }
    #expect(!goesOn)
    #expect(pieces == 1)
  }
}
