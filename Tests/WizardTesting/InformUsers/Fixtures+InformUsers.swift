import Migration
import SessionFile

extension Fixtures {
  /// Fills a session that has the small organisation with products, an announcement that went to all who
  /// have a seat, a switch-over message of a week ago to two of them, and one to the third that is written.
  package static func fillMessages(_ file: SessionFile) throws(ChangeRefusal) {
    try fillProducts(file)
    let ids = try userIDs(file)
    try handOverMessages(6, .announcement, [ids[0], ids[1], ids[7]], on: startDate + 5, file)
    _ = try file.apply(
      .stateHandOver(6, startDate + 5), at: Moment(day: startDate + 5, minute: 640))
    try handOverMessages(7, .switchOver, [ids[0], ids[1]], on: now.day - 7, file)
    _ = try file.apply(.stateHandOver(7, now.day - 7), at: Moment(day: now.day - 7, minute: 640))
    try handOverMessages(8, .switchOver, [ids[7]], on: now.day, file)
  }

  private static func handOverMessages(
    _ number: Int, _ kind: MessageKind, _ users: [UserID], on day: Day, _ file: SessionFile
  ) throws(ChangeRefusal) {
    let folder = "/home/jan/Downloads/overstap-hand-over-\(number)"
    let written = HandOver(
      number: number, step: .informUsers, writtenOn: day, rowCount: users.count,
      files: ["\(folder)/messages.mbox", "\(folder)/mail-merge.csv"])
    _ = try file.apply(
      .informUsers(.handOver(written, users, MessageTerms(kind, day: day + 1))),
      at: Moment(day: day, minute: 620))
  }
}
