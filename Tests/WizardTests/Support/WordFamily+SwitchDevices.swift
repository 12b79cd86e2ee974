import Documents
import Migration

@testable import Wizard

/// The families of words of step 3.
extension WordFamily {
  static let switchDevices = [
    WordFamily("computers", "values.part-", InstallationPart.allCases.map(\.name)),
    WordFamily("review-devices", "values.kind-", DeviceSource.allCases.map(\.name)),
    WordFamily(
      "computers", "values.source-", InstallationDetails.Source.allCases.map(\.name)),
    WordFamily("command-line", "values.", ["computers", "failed", "ahead", "unread"]),
    WordFamily(
      "command-line", "messages.not-in-script-",
      SwitchScripts.Refused.Part.allCases.map(\.rawValue)),
  ]
}
