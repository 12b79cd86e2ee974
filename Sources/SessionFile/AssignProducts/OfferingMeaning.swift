/// What the name of an offering means that was mapped by hand.
enum OfferingMeaning: Equatable {
  /// Nothing was said about it.
  case open
  /// None of ours.
  case none
  case product(Int64)

  /// What a name means now.
  static func read(_ key: [UInt8], _ connection: Connection) throws -> Self {
    let reading = try connection.statement("SELECT product FROM offering_name WHERE name_key = ?")
    reading.bind(1, copying: key)
    defer { reading.reset() }
    guard try reading.step() else { return .open }
    return reading.isNull(0) ? .none : .product(reading.integer(0))
  }

  /// The values in the order of `TrackedTable.offeringName`; nil for a name without a row.
  func values(of key: [UInt8]) -> [RecordValue]? {
    switch self {
    case .open: nil
    case .none: [.text(key), .null]
    case .product(let id): [.text(key), .integer(id)]
    }
  }

  /// The number of a name's row, or of the one that it gets.
  static func row(_ key: [UInt8], _ connection: Connection) throws -> Int64 {
    let reading = try connection.statement(
      """
      SELECT ifnull((SELECT id FROM offering_name WHERE name_key = ?),
        (SELECT ifnull(max(id), 0) + 1 FROM offering_name))
      """)
    reading.bind(1, copying: key)
    defer { reading.reset() }
    return try reading.step() ? reading.integer(0) : 1
  }
}
