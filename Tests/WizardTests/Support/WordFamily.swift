import Documents
import Migration
import SessionFile
import Widgets

@testable import Wizard
@testable import overstap

/// Words whose keys code makes up from a fixed part and a value of some type.
struct WordFamily {
  /// The file of the words.
  let screen: String
  /// The fixed part in front.
  let prefix: String
  /// The values.
  let values: [String]
  /// Whether there has to be a word for each value.
  let isWhole: Bool

  init(_ screen: String, _ prefix: String, _ values: [String], isWhole: Bool = true) {
    self.screen = screen
    self.prefix = prefix
    self.values = values
    self.isWhole = isWhole
  }

  var keys: [String] { values.map { prefix + $0 } }

  /// Fixed parts of which other tests know the values: hints are looked at on the screens, messages
  /// and errors by the names in the code.
  static let otherPrefixes: Set<String> = ["hints.", "messages."]

  static let all: [WordFamily] =
    common + report + fields + commands + changes + steps + review + seats + switchDevices
    + informUsers + retireServers

  private static let changeNames = Change.Name.allCases.map(\.text)

  private static let report = [
    WordFamily("close-step", "values.", ["no-proof", "elsewhere", "not-needed"]),
    WordFamily("close-step", "actions.", ["reopen"]),
    WordFamily("report", "labels.part-", reported.map(\.rawValue) + ["evidence", "journal"]),
    WordFamily(
      "report", "columns.",
      Set(
        reported.flatMap { $0.table.reported.map(ReportReader.key) } + [
          "step", "total", "stated", "proven", "kind", "file", "day", "team", "whole", "people",
          "moment", "what", "subject", "stage",
        ]
      ).sorted()),
    WordFamily(
      "report", "values.",
      Set(
        Standing.allCases.map(\.name) + [Invitation.pending.name, Invitation.accepted.name]
          + SeatProof.allCases.map(\.name) + InstallationMethod.allCases.map(\.name)
          + Evidence.Kind.allCases.map(\.rawValue) + MessageKind.allCases.map(\.name) + [
            "written", "stated", "withdrawn", "done", "undone", "lapsed", "settled", "yes", "no",
            "organisation", "team", "hidden", "open", "open-for", "begun", "informed", "none",
          ]
      ).sorted()),
  ]

  private static let reported = ListPart.allCases.filter { !$0.table.reported.isEmpty }

  private static let common = [
    WordFamily(
      "command-line", "values.",
      [
        "added", "updated", "unchanged", "different", "left", "doubtful", "refused", "duplicates",
        "people", "proven", "ended", "other-team",
        "taken-back", "pending", "accepted", "strangers", "absent", "masked",
      ] + seatFigures),
    WordFamily("messages", "messages.journal-", StrayJournal.Cause.allCases.map(\.rawValue)),
    WordFamily("messages", "messages.unfinished-", UnfinishedFiles.End.allCases.map(\.name)),
    WordFamily("sessions", "hints.journal-", StrayJournal.Way.allCases.map(\.rawValue)),
    WordFamily("sessions", "actions.journal-", StrayJournal.Way.allCases.map(\.rawValue)),
    WordFamily("command-line", "messages.journal-", StrayJournal.Way.allCases.map(\.rawValue)),
    // Source: errno-base.h and errno.h of Linux.
    WordFamily(
      "messages", "values.errno-",
      [0, 1, 2, 5, 12, 13, 16, 17, 20, 21, 23, 24, 27, 28, 30, 36, 40, 117, 122].map { String($0) }),
    WordFamily("common", "values.invitation-", Invitation.allCases.map(\.name)),
    WordFamily("common", "values.weekday-", (1...7).map(String.init)),
    WordFamily("common", "values.month-", (1...12).map(String.init)),
    WordFamily("common", "values.month-short-", (1...12).map(String.init)),
    WordFamily("common", "values.source-", UserSource.allCases.map(\.name)),
    WordFamily("common", "values.", Standing.allCases.map(\.name)),
    WordFamily("common", "labels.step-", Step.allCases.map(\.id)),
    WordFamily("common", "labels.step-long-", Step.allCases.map(\.id)),
    WordFamily("common", "labels.briefing-", ["where", "who", "when", "what", "more"]),
    WordFamily("common", "messages.gate-", Gate.Reason.allCases.map(\.rawValue)),
    WordFamily("messages", "messages.", Offer.Reason.allCases.map(\.rawValue)),
    WordFamily("work", "labels.", LongWork.Kind.allCases.map(\.name)),
    WordFamily("messages", "messages.", ChangeRefusal.Kind.allCases.map(\.text)),
    WordFamily("messages", "messages.file-is-", FileOfNoUse.allCases.map(\.rawValue)),
  ]

