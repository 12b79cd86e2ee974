import Glibc
import Testing

@testable import SessionFile

@Suite("The tables of a new file")
struct WholeTests {
  private static let path =
    #filePath.prefix { $0 != "\0" }.split(separator: "/").dropLast(4)
    .reduce("") { $0 + "/" + $1 } + "/Sources/SessionFile/File/Schema+Whole.swift"

  /// What a connection's file consists of: every table and index as SQL, and how many rows each table has.
  private struct Contents: Equatable {
    var sql: [String] = []
    var rows: [String: Int] = [:]

    init(_ connection: Connection) throws {
      let all = try connection.once(
        "SELECT sql, type, name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
      var tables: [String] = []
      while try all.step() {
        sql.append(all.text(0))
        if all.text(1) == "table" { tables.append(all.text(2)) }
      }
      for table in tables {
        let count = try connection.once("SELECT count(*) FROM \(table)")
        if try count.step() { rows[table] = count.int(0) }
      }
    }
  }

  private func contents(of schema: Schema) throws -> Contents {
    let connection = try SessionOpener.connect(to: Connection.inMemory, readOnly: false)
    try schema.migrate(connection)
    #expect(try Schema.version(of: connection) == schema.number)
    return try Contents(connection)
  }

  /// `OVERSTAP_RECORD=1 swift test --filter WholeTests` writes them anew after a version was added.
  @Test("are those that its versions lead to, one after another")
  func asByVersions() throws {
    let stepwise = try contents(of: Schema(versions: Schema.current.versions))
    #expect(stepwise.rows["identity"] == 1)
    if getenv("OVERSTAP_RECORD") != nil {
      try record(stepwise)
      Issue.record("the whole was recorded; look at it and run again without OVERSTAP_RECORD")
      return
    }
    #expect(Schema.Whole.current.number == Schema.current.number, "record it anew")
    #expect(try contents(of: .current) == stepwise, "record it anew")
  }

  @Test("are brought up to date where the whole was made before the last version")
  func wholeOfBefore() throws {
    var schema = Schema.current
    schema.versions.append(
      Schema.Version(name: "a later one", sql: "ALTER TABLE user ADD COLUMN phone TEXT"))
    let stepwise = try contents(of: Schema(versions: schema.versions))
    #expect(try contents(of: schema) == stepwise)
  }

  private func record(_ contents: Contents) throws {
    // The one row that versions write into a file that has none.
    let statements = contents.sql + ["INSERT INTO identity VALUES (1, random(), random(), 0, 0)"]
    let lines = statements.map { $0 + ";" }.joined(separator: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    let text = """
      // Written by WholeTests from the versions of the tables. Edit those.

      extension Schema.Whole {
        /// The tables as they are now, for a file that is made.
        static let current = Schema.Whole(
          number: \(Schema.current.number),
          sql: \"""
      \(lines.map { $0.isEmpty ? "" : "      " + $0 }.joined(separator: "\n"))
            \""")
      }

      """
    let file = try #require(fopen(Self.path, "w"))
    defer { fclose(file) }
    #expect(fputs(text, file) >= 0)
  }
}
