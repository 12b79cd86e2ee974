import Migration

/// A list of devices as an inventory or a directory writes it: computers, systems, people, groups.
package struct DeviceList: Sendable {
  /// Why a row is not taken.
  package enum Refusal: String, CaseIterable, Sendable {
    /// It has more fields than the header, or cannot be read.
    case unreadable
    /// It names no computer.
    case nameless = "no-name"
    /// What it names can be no computer's name.
    case badName = "bad-name"
    /// A telephone or tablet.
    case otherDevice = "other-device"
  }

  /// A row that is not taken.
  package struct RefusedRow: Hashable, Sendable {
    /// Its line in the file, from 1.
    package var line: Int
    /// Why.
    package var refusal: Refusal
  }

  /// The computers, each once, in the order of the file.
  package private(set) var computers: [ComputerDetails] = []
  /// The rows that are not taken.
  package private(set) var refused: [RefusedRow] = []
  /// Rows below the header.
  package private(set) var rows = 0
  /// Rows that say what an earlier one said.
  package private(set) var duplicates = 0

  /// The figures in the order in which they are reported.
  package var figures: [(name: String, value: FigureValue)] {
    [
      ("rows", .number(rows)), ("valid", .number(rows - refused.count - duplicates)),
      ("refused", .number(refused.count)), ("duplicates", .number(duplicates)),
    ]
  }

  /// Reads a list; nil when the file is none. O(bytes).
  package static func read(
    _ bytes: [UInt8], reading: Table.Reading = Table.Reading()
  ) throws(TableFailure) -> DeviceList? {
    let file = try TableFile(bytes, reading: reading)
    guard let table = try file.table(where: { header($0) != nil }),
      let header = header(table.sample)
    else { return nil }
    let columns = DeviceColumn.places(table.sample[header].fields)
    let fieldCount = table.sample[header].fields.count
    var list = DeviceList()
    var places: [[UInt8]: Int] = [:]
    var number = 0
    table.forEachRecord { record in
      number += 1
      guard number - 1 > header, !record.isBlank else { return true }
      list.take(record, columns, fieldCount, &places)
      return true
    }
    return list
  }

  private mutating func take(
    _ record: TableRecord, _ columns: [DeviceColumn: Int], _ fieldCount: Int,
    _ places: inout [[UInt8]: Int]
  ) {
    func text(_ column: DeviceColumn) -> String {
      let field = record.field(columns[column] ?? Int.max)
      return PersonRules.normaliseName(String(decoding: field.prefix(1_000), as: UTF8.self))
    }
    func refuse(_ refusal: Refusal) {
      refused.append(RefusedRow(line: record.line, refusal: refusal))
    }
    rows += 1
    if record.fieldCount > fieldCount && record.hasContent(from: fieldCount)
      || record.finding.map({ !$0.isReadable }) ?? false
    {
      return refuse(.unreadable)
    }
    var computer = ComputerDetails(
      name: ComputerSystem.nameWithoutDollar(text(.computer)), group: text(.group))
    guard !computer.name.isEmpty else { return refuse(.nameless) }
    guard HostName.isPlain(computer.name) else { return refuse(.badName) }
    guard let system = ComputerSystem(written: text(.system)) else { return refuse(.otherDevice) }
    computer.system = system
    computer.people = Self.people(text(.user))
    let key = Folding.caseBlind.bytes(of: computer.name)
    guard let place = places[key] else {
      places[key] = computers.count
      return computers.append(computer)
    }
    let known = computers[place]
    for person in computer.people
    where !known.people.contains(where: { $0.lowercased() == person.lowercased() }) {
      computers[place].people.append(person)
    }
    if known.system == .unknown { computers[place].system = computer.system }
    if known.group.isEmpty { computers[place].group = computer.group }
    if computers[place] == known { duplicates += 1 }
  }

  /// Several people may stand in one field.
  private static func people(_ field: String) -> [String] {
    field.split { ";,|".contains($0) }.map { String($0) }
      .map { PersonRules.normaliseLogin($0) }.filter { !$0.isEmpty }
  }

  /// Whether a table that begins like this is one.
  static func recognises(_ sample: [Table.Row]) -> Bool { header(sample) != nil }

  /// Whether a file is one: a text, or a sheet of a workbook.
  package static func recognises(_ file: TableFile) throws(TableFailure) -> Bool {
    try file.contains(where: recognises)
  }

  /// The place of the header among the first records: reports put a title above it.
  private static func header(_ sample: [Table.Row]) -> Int? {
    sample.prefix(10).firstIndex { row in
      let columns = DeviceColumn.places(row.fields)
      return columns[.computer] != nil && (columns.count > 1 || row.fields.count == 1)
    }
  }
}

extension ComputerSystem {
  /// The system of which a list writes the name, with its version or without; unknown for none that is
  /// known here, nil for a telephone's or tablet's.
  init?(written text: String) {
    let name = text.lowercased()
    func has(_ words: String...) -> Bool { words.contains { name.contains($0) } }
    if has("android", "ipad", "iphone") || name.hasPrefix("ios") { return nil }
    if has("mac", "os x", "darwin") {
      self = .macOS
    } else if has("windows") || name.hasPrefix("win") {
      self = .windows
    } else if has(
      "linux", "ubuntu", "red hat", "rhel", "centos", "rocky", "alma", "debian", "suse", "fedora")
    {
      self = .linux
    } else {
      self = .unknown
    }
  }

  /// Active Directory writes a dollar behind the account of a computer.
  fileprivate static func nameWithoutDollar(_ name: String) -> String {
    name.hasSuffix("$") ? String(name.dropLast()) : name
  }
}
