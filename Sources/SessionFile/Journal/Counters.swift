/// What a change adds to the counters: kept in its record, so that undo takes back just that.
struct Counters: Equatable {
  /// A counter by its kind and its name. The name is bytes, since strings that look the same are equal
  /// in Swift but not in the file.
  struct Name: Hashable {
    var kind: String
    var name: [UInt8]
  }

  private var amounts: [Name: Int] = [:]

  init() {}

  /// Whether nothing changes.
  var isEmpty: Bool { amounts.isEmpty }

  /// Adds to a counter.
  mutating func add(_ amount: Int, _ kind: String, _ name: [UInt8]) {
    let counter = Name(kind: kind, name: name)
    let sum = amounts[counter, default: 0] + amount
    amounts[counter] = sum == 0 ? nil : sum
  }

  /// Adds to a counter.
  mutating func add(_ amount: Int, _ kind: String, _ name: String) {
    add(amount, kind, Array(name.utf8))
  }

  // MARK: On disk

  /// Brings the file's counters up to date; those that come to nothing are taken out.
  func apply(_ direction: ChangeRecord.Direction, _ connection: Connection) throws {
    for (counter, amount) in amounts {
      let adding = try connection.statement(
        """
        INSERT INTO counter (kind, name, value) VALUES (?, ?, ?)
        ON CONFLICT (kind, name) DO UPDATE SET value = value + excluded.value
        """)
      adding.bind(1, counter.kind)
      adding.bind(2, copying: counter.name)
      adding.bind(3, direction == .forth ? amount : -amount)
      try adding.run()
      let clearing = try connection.statement(
        "DELETE FROM counter WHERE kind = ? AND name = ? AND value = 0")
      clearing.bind(1, counter.kind)
      clearing.bind(2, copying: counter.name)
      try clearing.run()
    }
  }

  func write(_ writer: inout RecordWriter) {
    writer.number(amounts.count)
    let sorted = amounts.sorted {
      $0.key.kind == $1.key.kind
        ? $0.key.name.lexicographicallyPrecedes($1.key.name) : $0.key.kind < $1.key.kind
    }
    for (counter, amount) in sorted {
      writer.text(counter.kind)
      writer.block(counter.name)
      writer.number(amount)
    }
  }

  init(_ reader: inout RecordReader) throws {
    for _ in 0..<max(0, try reader.int()) {
      let name = Name(kind: try reader.text(), name: try reader.block())
      amounts[name] = try reader.int()
    }
  }
}
