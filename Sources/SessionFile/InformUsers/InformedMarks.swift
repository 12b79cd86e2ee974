import Migration

/// How far each person is told, for the table of network use.
struct InformedMarks {
  private var marks: [Int64: StepMark] = [:]
  /// What the admin says of everyone; unknown where nothing was said.
  private var everyone = StepMark.unknown

  /// Nobody is known to be told.
  init() {}

  /// Reads the messages that tell of the switch, who signed in since, and the admin's bare word.
  init(_ connection: Connection) throws {
    if try TrackedTable.statement.values(Int64(Step.informUsers.rawValue), connection) != nil {
      everyone = .stated
    }
    let reading = try connection.once(
      """
      SELECT notice.user, notice.standing, notice.since <= sign_in.day
      FROM notice LEFT JOIN sign_in ON sign_in.id = notice.user
      WHERE notice.kind = \(MessageKind.switchOver.rawValue)
      """)
    while try reading.step() {
      switch UserNotice.Standing(rawValue: reading.int(1)) ?? .none {
      case .none: break
      case .written: marks[reading.integer(0)] = .planned
      case .stated, .proven:
        marks[reading.integer(0)] = reading.int(2) != 0 ? .proven : .stated
      case .failed: marks[reading.integer(0)] = .failed
      }
    }
  }

  /// The mark of a person: what is known of the message, else the admin's word.
  func mark(of user: UserID) -> StepMark {
    guard let mark = marks[user.number] else { return everyone }
    return mark == .planned && everyone == .stated ? .stated : mark
  }
}
