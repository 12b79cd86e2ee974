import Documents
import Migration

@testable import Wizard

/// The families of words of step 3.
extension WordFamily {
  static let switchDevices = [
    WordFamily("computers", "values.part-", ComputerPart.allCases.map(\.name)),
    WordFamily("computers", "notes.warning-", ComputerWarning.allCases.map(\.rawValue)),
    WordFamily("computers", "labels.tab-", Tabs.devices.names),
    WordFamily("hand-over-devices", "values.way-", SwitchWay.allCases.map(\.name)),
    WordFamily("device-hand-over", "values.way-", SwitchWay.allCases.map(\.name)),
    WordFamily("prove-devices", "labels.", ProveDevices.tabs.map(\.name)),
    WordFamily("prove-devices", "notes.none-", ProveDevices.tabs.map(\.name)),
    WordFamily("computer-page", "hints.mend-", ComputerWarning.allCases.map(\.rawValue)),
    WordFamily("computer-page", "notes.warning-", ComputerWarning.allCases.map(\.rawValue)),
    WordFamily(
      "computer-page", "actions.mend-", ComputerWarning.allCases.map(\.rawValue) + ["who"]),
    WordFamily("installations", "values.part-", InstallationPart.allCases.map(\.name)),
    WordFamily("installations", "notes.reason-", SwitchReason.allCases.map(\.rawValue)),
    WordFamily("installations", "values.method-", InstallationMethod.allCases.map(\.name)),
    WordFamily("fields", "labels.", asked.map(\.name)),
    WordFamily("fields", "hints.", asked.map(\.name)),
    WordFamily("fields", "errors.", ["computer-missing", "computer-malformed", "results-missing"]),
    WordFamily("fields", "choices.computer-system-", ComputerSystem.allCases.map(\.name)),
    WordFamily("review-devices", "values.kind-", DeviceSource.allCases.map(\.name)),
    WordFamily(
      "installations", "values.source-", InstallationDetails.Source.allCases.map(\.name)),
    WordFamily("command-line", "values.", ["computers", "failed", "ahead", "unread"]),
    WordFamily(
      "command-line", "messages.not-in-script-",
      SwitchScripts.Refused.Part.allCases.map(\.rawValue)),
  ]

  private static let asked =
    ComputerFields.all + [ComputerFields.results, ComputerFields.resultsHere]
}
