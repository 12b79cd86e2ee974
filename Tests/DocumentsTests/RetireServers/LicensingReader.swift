@testable import Documents

/// Reads whole documents for the tests, cut into chunks where a test asks for it.
enum Reading {
  static func log(_ text: String) -> DebugLog { log(Array(text.utf8), cuts: []) }
  static func lmstat(_ text: String) -> LmstatOutput { lmstat(Array(text.utf8), cuts: []) }
  static func licences(_ text: String) -> LicenceFile { licences(Array(text.utf8), cuts: []) }
  static func helper(_ text: String) -> HelperList { helper(Array(text.utf8), cuts: []) }

  static func log(_ bytes: [UInt8], cuts: [Int]) -> DebugLog {
    var reader = DebugLogReader()
    for chunk in chunks(bytes, cuts) { reader.consume(chunk.span) }
    return reader.finish()
  }

  static func lmstat(_ bytes: [UInt8], cuts: [Int]) -> LmstatOutput {
    var reader = LmstatOutputReader()
    for chunk in chunks(bytes, cuts) { reader.consume(chunk.span) }
    return reader.finish()
  }

  static func licences(_ bytes: [UInt8], cuts: [Int]) -> LicenceFile {
    var reader = LicenceFileReader()
    for chunk in chunks(bytes, cuts) { reader.consume(chunk.span) }
    return reader.finish()
  }

  static func helper(_ bytes: [UInt8], cuts: [Int]) -> HelperList {
    var reader = HelperListReader()
    for chunk in chunks(bytes, cuts) { reader.consume(chunk.span) }
    return reader.finish()
  }

  static func chunks(_ bytes: [UInt8], _ cuts: [Int]) -> [[UInt8]] {
    var chunks: [[UInt8]] = []
    var start = 0
    for cut in cuts.sorted() + [bytes.count] where cut >= start && cut <= bytes.count {
      chunks.append(Array(bytes[start..<cut]))
      start = cut
    }
    return chunks
  }

  /// The kinds that claim the bytes.
  static func kinds(_ text: String) -> [String] { kinds(Array(text.utf8)) }

  static func kinds(_ bytes: [UInt8]) -> [String] {
    var kinds: [String] = []
    if DebugLog.recognises(bytes.span) { kinds.append("debug log") }
    if LmstatOutput.recognises(bytes.span) { kinds.append("lmstat") }
    if LicenceFile.recognises(bytes.span) { kinds.append("licence file") }
    if HelperList.recognises(bytes.span) { kinds.append("helper list") }
    return kinds
  }

  static func json(_ figures: [(name: String, value: FigureValue)]) -> String {
    var bytes: [UInt8] = []
    FigureValue.appendRecord(figures.map { ($0.name, $0.value) }, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
