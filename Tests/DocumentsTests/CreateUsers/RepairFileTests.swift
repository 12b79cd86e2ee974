import Migration
import Seeds
import Testing

@testable import Documents

@Suite("The file of refused rows")
struct RepairFileTests {
  private static func bytes(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .windows1252, .macRoman: encoded(text, encoding)
    case .utf16LittleEndian:
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian:
      [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
  }

  private static func repaired(_ bytes: [UInt8], _ rows: Set<Int>) throws -> [UInt8] {
    RepairFile.make(
      try PeopleListReader.read(bytes), rows: rows, lineName: "regel", reasonName: "reden"
    ) { "rij é \($0)" }
  }

  @Test(
    "holds header and lines as they stand in the list, in its encoding and with its delimiter",
    arguments: TextEncoding.allCases, [";", ",", "\t"])
  func asTheyStand(_ encoding: TextEncoding, _ delimiter: String) throws {
    func lines(_ lines: [String]) -> [UInt8] {
      Self.bytes(
        lines.joined(separator: "\r\n").replacing("|", with: delimiter) + "\r\n", encoding)
    }
    let header = "Nr|Roepnaam|Tussenvoegsel|Achternaam|E-mail|Opmerking"
    let second = "8|Teken|de|Kamer|tekenkamer@example.com|\"kamer \"\"1\"\"\r\nbegane grond\""
    let list = lines([
      header, "7|Ann|||ann@example.com| 'x'", second, "|||||", "",
      "9|Zoë||Mül  ler|zoe@example|=1+1",
      "10|Bas||Oud|b@example.com|",
    ])
    #expect(
      try Self.repaired(list, [0, 1, 2])
        == lines([
          "regel|reden|" + header, "2|rij é 0|7|Ann|||ann@example.com| 'x'",
          "3|rij é 1|" + second, "7|rij é 2|9|Zoë||Mül  ler|zoe@example|=1+1",
        ]))
  }

  @Test("ends each row, whatever the list ends its lines with")
  func ends() throws {
    for end in ["\n", "\r", "\r\n"] {
      let list = ["First name,Last name,Email", "Ann,,a@example.com", "Bas,,b@example.com"]
      let file = try Self.repaired(Array(list.joined(separator: end).utf8), [0, 1])
      #expect(
        String(decoding: file, as: UTF8.self)
          == "regel,reden,First name,Last name,Email\(end)2,rij é 0,Ann,,a@example.com\(end)"
          + "3,rij é 1,Bas,,b@example.com\r\n")
    }
  }

  @Test("is read again with the same columns, with a header where the list had none")
  func again() throws {
    let file = try Self.repaired(
      Array(
        "Roepnaam;Achternaam;E-mail;Nr\nAnn;;ann@example.com;7\nBas;Oud;b@example.com;8\n".utf8),
      [0])
    let list = try PeopleListReader.read(file)
    #expect(list.facts.header == ["regel", "reden", "Roepnaam", "Achternaam", "E-mail", "Nr"])
    #expect(list.figures == PeopleListFigures(rows: 1, valid: 0, refused: 1, duplicates: 0))
    #expect(list.facts.example == ["2", "rij é 0", "Ann", "", "ann@example.com", "7"])
    let bare = try Self.repaired(Array("Ann,Bos,ann@example.com\nBas,Oud,bas\n".utf8), [1])
    #expect(
      String(decoding: bare, as: UTF8.self)
        == "regel,reden,First name,Last name,Email address\r\n2,rij é 1,Bas,Oud,bas\n")
  }

  @Test("holds every line of a list exactly once, whatever bytes it has", arguments: 0..<300)
  func anything(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let alphabet = Array("ab@. ,;\t\"\"\n\n\r=é\u{202E}\0".utf8) + [0xFF, 0xE9, 0xC3]
    let bytes =
      Array("First name,Last name,Email address\n".utf8) + random.bytes(of: alphabet, upTo: 200)
    let list = try PeopleListReader.read(bytes)
    guard list.table.encoding == .utf8 || list.table.encoding == .windows1252 else { return }
    let file = RepairFile.make(
      list, rows: Set(list.batch.rows.indices), lineName: "", reasonName: ""
    ) { _ in "" }
    func letters(_ bytes: [UInt8]) -> Int { bytes.count { $0 == 0x61 || $0 == 0x62 } }
    // No row and no header is in it twice or not at all: the letters that no number has add up.
    #expect(letters(file) == letters(bytes))
  }
}
