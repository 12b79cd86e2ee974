import Documents
import Migration
import SessionFile
import Wizard

extension EffectRunner {
  /// Carries out what the pages of step 4 ask.
  func run(_ effect: InformUsersEffect, at moment: Moment) -> Answer? {
    switch effect {
    case .readTexts: withFile { .informUsers(.texts(try $0.ownMessageTexts())) }
    case .readAudience(let kind, let group):
      withFile {
        .informUsers(
          .audience(try $0.audience(of: kind, group: group, today: moment.day), group: group))
      }
    case .readInformed: withFile { .informUsers(.informed(try $0.informedPeople())) }
    case .preview(let kind, let user, let day):
      withFile { try Self.preview(kind, user, day, $0).map { .informUsers(.preview($0)) } }
    case .readTerms(let number):
      withFile { file in
        try file.messageTerms(number).map { .informUsers(.terms(number, $0)) }
      }
    case .readBounces(let path): readBounces(AdminPath.fromStart(path), at: moment)
    case .handOver(let order):
      withFile { try MessageHandOverWriter.carryOut(order, on: $0, at: moment) }
    }
  }

  /// Keeps which messages came back, out of a file, a Maildir or any folder of mails.
  private func readBounces(_ path: String, at moment: Moment) -> Answer? {
    var reader = BounceReader()
    do {
      let files = FileAccess.isFolder(path) ? FileAccess.files(in: path) : [path]
      for file in files { reader.read(try FileAccess.read(file)) }
    } catch {
      return .notRead(
        error.unreadKey, ["path": AdminPath.shown(error.path), "reason": error.words])
    }
    guard !reader.bounces.isEmpty else {
      return .notRead("no-bounces", ["count": String(reader.mails)])
    }
    return make(.informUsers(.takeBounces(reader.bounces)), at: moment) { _ in true }
  }

  /// A message as a person gets it, whether it goes there or not; nil for nobody.
  private static func preview(
    _ kind: MessageKind, _ user: UserID, _ day: Day?, _ file: SessionFile
  ) throws -> MessagePreview? {
    guard let person = try file.messagePerson(user, kind) else { return nil }
    let words = MessageWords(try file.summary().setup, day: day)
    let language = words.language(of: person.details)
    let own = try file.ownMessageTexts().first { $0.kind == kind && $0.language == language }
    var preview = MessagePreview(kind: kind, person: person)
    do throws(MessageFault) {
      let layout = try words.layout(own?.text ?? words.text(kind, language), language)
      let values = words.values(of: person, language)
      preview.fault = layout.missing(in: values).map { .emptyValue($0) }
      preview.subject = layout.subject(values)
      preview.text = String(decoding: layout.text(values), as: UTF8.self)
      preview.html = String(decoding: layout.html(values), as: UTF8.self)
    } catch {
      preview.fault = error
    }
    return preview
  }
}
