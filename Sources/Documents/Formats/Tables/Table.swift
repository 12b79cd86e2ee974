import Migration

/// A table in a file: delimited text in any of the encodings, or a sheet of a workbook.
///
/// Opening it looks at the beginning only; `forEachRecord` reads it through, without a String a field.
package struct Table: Sendable {
  /// How to read a table; what is nil is found out.
  package struct Reading: Hashable, Sendable {
    /// The encoding of a delimited text.
    package var encoding: TextEncoding?
    /// The byte between the fields of a delimited text.
    package var delimiter: UInt8?
    /// Makes a reading; by itself everything is found out.
    package init(encoding: TextEncoding? = nil, delimiter: UInt8? = nil) {
      self.encoding = encoding
      self.delimiter = delimiter
    }
  }

  /// A record of the beginning, as text.
  package struct Row: Hashable, Sendable {
    /// The line on which it begins, from 1.
    package var line: Int
    /// Its fields.
    package var fields: [String]
  }

  /// How the text writes its characters.
  package let encoding: TextEncoding
  /// Whether the encoding is a guess that other letters would go with as well.
  package let isEncodingGuessed: Bool
  /// The byte between two fields.
  package let delimiter: UInt8
  /// The first records, 50 at most.
  package let sample: [Row]
  /// The bytes of a record, on average over the beginning; at least 1.
  package let bytesPerRecord: Int

  /// The name of a workbook's sheet; nil for text.
  package var sheetName: String? { sheet?.name }

  /// The text as it stands in the file; empty for a sheet.
  let bytes: [UInt8]
  private let sheet: Sheet?
  private let isInPlace: Bool
  private let preludeBytes: Int
  private let firstLine: Int

  /// The bytes from which encoding and delimiter are shown; the whole text decides on the encoding.
  private static let headLength = 65_536
  private static let window = 65_536
  private static let sampleSize = 50

  /// Opens a table; with `isWhole` false the bytes are only its beginning.
  package init(_ bytes: [UInt8], reading: Reading = Reading(), isWhole: Bool = true) {
    self.bytes = bytes
    sheet = nil
    let found = bytes.withUnsafeBufferPointer { TextEncoding.look(at: $0, isWhole: isWhole) }
    let encoding = reading.encoding ?? found.encoding
    self.encoding = encoding
    isEncodingGuessed = reading.encoding == nil && found.isGuess
    isInPlace =
      found.isReadableInPlace && (encoding == .utf8 || encoding == .utf8WithMark)
    let head = Table.head(bytes, encoding)
    let parted = head.withUnsafeBufferPointer { Delimiter.detect($0) }
    delimiter = reading.delimiter ?? parted.byte
    preludeBytes = parted.preludeBytes
    firstLine = parted.preludeLines + 1
    (sample, bytesPerRecord) = Table.sample(head, parted, delimiter, isWhole: isWhole)
  }

  /// A table of a workbook's cells.
  init(_ sheet: Sheet) {
    self.sheet = sheet
    bytes = []
    encoding = .utf8
    isEncodingGuessed = false
    delimiter = 0x2C
    isInPlace = true
    preludeBytes = 0
    firstLine = 1
    var rows: [Row] = []
    var length = 0
    sheet.forEachRecord { record in
      rows.append(Table.row(record))
      length += record.fields.reduce(0) { $0 + $1.count }
      return rows.count < Table.sampleSize
    }
    sample = rows
    bytesPerRecord = max(1, length / max(1, rows.count))
  }

  /// How many records there may be, to make room for them.
  var likelyRecords: Int { sheet?.rows.count ?? bytes.count / bytesPerRecord + 1 }

  /// How many bytes of text there may be.
  var likelyBytes: Int { sheet == nil ? bytes.count : likelyRecords * bytesPerRecord }

  /// The first records of a text that begins like this; none where it can be no table.
  static func sample(of head: Span<UInt8>) -> [Row] {
    let bytes = head.withUnsafeBufferPointer { Array($0.prefix(32_768)) }
    return mayBeText(bytes) ? Table(bytes, isWhole: false).sample : []
  }

  /// Whether bytes can be the beginning of a table as text: no other kind of file by its first bytes,
  /// and no zero bytes but those of UTF-16.
  static func mayBeText(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first(where: { $0 > 0x20 }), first != 0x7B, first != 0x5B, first != 0x3C
    else { return false }
    return bytes.withUnsafeBufferPointer { text in
      switch TextEncoding.detect(text, isWhole: false) {
      case .utf16BigEndian, .utf16LittleEndian: true
      default: text.count { $0 == 0 } * 100 <= text.count
      }
    }
  }

  /// Hands over every record from the first on, until `record` answers false.
  package func forEachRecord(_ record: (TableRecord) -> Bool) {
    if let sheet {
      sheet.forEachRecord(record)
      return
    }
    var reader = CSVReader(delimiter: delimiter, line: firstLine)
    bytes.withUnsafeBufferPointer { text in
      if isInPlace {
        let start = min(text.count, encoding.markLength(text) + preludeBytes)
        reader.feed(UnsafeBufferPointer(rebasing: text[start...]), record)
        return
      }
      var decoder = TextDecoder(encoding)
      var decoded: [UInt8] = []
      decoded.reserveCapacity(Table.window * 2)
      var skip = preludeBytes
      func pass() {
        let skipped = min(skip, decoded.count)
        skip -= skipped
        decoded.withUnsafeBufferPointer {
          reader.feed(UnsafeBufferPointer(rebasing: $0[skipped...]), record)
        }
        decoded.removeAll(keepingCapacity: true)
      }
      var start = 0
      while start < text.count {
        let end = min(text.count, start + Table.window)
        decoder.decode(UnsafeBufferPointer(rebasing: text[start..<end]), to: &decoded)
        pass()
        start = end
      }
      decoder.finish(to: &decoded)
      pass()
    }
    reader.finish(record)
  }

  private static func head(_ bytes: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
    var head: [UInt8] = []
    var decoder = TextDecoder(encoding)
    bytes.withUnsafeBufferPointer { text in
      decoder.decode(UnsafeBufferPointer(rebasing: text.prefix(headLength)), to: &head)
      if text.count <= headLength { decoder.finish(to: &head) }
    }
    return head
  }

  private static func sample(
    _ head: [UInt8], _ found: Delimiter, _ delimiter: UInt8, isWhole: Bool
  ) -> ([Row], Int) {
    var rows: [Row] = []
    var length = 0
    func keep(_ record: TableRecord) -> Bool {
      rows.append(Table.row(record))
      length += record.fields.reduce(record.fieldCount) { $0 + $1.count }
      return rows.count < sampleSize
    }
    var reader = CSVReader(delimiter: delimiter, line: found.preludeLines + 1)
    head.withUnsafeBufferPointer {
      reader.feed(UnsafeBufferPointer(rebasing: $0[found.preludeBytes...]), keep)
    }
    // A record that the head's end cuts says little, unless there is no other.
    let isComplete = isWhole && head.count < headLength
    if rows.isEmpty || (rows.count < sampleSize && isComplete) { reader.finish(keep) }
    return (rows, max(1, length / max(1, rows.count)))
  }

  private static func row(_ record: TableRecord) -> Row {
    Row(
      line: record.line,
      fields: record.fields.map { String(decoding: $0.prefix(1_000), as: UTF8.self) })
  }
}
