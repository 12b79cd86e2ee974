import Seeds
import Testing

@testable import Documents

/// What a reader hands over, copied.
private struct Copied: Hashable {
  var line: Int
  var fields: [String]
  var finding: TableFinding?
}

private func records(
  _ chunks: [[UInt8]], delimiter: UInt8 = 0x2C, mostRecords: Int = .max
) -> [Copied] {
  var all: [Copied] = []
  func keep(_ record: TableRecord) -> Bool {
    #expect(record.row == all.count + 1)
    all.append(
      Copied(
        line: record.line, fields: record.fields.map { String(decoding: $0, as: UTF8.self) },
        finding: record.finding))
    return all.count < mostRecords
  }
  var reader = CSVReader(delimiter: delimiter)
  for chunk in chunks { chunk.withUnsafeBufferPointer { reader.feed($0, keep) } }
  reader.finish(keep)
  return all
}

private func records(_ text: String, delimiter: UInt8 = 0x2C) -> [Copied] {
  records([Array(text.utf8)], delimiter: delimiter)
}

@Suite("Delimited text")
struct CSVReaderTests {
  @Test(
    "is cut into records and fields",
    arguments: [
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
      ("a,b\n\rc,d", [["a", "b"], ["c", "d"]]),
      ("a,b", [["a", "b"]]),
      ("a,", [["a", ""]]),
      (",", [["", ""]]),
      ("", []),
      ("\n\r\n\r\r", []),
      ("a\n\n\nb\n", [["a"], ["b"]]),
      ("\"\"\n", [[""]]),
      ("\"\"", [[""]]),
      ("\"a,b\",c", [["a,b", "c"]]),
      ("\"a\"\"b\"\"\",c", [["a\"b\"", "c"]]),
      ("\"\"\"\"", [["\""]]),
      ("\"a\r\nb\",c\r\nd,e", [["a\r\nb", "c"], ["d", "e"]]),
      ("a\0b,c\n", [["a\0b", "c"]]),
      ("a,b,c\nd\ne,f\n", [["a", "b", "c"], ["d"], ["e", "f"]]),
      ("Zoë,Ćosić\n", [["Zoë", "Ćosić"]]),
      ("a, \"b\"\n", [["a", " \"b\""]]),
    ] as [(String, [[String]])])
  func fields(_ text: String, _ expected: [[String]]) {
    #expect(records(text).map(\.fields) == expected)
  }

  @Test("says in which row, line and field a quote is out of place")
  func findings() {
    let text = "a,b\n\"x\ny\",O\"Hara\n\n1,\"2\"3,4\n5,6,\"7\n8\n"
    let read = records(text)
    #expect(read.map(\.line) == [1, 2, 5, 6])
    #expect(read[1].finding == TableFinding(kind: .strayQuote, row: 2, line: 3, column: 2))
    #expect(read[1].fields == ["x\ny", "O\"Hara"])
    #expect(read[2].finding == TableFinding(kind: .textAfterQuote, row: 3, line: 5, column: 2))
    #expect(read[2].fields == ["1", "23", "4"])
    #expect(read[3].finding == TableFinding(kind: .unclosedQuote, row: 4, line: 6, column: 3))
    #expect(read[3].fields == ["5", "6", "7\n8\n"])
  }

  @Test("counts each kind of line end once, within quotes too")
  func lines() {
    let read = records("a\r\n\"1\r2\n3\r\n4\"\rb\n\rc")
    #expect(read.map(\.line) == [1, 2, 6, 8])
  }

  @Test("takes a field of a megabyte")
  func megabyte() {
    let long = String(repeating: "x\"\"y,\n", count: 1 << 18)
    let read = records("a,\"\(long)\",b\nc\n")
    #expect(read.map(\.fields.count) == [3, 1])
    #expect(read[0].fields[1] == String(repeating: "x\"y,\n", count: 1 << 18))
  }

  @Test("counts the fields of a record that has far too many, and keeps some")
  func manyFields() {
    var counts: [Int] = []
    var reader = CSVReader(delimiter: 0x2C)
    let text = [UInt8](repeating: 0x2C, count: 100_000)
    text.withUnsafeBufferPointer {
      reader.feed($0) { _ in true }
    }
    reader.finish { record in
      counts = [record.fieldCount, record.fields.count]
      return true
    }
    #expect(counts == [100_001, CSVReader.mostFields])
  }

  @Test("stops when told")
  func stops() {
    #expect(records([Array("a\nb\nc\n".utf8), Array("d\n".utf8)], mostRecords: 2).count == 2)
  }

  @Test("means the same however it comes in pieces", arguments: 0..<400)
  func cuts(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("ab,,;\"\"\"\n\n\r\r \0é".utf8)
    let text = random.bytes(of: alphabet, upTo: 120)
    let whole = records([text])
    #expect(records(random.cut(text)) == whole)
    #expect(records(text.map { [$0] }) == whole)
  }

  @Test("comes back as it was written", arguments: 0..<100)
  func roundTrip(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("ab,;\"\n\r \t=é".utf8)
    let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      (0..<Int.random(in: 2...4, using: &random)).map { _ in
        random.bytes(of: alphabet, upTo: 8)
      }
    }
    var writer = DelimitedWriter()
    for row in rows {
      for field in row { writer.add(field) }
      writer.endRow()
    }
    let read = records(random.cut(writer.bytes))
    #expect(read.map(\.fields) == rows.map { $0.map { String(decoding: $0, as: UTF8.self) } })
    #expect(read.allSatisfy { $0.finding == nil })
  }
}
