import Migration

/// How far products on computers are, for the table of network use.
struct SwitchMarks {
  private var marks: [[UInt8]: StepMark] = [:]

  /// Reads all installations; O(installations).
  init(_ connection: Connection) throws {
    let reading = try connection.once("SELECT install_key, standing FROM installation")
    while try reading.step() {
      let standing = Standing(rawValue: reading.int(1)) ?? .planned
      marks[Array(reading.bytes(0))] = StepMark(standing)
    }
  }

  /// Whether there are none.
  var isEmpty: Bool { marks.isEmpty }

  /// The mark of a product on a computer, both folded; unknown where our list does not have it.
  func mark(computer: [UInt8], product: [UInt8]) -> StepMark {
    marks[computer + [UseRow.separator] + product] ?? .unknown
  }
}
