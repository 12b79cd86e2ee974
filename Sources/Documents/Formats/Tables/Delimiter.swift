/// What stands between the fields of a delimited text, and the lines in front that only say so.
package struct Delimiter: Hashable, Sendable {
  /// The byte between two fields.
  package let byte: UInt8
  /// Bytes of the lines in front of the table: `sep=;` (Excel) and `#TYPE` (PowerShell).
  package let preludeBytes: Int
  /// How many such lines there are.
  package let preludeLines: Int

  /// Comma, semicolon, tab and stroke: what is looked for, in this order when it could be several.
  package static let candidates: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  /// The most lines above a table that are looked past.
  private static let mostTitles = 10

  /// Finds the delimiter from the beginning of a text in UTF-8.
  ///
  /// A `sep=` line decides. Else it is the candidate that cuts most of the first records into the same
  /// number of fields, more than one; the first record counts for half of the others. Titles and
  /// remarks above a table do not decide: it may begin at one of the records after the first.
  package static func detect(_ head: UnsafeBufferPointer<UInt8>) -> Delimiter {
    let (bytes, lines, stated) = prelude(head)
    let text = UnsafeBufferPointer(rebasing: head[bytes...])
    return Delimiter(byte: stated ?? likeliest(text), preludeBytes: bytes, preludeLines: lines)
  }

  private static func prelude(
    _ head: UnsafeBufferPointer<UInt8>
  ) -> (bytes: Int, lines: Int, delimiter: UInt8?) {
    var start = 0
    var lines = 0
    var delimiter: UInt8?
    while start < head.count {
      let line = head[start...].prefix { $0 != 0x0A && $0 != 0x0D }
      let bare = line.first == 0x22 && line.last == 0x22 ? line.dropFirst().dropLast() : line
      if bare.count == 5, begins(bare, "sep=") {
        delimiter = bare.last
      } else if !begins(bare, "#type ") {
        break
      }
      lines += 1
      start = line.endIndex
      if start < head.count, head[start] == 0x0D { start += 1 }
      if start < head.count, head[start] == 0x0A { start += 1 }
    }
    return (start, lines, delimiter)
  }

  private static func begins(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, _ word: StaticString
  ) -> Bool {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return line.count >= word.count
      && zip(line, word).allSatisfy { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }
  }

  private static func likeliest(_ text: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var best: (score: Double, fields: Int, byte: UInt8) = (0, 1, 0x2C)
    for candidate in candidates {
      var counts: [Int] = []
      var reader = CSVReader(delimiter: candidate)
      // A quote within a field may be one around what another delimiter parts: it counts for half.
      func count(_ record: TableRecord) -> Int {
        record.finding == nil ? record.fieldCount : -record.fieldCount
      }
      reader.feed(text) { record in
        counts.append(count(record))
        return counts.count < 50
      }
      if counts.count < 50 {
        reader.finish { record in
          // The end of the head may lie within a record.
          if counts.isEmpty || record.finding == nil { counts.append(count(record)) }
          return false
        }
      }
      for titles in 0..<min(counts.count, mostTitles + 1) {
        // A table below titles has a header and a row at least, and more than a line's punctuation.
        let table = counts[titles...].map { abs($0) }
        guard let first = table.first, titles == 0 || table.count > 1 && first > 2 else { continue }
        let fields = mostFrequent(table.filter { $0 > 1 })
        guard fields > 1, titles == 0 || first == fields else { continue }
        let whole = counts[titles...].count { $0 == fields }
        let quoted = counts[titles...].count { $0 == -fields }
        let share = (Double(whole) + 0.5 * Double(quoted)) / Double(table.count)
        let score =
          share + (first == fields ? 0.5 : 0) - (titles > 0 ? 0.1 + 0.02 * Double(titles) : 0)
        if score > best.score || (score == best.score && fields > best.fields) {
          best = (score, fields, candidate)
        }
      }
    }
    return best.byte
  }

  /// The number that occurs most often, the smaller of two; 0 for none.
  static func mostFrequent(_ numbers: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
  }
}
