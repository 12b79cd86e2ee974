import Documents
import Migration
import SessionFile
import Wizard

/// Hand-overs of messages: a file a person, one mailbox, the list for a mail merge; and the record of them.
enum MessageHandOverWriter {
  static func carryOut(
    _ order: MessageHandOverOrder, on file: SessionFile, at moment: Moment
  ) throws -> Answer {
    if let told = OutgoingWriter.answer(on: file, at: moment) { return told }
    let number = (try file.summary().handOvers.map(\.number).max() ?? 0) + 1
    var outgoing = Outgoing(
      .messages, folder: AdminPath.system(order.folder) + "/overstap-hand-over-\(number)",
      makesFolder: true, day: moment.day)
    outgoing.handOver = number
    outgoing.group = order.group ?? ""
    outgoing.messages = order.terms
    do {
      let folder = try folder(outgoing, order.terms, on: file)
      guard !folder.people.isEmpty else { return .notRead("hand-over-empty", [:]) }
      outgoing.users = folder.people.map(\.id)
      let written = try OutgoingWriter.carryOut(outgoing, folder.outputs, on: file, at: moment) {
        .informUsers(.handOver(handOver($0, folder.outputs), $0.users, order.terms))
      }
      return .handedOver(handOver(written, folder.outputs), try file.summary())
    } catch let fault as MessageFault {
      return .notRead("message-\(fault.name)", ["name": fault.subject])
    } catch let failure as FileFailure {
      return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
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
    return (
      .informUsers(.handOver(handOver(outgoing, folder.outputs), outgoing.users, terms)),
      folder.outputs
    )
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

  /// The record; its files are the ones beside the messages, each of which is named after an address.
  private static func handOver(
    _ outgoing: Outgoing, _ outputs: [OutgoingWriter.Output]
  ) -> HandOver {
    HandOver(
      number: outgoing.handOver ?? 0, step: .informUsers, writtenOn: outgoing.day,
      group: outgoing.group, rowCount: outgoing.users.count,
      files: outgoing.files.filter { !$0.name.hasPrefix(MessageFolder.folder) }
        .map { AdminPath.shown("\(outgoing.folder)/\($0.name)") },
      digest: Digest.of(outputs.map(\.bytes)))
  }
}