  private static let allFields =
    PersonFields.all + SetupFields.all + ProductFields.all + EvidenceFields.all
    + HandOverFields.all + MessageFields.all

  private static let fields = [
    WordFamily(
      "fields", "labels.",
      allFields.map(\.name)
        + PeopleColumn.allCases.filter { $0 != .ignored }.map(\.rawValue)),
    WordFamily("fields", "hints.", allFields.map(\.name)),
    WordFamily("fields", "choices.short-", PersonFinding.allCases.map(\.name)),
    WordFamily("fields", "errors.", PersonFinding.allCases.map(\.name) + setupFindings),
    WordFamily(
      "fields", "choices.",
      allFields.flatMap { field -> [String] in
        guard case .choice(let values) = field.kind else { return [] }
        return values.map { "\(field.name)-\($0.isEmpty ? "own" : $0)" }
      }),
  ]

  /// What the fields of the first screen find, each found once for real.
  private static let setupFindings: [String] = {
    let typed = ["", "x", "31-2-2027", "1-1-1990", "a\u{7}b", String(repeating: "x", count: 500)]
    var keys: Set<String> = []
    for field in SetupFields.all + ProductFields.all + EvidenceFields.all + HandOverFields.all
      + MessageFields.all
    {
      for text in typed + ["0"] {
        keys.formUnion((field.check(field.normalise(text)) + field.check(text)).map(\.key))
      }
    }
    return keys.sorted()
  }()

  private static let commands = [
    WordFamily("keys", "labels.", Command.all.map(\.id.name)),
    WordFamily("keys", "help.", Command.all.map(\.id.name)),
  ]

  private static let changes =
    ["done", "undone", "redone"].map { stage in
      WordFamily("messages", "messages.\(stage)-", changeNames)
    } + [WordFamily("journal", "counts.", changeNames)]

  private static let steps =
    Step.allCases.filter { $0 != .retireServers }.flatMap { step in
      let pages =
        switch step {
        case .createUsers, .assignProducts: ["prepare", "carry-out", "prove"]
        case .switchDevices: ["computers", "carry-out", "prove"]
        case .informUsers: ["prepare", "carry-out", "prove"]
        case .retireServers: ["pages"]
        }
      return [
        WordFamily(step.id, "actions.", pages), WordFamily(step.id, "notes.", pages),
      ]
    }
    + Step.allCases.map { step in
      WordFamily(step.id, "briefing.", ["where", "who", "when", "what", "more"])
    } + [
      WordFamily("create-users", "briefing.", ["what-sync"]),
      WordFamily("create-users", "notes.", ["carry-out-sync"]),
      WordFamily("overview", "counts.", ToDo.Kind.allCases.map(\.rawValue)),
      WordFamily("overview", "actions.", ToDo.Kind.allCases.map(\.rawValue)),
      WordFamily("overview", "hints.step-", Step.allCases.map(\.id)),
    ]

  private static let review = [
    WordFamily("review-users", "labels.kind-", Review.Kind.allCases.map(\.name)),
    WordFamily("review-users", "values.delimiter-", ["comma", "semicolon", "tab", "stroke"]),
    WordFamily("invite-single", "labels.tab-", Tabs.invite.names),
    WordFamily(
      "prove-users", "counts.calendar-",
      [ToDo.Kind.resendInvitations, .inviteAnew, .staleExport].map(\.rawValue)),
    WordFamily("review-users", "values.form-", PastedPeople.Form.allCases.map(\.name)),
    WordFamily("review-row", "notes.form-", PastedPeople.Form.allCases.map(\.name)),
    WordFamily(
      "read-list", "values.encoding-",
      [TextEncoding.utf8, .windows1252, .macRoman, .utf16LittleEndian, .utf16BigEndian].map(
        \.rawValue)),
    WordFamily("prove-users", "labels.", ProveUsers.Tab.allCases.map(\.name)),
    WordFamily("prove-users", "values.", Evidence.Kind.allCases.map(\.rawValue)),
    WordFamily("review-evidence", "values.", Evidence.Kind.allCases.map(\.rawValue)),
    WordFamily("review-evidence", "notes.", ["no-absence", "usage-report"]),
    WordFamily(
      "review-users", "labels.", ["same-as-line", "other-name-on-line", "instead-of-line"]),
  ]
}
