import Documents
import Migration
import SessionFile
import Wizard

/// Hand-overs of users: their files, and the record of them.
enum UserHandOverWriter {
  static func carryOut(
    _ order: UserHandOverOrder, on file: SessionFile, at moment: Moment
  ) throws -> Answer {
    if let told = OutgoingWriter.answer(on: file, at: moment) { return told }
    let people = try free(order.users.ids { try file.userIDs($0) }, on: file)
    guard !people.isEmpty else { return .notRead("hand-over-empty", [:]) }
    let number = (try file.summary().handOvers.map(\.number).max() ?? 0) + 1
    var outgoing = Outgoing(
      .users, folder: AdminPath.system(order.folder) + "/overstap-hand-over-\(number)",
      makesFolder: true, day: moment.day)
    outgoing.handOver = number
    outgoing.group = order.group
    outgoing.users = people.map(\.id)
    do {
      let (lists, texts) = try outputs(people)
      let written = try OutgoingWriter.carryOut(
        outgoing, lists + texts, on: file, at: moment
      ) { .createUsers(.handOver(handOver($0, lists), $0.users)) }
      return .handedOver(handOver(written, lists), try file.summary())
    } catch let failure as FileFailure {
      return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
    }
  }

  /// A hand-over that was broken off, made again from the session; nil where its people are not as
  /// they were.
  static func prepared(
    _ outgoing: Outgoing, on file: SessionFile
  ) throws -> (Change, [OutgoingWriter.Output])? {
    let people = try free(outgoing.users, on: file)
    guard people.map(\.id) == outgoing.users else { return nil }
    let (lists, texts) = try outputs(people)
    return (.createUsers(.handOver(handOver(outgoing, lists), outgoing.users)), lists + texts)
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

  private static func outputs(
    _ people: [User]
  ) throws -> (lists: [OutgoingWriter.Output], texts: [OutgoingWriter.Output]) {
    let details = people.map(\.details)
    return (
      try InviteFile.files(details).map { OutgoingWriter.Output($0) },
      try InviteFile.texts(details).map { OutgoingWriter.Output($0) }
    )
  }

  private static func handOver(
    _ outgoing: Outgoing, _ lists: [OutgoingWriter.Output]
  ) -> HandOver {
    HandOver(
      number: outgoing.handOver ?? 0, step: .createUsers, writtenOn: outgoing.day,
      group: outgoing.group, rowCount: outgoing.users.count,
      files: outgoing.files.map { AdminPath.shown("\(outgoing.folder)/\($0.name)") },
      digest: Digest.of(lists.map(\.bytes)))
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
    let above = AdminPath.system(PathText.folder(of: order.handOver.files.first ?? ""))
    let folder = above.isEmpty ? "." : String(above.dropLast())
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
