import Migration

/// A row of network use as its table holds it.
struct UseRow: Equatable {
  var isShelved = false
  var batch: Int64
  var server: Int64
  var key: [UInt8]
  var login: String
  var computer: String
  var feature: String
  var offering: String
  var product: String
  var lastUsed: Int?
  var days = UseDays()
  var open = 0
  var borrowedUntil: Int?
  var queued = 0
  /// The last line of any log that takes it or gives it back.
  var lastLine: Int?

  /// Between login, computer and feature in the key: below everything that they can hold.
  static let separator: UInt8 = 1

  /// A use of which it is left open what is out.
  init(_ use: LicensingBatch.Use, server: Int64, batch: Int64) {
    self.batch = batch
    self.server = server
    key = Self.key(use.login, use.computer, use.feature)
    (login, computer, feature) = (use.login, use.computer, use.feature)
    (offering, product) = (use.offering, use.product)
    lastUsed = use.lastUsed?.minutes
    days = use.days
    lastLine = use.lastLine?.minutes
  }

  /// The values in the order of `TrackedTable.use.columns`.
  init(_ values: [RecordValue]) {
    func number(_ place: Int) -> Int { values.indices.contains(place) ? values[place].int ?? 0 : 0 }
    func text(_ place: Int) -> String { values.indices.contains(place) ? values[place].text : "" }
    isShelved = number(0) != 0
    batch = Int64(number(1))
    server = Int64(number(2))
    key = Array(text(3).utf8)
    (login, computer, feature) = (text(4), text(5), text(6))
    (offering, product) = (text(7), text(8))
    lastUsed = values.count > 9 ? values[9].int : nil
    days = UseDays(
      last: Day(number: number(10)), recent: UInt64(bitPattern: Int64(number(11))),
      older: UInt64(bitPattern: Int64(number(12))))
    open = number(13)
    borrowedUntil = values.count > 14 ? values[14].int : nil
    queued = number(15)
    lastLine = values.count > 17 ? values[17].int : nil
  }

  /// The values as the table holds them.
  var values: [RecordValue] {
    [
      RecordValue(isShelved ? 1 : 0), .integer(batch), .integer(server), .text(key),
      RecordValue(login), RecordValue(computer), RecordValue(feature), RecordValue(offering),
      RecordValue(product), RecordValue(lastUsed), RecordValue(days.last.number),
      .integer(Int64(bitPattern: days.recent)), .integer(Int64(bitPattern: days.older)),
      RecordValue(open), RecordValue(borrowedUntil), RecordValue(queued),
      RecordValue(open > 0 || borrowedUntil != nil || queued > 0 ? 1 : 0), RecordValue(lastLine),
    ]
  }

  /// Adds what another document says of the use.
  mutating func add(_ use: LicensingBatch.Use) {
    add(UseRow(use, server: server, batch: batch))
  }

  /// Adds what another row says of the same use.
  mutating func add(_ use: UseRow) {
    // The release that was used last is what runs; of one moment the newest release.
    let (mine, others) = (lastUsed ?? .min, use.lastUsed ?? .min)
    if others > mine || (others == mine && ProductName.precedes(product, use.product)) {
      (product, offering) = (use.product, use.offering)
    }
    lastUsed = [lastUsed, use.lastUsed].compactMap { $0 }.max()
    lastLine = [lastLine, use.lastLine].compactMap { $0 }.max()
    days.formUnion(use.days)
    // Of several spellings the first by its letters, whichever came first.
    login = min(login, use.login)
    computer = min(computer, use.computer)
    feature = min(feature, use.feature)
  }

  /// Brings it to what is out, borrowed and waited for now.
  mutating func bring(to now: ServerEvidence.Now) {
    open = now.open(key, lastLine: lastLine.map { Moment(minutes: $0) })
    borrowedUntil = now.borrowedUntil(key)?.number
    queued = now.queued(key, lastUsed: lastUsed.map { Moment(minutes: $0) })
  }

  /// Login, computer and feature without regard to case.
  static func key(_ login: String, _ computer: String, _ feature: String) -> [UInt8] {
    var key = Folding.caseBlind.bytes(of: login)
    key.append(separator)
    key += Folding.caseBlind.bytes(of: computer)
    key.append(separator)
    key += Folding.caseBlind.bytes(of: feature)
    return key
  }
}
