import Migration
import Seeds
import Testing

@testable import SessionFile

private let moment = Moment(day: Day(number: 20_000), minute: 600)

@Suite("The journal: every table by what it says of itself")
struct TrackedTableTests {
  @Test("A tracked table is in the file, with a number for each row and the columns that it says")
  func tables() throws {
    let folder = try Folder()
    _ = try folder.open()
    let connection = try Connection(path: folder.session)
    #expect(Set(TrackedTable.every.map(\.number)).count == TrackedTable.every.count)
    for table in TrackedTable.every {
      let reading = try connection.once("SELECT name, type, pk FROM pragma_table_info(?)")
      reading.bind(1, table.name)
      var columns: Set<String> = []
      while try reading.step() {
        if reading.int(2) == 0 { columns.insert(reading.text(0)) }
        if reading.text(0) == table.key {
          #expect(reading.text(1) == "INTEGER" && reading.int(2) == 1, "\(table.name)")
        }
      }
      #expect(columns.isSuperset(of: table.columns), "\(table.name)")
      #expect(Set(table.columns).count == table.columns.count, "\(table.name)")
    }
  }

  @Test("A row that comes, changes and goes is as it was after each undo, and again after redo")
  func anyTable() throws {
    let table = TrackedTable.login
    let values: [[RecordValue]?] = [
      [.text([97]), RecordValue("a"), .null, RecordValue("")],
      [.text([97]), RecordValue("A"), .integer(7), RecordValue("")],
      [.text([97]), RecordValue("A"), .null, RecordValue("x")],
      nil,
    ]
    let file = try SessionFile.inMemory()
    for value in values {
      _ = try file.writing { connection in
        var draft = try ChangeDraft(.createUsers(.groupUsers), connection, at: moment)
        try draft.put(table, 5, value)
        try draft.finish()
      }
    }
    for value in values.dropLast().reversed() {
      _ = try file.undo(at: moment)
      #expect(try table.values(5, file.connection) == value)
    }
    _ = try file.undo(at: moment)
    #expect(try table.values(5, file.connection) == nil)
    for value in values {
      _ = try file.redo(at: moment)
      #expect(try table.values(5, file.connection) == value)
    }
  }

  @Test("Two writes to a row in one change are taken back in turn")
  func twice() throws {
    let file = try SessionFile.inMemory()
    _ = try file.writing { connection in
      var draft = try ChangeDraft(.createUsers(.groupUsers), connection, at: moment)
      try draft.put(.statement, 1, [.integer(10)])
      try draft.put(.statement, 1, [.integer(11)])
      try draft.put(.statement, 2, [.integer(12)])
      try draft.put(.statement, 1, nil)
      try draft.put(.statement, 1, [.integer(13)])
      try draft.finish()
    }
    _ = try file.undo(at: moment)
    #expect(try TrackedTable.statement.values(1, file.connection) == nil)
    #expect(try TrackedTable.statement.values(2, file.connection) == nil)
    _ = try file.redo(at: moment)
    #expect(try TrackedTable.statement.values(1, file.connection) == [.integer(13)])
    #expect(try TrackedTable.statement.values(2, file.connection) == [.integer(12)])
  }

  @Test("Equal edits share an entry: the record of thousands is small")
  func shared() throws {
    let file = try SessionFile.inMemory()
    _ = try file.apply(
      .createUsers(.importUsers(People.batch(People.many(3_000)), .imported, .keep)), at: moment)
    _ = try file.apply(
      .createUsers(.removeUsers(file.userIDs(UserQuery(order: .address)))), at: moment)
    let reading = try file.connection.once("SELECT length(record) FROM journal ORDER BY number")
    #expect(try reading.step() && reading.int(0) < 200)
    #expect(try reading.step() && reading.int(0) < 3 * 3_000 + 200)
  }

  @Test("What an undone document of the portal brought is gone for good with the next change")
  func purgedParts() throws {
    let folder = try Folder()
    let file = try folder.open()
    let evidence = Evidence(
      number: 0, kind: .usersExport, file: "a.csv", day: Day(number: 20_000), team: "",
      isWhole: true, digest: "d", rowCount: 2, personCount: 2)
    let portal = People.portal([(People.ann, .pending), (People.bram, .accepted)])
    _ = try file.apply(.createUsers(.proveUsers(evidence, portal)), at: moment)
    #expect(try Outside.number("SELECT count(*) FROM portal_person", on: folder.session) == 2)
    _ = try file.undo(at: moment)
    _ = try file.redo(at: moment)
    #expect(try file.strangers(places: 0..<9).total == 2)
    _ = try file.undo(at: moment)
    _ = try file.apply(.createUsers(.addUser(People.chloe, .typed)), at: moment)
    #expect(try Outside.number("SELECT count(*) FROM portal_person", on: folder.session) == 0)
    #expect(try Outside.number("SELECT count(*) FROM evidence", on: folder.session) == 0)
  }

  @Test("A record that is cut off or noise is refused, never read past its end", arguments: 1...40)
  func noise(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var record = ChangeRecord()
    record.counters.add(3, "users", "0")
    record.bring(.user, 1...3)
    record.edit(.user, 7, ColumnSet([4]), before: [1, 2], after: [3])
    record.edit(.user, 9, ColumnSet([4]), before: [1, 2], after: [3])
    record.edit(.login, 2, ColumnSet([0, 1]), before: nil, after: [3])
    var bytes = record.bytes()
    let whole = try ChangeRecord.Kept(bytes)
    #expect(whole.tables.map(\.entries.count) == [2, 1])
    if seed % 2 == 0 {
      bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
      // Noise that begins as a record does.
      bytes[0] = 6
      #expect(throws: (any Error).self) {
        _ = try ChangeRecord.Kept(bytes)
        throw RecordReader.Malformed()
      }
    } else {
      bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
      #expect(throws: RecordReader.Malformed.self) { try ChangeRecord.Kept(bytes) }
    }
  }
}
