import Documents
import Migration
import ScreenTexts
import Wizard

/// The texts of the messages in every language, and what they say of the organisation and of a person.
struct MessageWords {
  /// One language: its words, and what is the same for everybody.
  private struct Spoken {
    var parts: Words
    var words: Words
    var shared: MessageValues
  }

  private let catalogue: TextCatalogue
  private var spoken: [String: Spoken] = [:]
  /// The language of people of whom none is known.
  let usual: String

  /// The words for an organisation; `day` is when products go over, or the new licences begin.
  init(
    _ setup: Setup?, day: Day?, catalogue: TextCatalogue = EmbeddedScreens.catalogue
  ) {
    self.catalogue = catalogue
    let codes = catalogue.languages.map(\.code)
    let own = setup?.language ?? ""
    usual = codes.contains(own) ? own : catalogue.fallback.code
    for language in catalogue.languages {
      let parts = Words(catalogue.texts(in: language), screen: "letter-parts")
      spoken[language.code] = Spoken(
        parts: parts, words: parts, shared: Self.shared(setup, day, parts))
    }
  }

  /// The languages that messages are written in, by code.
  var languages: [String] { catalogue.languages.map(\.code) }

  /// The language in which somebody is written to.
  func language(of details: UserDetails) -> String {
    spoken[details.language] == nil ? usual : details.language
  }

  private static func shared(_ setup: Setup?, _ day: Day?, _ words: Words) -> MessageValues {
    var values = MessageValues()
    let helpdesk = setup?.helpdesk ?? .standard
    values.set(.organisation, setup?.organisation ?? "")
    values.set(.day, day.map { words.fullDay($0) } ?? "")
    values.set(.until, setup?.networkRightsEnd.map { words.fullDay($0) } ?? "")
    let card = [helpdesk.name, helpdesk.telephone, helpdesk.address].filter { !$0.isEmpty }
    values.set(.helpdesk, card.joined(separator: " · "))
    values.set(.telephone, helpdesk.telephone)
    return values
  }

  // MARK: Texts

  /// The text of a kind of message as the program has it.
  func text(_ kind: MessageKind, _ language: String) -> MessageText {
    letter(kind.name, language)
  }

  private func letter(_ name: String, _ language: String) -> MessageText {
    guard let words = spoken[language]?.words.of(name) else {
      return MessageText(subject: "", body: "")
    }
    return MessageText(subject: words("title"), body: words("messages.text"))
  }

  /// A text laid out, with what everybody is told looked up; throws what is wrong with it.
  func layout(
    _ text: MessageText, _ language: String
  ) throws(MessageFault) -> MessageLayout {
    let parts = spoken[language]?.parts
    let template = try MessageTemplate(
      text,
      parts: Dictionary(
        uniqueKeysWithValues: MessagePart.allCases.map { part in
          (part.rawValue, parts?("messages.\(part.rawValue)") ?? "")
        }))
    let layout = MessageLayout(template, language: language)
    let shared = spoken[language]?.shared ?? MessageValues()
    if let missing = layout.values.first(where: { $0.isShared && shared[$0].isEmpty }) {
      throw .emptyValue(missing)
    }
    return layout
  }

  // MARK: Values

  /// What a message says to a person.
  func values(of person: MessagePerson, _ language: String) -> MessageValues {
    guard let spoken = spoken[language] else { return MessageValues() }
    var values = spoken.shared
    values.set(.firstName, person.details.firstName)
    values.set(.lastName, person.details.lastName)
    values.set(.name, person.details.fullName)
    values.set(.address, person.details.address)
    values.set(.products, Self.list(person.products, spoken.parts))
    let key =
      switch person.computers.count {
      case 0: "values.any-computer"
      case 1: "values.one-computer"
      default: "values.some-computers"
      }
    values.set(
      .computer, spoken.parts(key, ["computer": Self.list(person.computers, spoken.parts)]))
    return values
  }

  private static func list(_ names: [String], _ words: Words) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + words("values.and") + last
  }

  /// A page for everybody, such as the intranet's: nobody is meant in particular.
  func page(
    _ name: String, _ language: String
  ) throws(MessageFault) -> (subject: String, text: [UInt8], html: [UInt8]) {
    let layout = try layout(letter(name, language), language)
    var values = spoken[language]?.shared ?? MessageValues()
    if let parts = spoken[language]?.parts {
      values.set(.firstName, parts("values.own-first-name"))
      values.set(.name, parts("values.own-first-name"))
      values.set(.address, parts("values.own-address"))
      values.set(.products, parts("values.own-products"))
      values.set(.computer, parts("values.any-computer"))
    }
    return (layout.subject(values), layout.text(values), layout.html(values))
  }
}
