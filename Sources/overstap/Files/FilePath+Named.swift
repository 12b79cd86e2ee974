import Migration
import SystemPackage

extension FilePath {
  /// The path of a name whose bytes may be no UTF-8.
  init(named text: String) {
    self = RawName.bytes(text).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { FilePath(platformString: $0) } ?? FilePath(text)
    }
  }
}
