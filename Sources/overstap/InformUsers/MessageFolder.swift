import Documents
import Glibc
import Migration
import Wizard

/// The folder of messages of a kind: a file a person, all of them as one mailbox, the list for a mail
/// merge, and pages for everybody.
struct MessageFolder {
  /// The files; none where nobody gets a message.
  private(set) var outputs: [OutgoingWriter.Output] = []
  /// Who gets a message, in order.
  private(set) var people: [MessagePerson] = []
  /// Who gets none, and why.
  private(set) var leftOut: [LeftOutPerson]

  /// Makes the files for an audience; throws what is wrong with a text before anything is written.
  init(
    _ audience: MessageAudience, _ words: MessageWords, texts: [OwnMessageText],
    from sender: MailMessage.Sender, _ identity: MessageIdentity, at date: MailDate
  ) throws(MessageFault) {
    leftOut = audience.leftOut
    var layouts: [String: MessageLayout] = [:]
    for language in words.languages {
      let own = texts.first { $0.kind == audience.kind && $0.language == language }?.text
      let text = own ?? words.text(audience.kind, language)
      layouts[language] = try words.layout(text, language)
    }
    var mailbox = MailboxWriter()
    var list = MailMergeFile()
    var names: Set<String> = []
    for person in audience.people {
      let language = words.language(of: person.details)
      guard let layout = layouts[language] else { continue }
      let values = words.values(of: person, language)
      if let missing = layout.missing(in: values) {
        leftOut.append(
          LeftOutPerson(
            id: person.id, name: person.details.fullName, reason: .noValue, missing: missing))
        continue
      }
      let message = MailMessage(
        person, layout, values, id: identity.messageID(audience.kind, person.id))
      let bytes = message.bytes(from: sender, at: date)
      outputs.append(.init(name: Self.name(person.details.address, &names), bytes: bytes))
      mailbox.add(bytes, at: date)
      list.add(subject: message.subject, language: language, values)
      people.append(person)
    }
    guard !people.isEmpty else { return }
    outputs.append(.init(name: "messages.mbox", bytes: mailbox.bytes))
    outputs.append(.init(name: "mail-merge.csv", bytes: list.bytes))
    for language in words.languages {
      for name in ["intranet", "helpdesk-page"] {
        let page = try words.page(name, language)
        let title = Array("\(page.subject)\n\n".utf8)
        outputs.append(.init(name: "\(name).\(language).txt", bytes: title + page.text))
        outputs.append(.init(name: "\(name).\(language).html", bytes: page.html))
      }
    }
  }

  /// Where messages lie.
  static let folder = "messages/"

  /// A file's name for an address: of plain characters, and no two alike.
  private static func name(_ address: String, _ taken: inout Set<String>) -> String {
    var plain = ""
    for scalar in address.lowercased().unicodeScalars.prefix(120) {
      let isPlain =
        ("a"..."z") ~= scalar || ("0"..."9") ~= scalar
        || "@.+-_".unicodeScalars.contains(scalar)
      plain.unicodeScalars.append(isPlain ? scalar : "_")
    }
    if plain.hasPrefix(".") { plain = "_" + plain }
    var name = plain
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(plain)-\(number)"
      number += 1
    }
    return "\(folder)\(name).eml"
  }
}

extension MailMessage {
  /// What a person is sent.
  init(_ person: MessagePerson, _ layout: MessageLayout, _ values: MessageValues, id: String) {
    self.init(
      name: person.details.fullName, address: person.details.address,
      subject: layout.subject(values), text: layout.text(values), html: layout.html(values), id: id)
  }
}

extension MailMessage.Sender {
  /// A sender as it is typed: an address, or a name and the address in angle brackets.
  init(typed: String, replyTo: String = "") {
    if let open = typed.lastIndex(of: "<"), typed.last == ">" {
      let name = typed[..<open].drop { $0 == " " }
      let blanks = name.reversed().prefix { $0 == " " }.count
      self.init(
        name: String(name.dropLast(blanks)), address: String(typed[open...].dropFirst().dropLast()),
        replyTo: replyTo)
    } else {
      self.init(address: typed, replyTo: replyTo)
    }
  }
}

extension MailDate {
  /// Now.
  static var now: MailDate { MailDate(seconds: time(nil)) }
}
