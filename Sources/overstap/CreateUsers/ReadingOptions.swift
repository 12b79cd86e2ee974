import ArgumentParser
import Documents
import Migration

/// How the lists of a call are read, where somebody says it: as on the page *Read differently*.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: """
      What columns of a list are taken as, by name or number: "Vorname=first name,5=group". It is \
      remembered for lists with the same header. The things: first name, particle, last name, display \
      name, last name first, address, login, group, language, account on, account off, leaving day, \
      account kind, ignored.
      """)
  var columns: String?

  @Option(help: "How a list writes its characters; without it that is found out.")
  var encoding: TextEncoding?

  @Option(help: "What stands between the fields of a list: comma, semicolon, tab or stroke.")
  var delimiter: ListDelimiter?

  func validate() throws {
    for (name, column) in pairs where column == nil {
      throw ValidationError("--columns: \(name) is taken as nothing that a list has.")
    }
    if columns != nil, pairs.isEmpty {
      throw ValidationError("--columns is like \"Vorname=first name,Nachname=last name\".")
    }
  }

  /// What the table is read with; nil where nothing is said of it.
  var reading: PeopleReading? {
    encoding == nil && delimiter == nil
      ? nil : PeopleReading(encoding: encoding, delimiter: delimiter?.byte)
  }

  /// The columns of a list, with those that were named as they were named; nil where none was.
  var mapping: ((PeopleListFacts) -> [PeopleColumn]?)? {
    let pairs = pairs
    guard !pairs.isEmpty else { return nil }
    return { facts in
      var columns = facts.columns
      for (name, column) in pairs {
        guard let column, let place = Self.place(name, in: facts) else { continue }
        // What is named takes the place of what was found.
        for other in columns.indices where columns[other] == column && other != place {
          columns[other] = .ignored
        }
        columns[place] = column
      }
      return columns
    }
  }

  /// The columns that were named and that a list does not have.
  func missing(in facts: PeopleListFacts) -> [String] {
    pairs.map(\.name).filter { Self.place($0, in: facts) == nil }
  }

  private static func place(_ name: String, in facts: PeopleListFacts) -> Int? {
    if let place = facts.header.firstIndex(where: { HeaderKey.of($0) == HeaderKey.of(name) }) {
      return place
    }
    return Int(name).flatMap { facts.columns.indices.contains($0 - 1) ? $0 - 1 : nil }
  }

  private var pairs: [(name: String, column: PeopleColumn?)] {
    (columns ?? "").split(separator: ",").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1).map { part in
        part.split(separator: " ").joined(separator: " ")
      }
      let thing = parts.count > 1 ? parts[1].lowercased().replacing(" ", with: "-") : ""
      return (parts.first ?? "", PeopleColumn(rawValue: thing))
    }
  }
}

/// What may stand between the fields of a list.
enum ListDelimiter: String, CaseIterable, ExpressibleByArgument {
  case comma, semicolon, tab, stroke

  var byte: UInt8 {
    switch self {
    case .comma: 0x2C
    case .semicolon: 0x3B
    case .tab: 0x09
    case .stroke: 0x7C
    }
  }
}

extension TextEncoding: ExpressibleByArgument {}

extension PeopleList {
  /// A name with letters beyond ASCII, where how the list writes its letters is a guess; else nil.
  var guessedName: String? {
    guard facts.isEncodingGuessed else { return nil }
    let row = batch.rows.first { $0.cause == .encodingGuessed }
    return row.map { row in
      let person = batch.details(of: row)
      return "\(person.firstName) \(person.lastName)"
    }
  }
}
