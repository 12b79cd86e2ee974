import Documents
import Migration
import SessionFile
import Wizard

/// Hand-overs of users: their files, and the record of them.
enum UserHandOverWriter {
  static func carryOut(
    _ order: UserHandOverOrder, on file: SessionFile, at moment: Moment
  ) throws -> Answer {
    try HandOverWriter.carryOut(
      .users, of: .createUsers, into: order.folder, group: order.group, on: file, at: moment
    ) { outgoing in
      let people = try free(order.users.ids { try file.userIDs($0) }, on: file)
      outgoing.users = people.map(\.id)
      return people.isEmpty ? nil : try files(people)
    }
  }

  /// A hand-over that was broken off, made again from the session; nil where its people are not as
  /// they were.
  static func prepared(
    _ outgoing: Outgoing, on file: SessionFile
  ) throws -> (Change, [OutgoingWriter.Output])? {
    let people = try free(outgoing.users, on: file)
    guard people.map(\.id) == outgoing.users else { return nil }
    return HandOverWriter.prepared(outgoing, of: .createUsers, try files(people))
  }

  /// Those of some users who can be handed over: whoever is in a hand-over already comes into none
  /// again.
  private static func free(_ ids: [UserID], on file: SessionFile) throws -> [User] {
    var people: [User] = []
    try file.forEachUser(ids) { user in
      if user.standing == .planned, user.handOver == nil { people.append(user) }
      return true
    }
    return people
  }

  private static func files(_ people: [User]) throws -> HandOverFiles {
    let details = people.map(\.details)
    let lists = try InviteFile.files(details).map { OutgoingWriter.Output($0) }
    let texts = try InviteFile.texts(details).map { OutgoingWriter.Output($0) }
    return HandOverFiles(lists + texts, lists: lists, rows: people.count) {
      .createUsers(.handOver($0, people.map(\.id)))
    }
  }

  /// The people of a hand-over as the text of Invite Multiple.
  static func text(
    of handOver: Int, _ spelling: InviteSpelling, on file: SessionFile
  ) throws -> Answer {
    .createUsers(
      .handOverText(
        try InviteFile.text(file.handOverRows(handOver).map(\.details), spelling: spelling)))
  }

  /// Writes a message with the files of a hand-over beside them: as text, and as a draft with the files
  /// in it. The files are made from the rows as they were, wherever the written ones are now.
  static func write(
    _ order: MessageOrder, on file: SessionFile, at moment: Moment
  ) throws -> Answer {
    if let told = OutgoingWriter.answer(on: file, at: moment) { return told }
    let people = try file.handOverRows(order.handOver.number).map(\.details)
    let lists = try InviteFile.files(people)
    let folder = FileAccess.folder(of: AdminPath.system(order.handOver.files.first ?? ""))
    let draft = MailDraft(
      to: order.to, subject: order.subject, text: order.text,
      attachments: lists.map {
        MailDraft.Attachment(name: $0.name, type: "text/csv; charset=utf-8", bytes: $0.bytes)
      })
    // A message of before may have been edited.
    let base = FileAccess.freePath("\(folder)/message", endings: [".txt", ".eml"])
    let name = PathText.name(of: base)
    var outgoing = Outgoing(.message, folder: folder, makesFolder: false, day: moment.day)
    outgoing.handOver = order.handOver.number
    let text = Array("\(order.to)\n\(order.subject)\n\n\(order.text)".utf8)
    do {
      _ = try OutgoingWriter.carryOut(
        outgoing,
        [
          OutgoingWriter.Output(name: name + ".txt", bytes: text),
          OutgoingWriter.Output(name: name + ".eml", bytes: draft.bytes),
        ], on: file, at: moment)
      return .written(path: AdminPath.shown(base + ".eml"), rows: people.count)
    } catch let failure as FileFailure {
      return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
    }
  }
}
