import Migration
import Widgets

@testable import Wizard

extension WordFamily {
  /// The words of step 5 whose keys code makes up.
  static let retireServers: [WordFamily] =
    [
      WordFamily("servers", "values.set-up-", ServerSetUp.allCases.map(\.name)),
      WordFamily("servers", "actions.", ["add", "new", "use", "ready"]),
      WordFamily(
        "network-use", "values.view-",
        ["still", "needs", "without-seat", "nobody", "now", "set-aside", "after-switch"]),
      WordFamily("network-use", "hints.row-next-", ["1", "2", "3", "4"]),
      WordFamily("network-use", "columns.mark-", ["1", "2", "3", "4"]),
      WordFamily(
        "ready-to-retire", "hints.condition-", RetireCondition.Kind.allCases.map(\.rawValue)),
      WordFamily(
        "ready-to-retire", "counts.",
        RetireCondition.Kind.allCases.flatMap { kind in
          [RetireCondition.Verdict.met, .open, .unknown].map { "\(kind.rawValue)-\($0.rawValue)" }
        }),
      WordFamily(
        "ready-to-retire", "values.verdict-", RetireCondition.Verdict.allCases.map(\.rawValue)),
      WordFamily(
        "ready-to-retire", "values.",
        RetireCondition.Reason.allCases.filter { $0 != .told }.map(\.rawValue)),
      WordFamily("ready-to-retire", "notes.ending-", ReadyToRetire.Ending.allCases.map(\.rawValue)),
      WordFamily("ready-to-retire", "actions.", ["prove", "clean-up", "servers"]),
      WordFamily("propose", "actions.", ["users", "seats", "computers"]),
      WordFamily("propose", "notes.", ["users", "seats", "computers"]),
      WordFamily("add-licences", "labels.tab-", Tabs.licences.names),
      WordFamily(
        "review-licences", "values.kind-", LicensingBatch.Source.allCases.map(\.rawValue)),
      WordFamily("clean-up", "values.", ["kept", "shared", "nameless"]),
      WordFamily("set-aside", "values.", ["render-node", "shared", "left"]),
      WordFamily("keep-server", "values.", ["perpetual", "token", "other-vendor"]),
      WordFamily(
        "retire-commands", "labels.purpose-", RetireCommands.Purpose.allCases.map(\.rawValue)),
      WordFamily(
        "retire-commands", "notes.source-", RetireCommands.Source.allCases.map(\.rawValue)),
      WordFamily("retire-commands", "values.system-", ["windows", "linux", "macos"]),
      WordFamily("retire-commands", "briefing.after-", ["windows", "linux", "macos"]),
      WordFamily(
        "prove-servers", "values.outcome-", DoorTrial.Outcome.allCases.map(\.rawValue)),
    ] + fields + steps

  private static let asked =
    ServerFields.all + [ServerFields.reason, ServerFields.typedName, ServerFields.mailDomain]

  private static let fields = [
    WordFamily("fields", "labels.", asked.map(\.name)),
    WordFamily("fields", "hints.", asked.map(\.name)),
    WordFamily(
      "fields", "errors.",
      [
        "server-host-missing", "server-host-malformed", "server-host-count", "port-malformed",
        "reason-missing", "mail-domain-missing",
      ]),
    WordFamily(
      "fields", "choices.",
      asked.flatMap { field -> [String] in
        guard case .choice(let values) = field.kind else { return [] }
        return values.map { "\(field.name)-\($0)" }
      }),
  ]

  private static let steps = ["actions.", "notes."].map { prefix in
    WordFamily("retire-servers", prefix, ["prepare", "use", "carry-out", "prove"])
  }
}
