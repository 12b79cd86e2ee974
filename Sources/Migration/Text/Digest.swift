/// A digest of bytes, by which a file can be told to be the one that was written or read: FNV-1a, 64
/// bits. O(bytes).
///
/// It finds what was changed by accident; it is no seal against somebody who means harm.
package struct Digest: Hashable, Sendable {
  /// The digest as a number.
  package private(set) var number: UInt64 = 0xCBF2_9CE4_8422_2325

  /// A digest of nothing.
  package init() {}

  /// A digest of a text's UTF-8.
  package init(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// Adds bytes.
  package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var hash = number
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    number = hash
  }

  /// The digest of files one after the other, as 16 digits.
  package static func of(_ files: [[UInt8]]) -> String {
    var digest = Digest()
    for file in files { file.withUnsafeBufferPointer { digest.add($0) } }
    let digits = String(digest.number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
