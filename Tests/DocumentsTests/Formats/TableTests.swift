import Migration
import Testing

@testable import Documents

@Suite("A table")
struct TableTests {
  @Test("longer than what is decoded at once has every record", arguments: TextEncoding.allCases)
  func long(encoding: TextEncoding) {
    let rows = (0..<9_000).map { "\($0);Zo\u{EB};\"a\"\"b;\r\nc\"" }
    let text = "sep=;\r\n#TYPE Row\r\n" + rows.joined(separator: "\r\n")
    let table = Table(encoded(text, encoding))
    #expect(table.encoding == encoding)
    #expect(table.delimiter == 0x3B)
    #expect(table.sample.count == 50)
    #expect(table.sample[0] == Table.Row(line: 3, fields: ["0", "Zo\u{EB}", "a\"b;\r\nc"]))
    var number = 0
    table.forEachRecord { record in
      let fields = record.fields.map { String(decoding: $0, as: UTF8.self) }
      #expect(fields == ["\(number)", "Zo\u{EB}", "a\"b;\r\nc"])
      #expect(record.line == 3 + number * 2)
      number += 1
      return true
    }
    #expect(number == 9_000)
  }

  @Test(
    "says its delimiter by its first records",
    arguments: [
      ("a;b;c\n1,5;2;3\n", ";"), ("a,b\n1,2\n", ","), ("a\tb,c\n1\t2\n3\t4,5\n", "\t"),
      ("sep=,\na;b,c;d\n", ","), ("\"sep=;\"\na,b\n", ";"), ("a\nb\n", ","), ("", ","),
      ("\"a;b\",c\n\"d;e;f\",g\n", ","), ("a;b\n\"x,y,z\";2\n", ";"),
    ])
  func delimiters(text: String, delimiter: String) {
    #expect(String(UnicodeScalar(Table(Array(text.utf8)).delimiter)) == delimiter)
  }
}
