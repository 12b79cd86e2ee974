import Migration
import Seeds
import Testing

@testable import Documents

private func failure(_ bytes: [UInt8], limits: WorkbookLimits = .init()) -> TableFailure? {
  do throws(TableFailure) {
    let book = try Workbook(bytes, limits: limits)
    for place in book.sheetNames.indices { _ = try book.sheet(place) }
    return nil
  } catch {
    return error
  }
}

@Suite("A workbook")
struct WorkbookTests {
  private static let people = [
    ["Roepnaam", "Tussenvoegsel", "Achternaam", "E-mail", "Nr"],
    ["Andrée", "de", "Vries & Zn <jr.>", "ann@example.com", "100482"],
    ["Bas", "", "Oud", "bas@example.com", "100483"],
    ["Cor", "", "", "cor@example.com"],
  ]

  @Test(
    "gives its people however its texts are stored", arguments: WorkbookMaker.Texts.allCases,
    ["", "x:"])
  func read(texts: WorkbookMaker.Texts, prefix: String) throws {
    let maker = WorkbookMaker(
      sheets: [
        .init("Uitleg", [["Lijst van medewerkers"], ["stand van vandaag"]]),
        .init("Oud", Self.people, isHidden: true), .init("Blad & 1", Self.people),
      ],
      texts: texts, deflates: prefix.isEmpty, prefix: texts == .inline ? prefix : "")
    let bytes = maker.bytes()
    #expect(try PeopleListReader.recognises(TableFile(bytes)))
    let list = try PeopleListReader.read(bytes)
    #expect(list.facts.sheet == "Blad & 1")
    #expect(list.figures == PeopleListFigures(rows: 3, valid: 2, refused: 1, duplicates: 0))
    #expect(
      list.batch.details(of: list.batch.rows[0])
        == UserDetails(
          firstName: "Andrée", lastName: "de Vries & Zn <jr.>", address: "ann@example.com"))
    #expect(list.batch.rows.map(\.line) == [2, 3, 4])
    #expect(list.batch.rows[2].cause == .lastNameMissing)
  }

  @Test("without people in it is no list")
  func none() throws {
    let bytes = WorkbookMaker(sheets: [.init("A", [["a", "b"], ["1", "2"]]), .init("B", [])])
      .bytes()
    #expect(try !PeopleListReader.recognises(TableFile(bytes)))
    let isText = PeopleListReader.recognises(Table.sample(of: bytes.span))
    #expect(!isText)
    #expect(try PeopleListReader.read(bytes).figures.rows == 2)
  }

  @Test("of the old kind, or with a password, is told apart")
  func old() {
    let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let kind = TableFile.kind(of: head.span)
    #expect(kind == .compound)
    #expect(throws: TableFailure.oldWorkbook) {
      try PeopleListReader.read(head + [UInt8](repeating: 0, count: 512))
    }
    let name = "EncryptedPackage".utf8.flatMap { (letter: UInt8) -> [UInt8] in [letter, 0] }
    #expect(throws: TableFailure.protectedWorkbook) { try PeopleListReader.read(head + name) }
  }

  @Test("that is a bomb is refused before it hurts")
  func bombs() {
    var zip = ZipMaker(deflates: true)
    zip.add("xl/workbook.xml", "<workbook><sheets><sheet name='A' r:id='a'/></sheets></workbook>")
    zip.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/></Relationships>")
    // It says that it is small.
    zip.add(
      "xl/worksheets/sheet1.xml", [UInt8](repeating: 0x20, count: 24 << 20), statedSize: 100)
    #expect(failure(zip.finished()) == .workbookTooLarge(.ratio))
    var limits = WorkbookLimits()
    limits.entryBytes = 1 << 20
    #expect(failure(zip.finished(), limits: limits) == .workbookTooLarge(.bytes))
    let book = WorkbookMaker(sheets: [.init("A", Self.people)]).bytes()
    limits = WorkbookLimits()
    limits.cells = 10
    #expect(failure(book, limits: limits) == .workbookTooLarge(.cells))
    limits = WorkbookLimits()
    limits.texts = 5
    #expect(failure(book, limits: limits) == .workbookTooLarge(.texts))
    limits = WorkbookLimits()
    limits.entries = 3
    #expect(failure(book, limits: limits) == .workbookTooLarge(.entries))
    limits = WorkbookLimits()
    limits.totalBytes = 100
    #expect(failure(book, limits: limits) == .workbookTooLarge(.bytes))
  }

  @Test("with a document type, or cut off, is damaged")
  func damaged() {
    var zip = ZipMaker(deflates: false)
    zip.add("xl/workbook.xml", "<workbook><sheets><sheet name='A' r:id='a'/></sheets></workbook>")
    zip.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/></Relationships>")
    zip.add(
      "xl/worksheets/sheet1.xml",
      "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData/></worksheet>")
    #expect(failure(zip.finished()) == .damagedWorkbook)
    #expect(failure([0x50, 0x4B, 0x03, 0x04]) == .damagedWorkbook)
    let book = WorkbookMaker(sheets: [.init("A", Self.people)]).bytes()
    #expect(failure(Array(book.dropLast(30))) == .damagedWorkbook)
    #expect(failure(Array(book.dropFirst(40))) == .damagedWorkbook)
  }

  @Test("with any byte altered is read or refused", arguments: 0..<300)
  func altered(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var maker = WorkbookMaker(sheets: [.init("A", Self.people)])
    maker.deflates = seed % 2 == 0
    var bytes = maker.bytes()
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 4..<bytes.count, using: &random)
      bytes[place] = UInt8.random(in: 0...255, using: &random)
    }
    if let list = try? PeopleListReader.read(bytes) {
      #expect(list.figures.rows <= Self.people.count)
    }
  }

  @Test(
    "names its columns by letters", arguments: [("A1", 0), ("Z9", 25), ("AA1", 26), ("ab12", 27)])
  func columns(reference: String, column: Int) {
    #expect(SheetReader.column(Array(reference.utf8)) == column)
    #expect(SheetReader.column(Array("12".utf8)) == nil)
    #expect(SheetReader.column(Array("ZZZZZZZZZZZZZZ1".utf8)) == nil)
  }
}
