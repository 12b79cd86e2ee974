import ArgumentParser
import Documents
import Migration
import SessionFile

/// What messages are asked for on the command line.
struct MessageOptions: ParsableArguments {
  @Option(help: "For inform-users: which messages.")
  var kind: MessageKind?

  @Option(
    help: """
      For inform-users: the day on which products go over, such as 2027-01-18. Without it the start \
      date, or tomorrow where that is over.
      """)
  var day: String?

  @Option(help: "For inform-users: whom they are from, an address or 'Name <address>'.")
  var from: String?

  @Option(help: "For inform-users: where answers go.")
  var replyTo: String?
}

extension Export {
  /// The messages of a kind, to all or to a group; who is left out is told.
  static func ofInformUsers(
    _ file: SessionFile, _ group: String?, _ kind: MessageKind, _ options: MessageOptions
  ) throws -> Export {
    let setup = try file.summary().setup
    let tomorrow = WallClock.moment().day + 1
    let asked = options.day.flatMap { Day(text: $0) }
    let day = asked ?? setup?.startDate.map { kind == .switchOver ? max($0, tomorrow) : $0 }
    let folder = try MessageFolder(
      try file.audience(of: kind, group: group, today: WallClock.moment().day),
      MessageWords(setup, day: day), texts: try file.ownMessageTexts(),
      from: .init(typed: options.from ?? "", replyTo: options.replyTo ?? ""),
      try file.messageIdentity(), at: .now)
    tell(folder.leftOut)
    return Export(
      outputs: folder.outputs,
      isOfIt: { $0.hasPrefix(MessageFolder.folder) && $0.hasSuffix(".eml") },
      folders: ["", MessageFolder.folder])
  }

  /// Names the first who get no message, and counts the others.
  private static func tell(_ leftOut: [LeftOutPerson]) {
    let most = 20
    for person in leftOut.prefix(most) {
      Output.problem(
        "left-out-\(person.reason.rawValue)",
        ["name": person.name, "value": person.missing?.rawValue ?? ""])
    }
    if leftOut.count > most {
      Output.problem("left-out-more", ["count": String(leftOut.count - most)])
    }
  }
}

extension MessageKind: ExpressibleByArgument {
  /// The kind of that name.
  public init?(argument: String) { self.init(name: argument) }

  /// The names of all.
  public static var allValueStrings: [String] { allCases.map(\.name) }
}
