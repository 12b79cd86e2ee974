import Migration

/// How far products on computers are, for the table of network use.
struct SwitchMarks {
  private var marks: [[UInt8]: StepMark] = [:]
  /// The same by the computers' names without their domains.
  private var near: [[UInt8]: StepMark] = [:]

  /// Reads all installations; O(installations).
  init(_ connection: Connection) throws {
    let reading = try connection.once(
      "SELECT install_key, standing FROM installation WHERE listed = 1")
    while try reading.step() {
      let mark = StepMark(Standing(rawValue: reading.int(1)) ?? .planned)
      let key = Array(reading.bytes(0))
      marks[key] = mark
      guard let end = key.firstIndex(of: UseRow.separator) else { continue }
      let computer = Array(key[..<end])
      let short = ComputerRow.short(computer)
      if short != computer { near[short + key[end...]] = mark }
    }
  }

  /// Whether there are none.
  var isEmpty: Bool { marks.isEmpty }

  /// The mark of a product on a computer, both folded; unknown where our list does not have it.
  func mark(computer: [UInt8], product: [UInt8]) -> StepMark {
    let key = [UseRow.separator] + product
    if let mark = marks[computer + key] ?? near[computer + key] { return mark }
    let short = ComputerRow.short(computer)
    return short == computer ? .unknown : marks[short + key] ?? .unknown
  }
}
