import Migration

/// A row of the table of messages to people.
struct NoticeRow: Equatable {
  var user: Int64
  var kind: MessageKind
  var standing: UserNotice.Standing
  var since: Day?
  var handOver: Int?
  var address: String
  var reason: String

  init(
    user: Int64, kind: MessageKind, standing: UserNotice.Standing, since: Day? = nil,
    handOver: Int? = nil, address: String = "", reason: String = ""
  ) {
    self.user = user
    self.kind = kind
    self.standing = standing
    self.since = since
    self.handOver = handOver
    self.address = address
    self.reason = reason
  }

  /// A row from its values, in the order of `TrackedTable.notice`; nil for a kind of a newer program.
  init?(_ values: [RecordValue]) {
    guard values.count == 7, let user = values[0].int,
      let kind = values[1].int.flatMap({ MessageKind(rawValue: $0) })
    else { return nil }
    self.init(
      user: Int64(user), kind: kind,
      standing: values[2].int.flatMap { UserNotice.Standing(rawValue: $0) } ?? .written,
      since: values[3].int.map { Day(number: $0) }, handOver: values[4].int,
      address: values[5].text, reason: values[6].text)
  }

  /// The number of the row of a person's message of a kind.
  static func id(_ user: Int64, _ kind: MessageKind) -> Int64 { user * 8 + Int64(kind.rawValue) }

  var id: Int64 { Self.id(user, kind) }

  var values: [RecordValue] {
    [
      .integer(user), RecordValue(kind.rawValue), RecordValue(standing.rawValue),
      RecordValue(since?.number), RecordValue(handOver), RecordValue(address), RecordValue(reason),
    ]
  }

  /// What it says of the message.
  var notice: UserNotice { UserNotice(standing, since: since, reason: reason) }
}
