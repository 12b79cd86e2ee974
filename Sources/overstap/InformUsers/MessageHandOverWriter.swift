import Documents
import Migration
import SessionFile
import Wizard

/// Hand-overs of messages: a file a person, one mailbox, the list for a mail merge; and the record of them.
enum MessageHandOverWriter {
  static func carryOut(
    _ order: MessageHandOverOrder, on file: SessionFile, at moment: Moment
  ) throws -> Answer {
    do {
      return try HandOverWriter.carryOut(
        .messages, of: .informUsers, into: order.folder, group: order.group, on: file, at: moment
      ) { outgoing in
        outgoing.messages = order.terms
        let folder = try folder(outgoing, order.terms, on: file)
        outgoing.users = folder.people.map(\.id)
        return folder.people.isEmpty ? nil : files(folder, order.terms)
      }
    } catch let fault as MessageFault {
      return .notRead("message-\(fault.name)", ["name": fault.subject])
    }
  }

  /// A hand-over that was broken off, made again from the session; nil where its people or its texts are
  /// not as they were.
  static func prepared(
    _ outgoing: Outgoing, on file: SessionFile
  ) throws -> (Change, [OutgoingWriter.Output])? {
    guard let terms = outgoing.messages,
      let folder = try? folder(outgoing, terms, on: file),
      folder.people.map(\.id) == outgoing.users
    else { return nil }
    return HandOverWriter.prepared(outgoing, of: .informUsers, files(folder, terms))
  }

  /// The record has the files beside the messages, each of which is named after an address.
  private static func files(_ folder: MessageFolder, _ terms: MessageTerms) -> HandOverFiles {
    let users = folder.people.map(\.id)
    return HandOverFiles(
      folder.outputs, rows: users.count, isNamed: { !$0.hasPrefix(MessageFolder.folder) }
    ) { .informUsers(.handOver($0, users, terms)) }
  }

  private static func folder(
    _ outgoing: Outgoing, _ terms: MessageTerms, on file: SessionFile
  ) throws -> MessageFolder {
    try MessageFolder(
      try file.audience(
        of: terms.kind, group: outgoing.group.isEmpty ? nil : outgoing.group, today: outgoing.day),
      MessageWords(try file.summary().setup, day: terms.day), texts: try file.ownMessageTexts(),
      from: .init(typed: terms.sender, replyTo: terms.replyTo), try file.messageIdentity(),
      // Made again after a kill, the files are to be the same.
      at: MailDate(seconds: outgoing.day.number * 86_400))
  }
}
