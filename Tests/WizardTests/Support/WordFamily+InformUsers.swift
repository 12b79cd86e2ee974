import Migration

@testable import Wizard

/// The families of words of step 4.
extension WordFamily {
  static let informUsers = [
    WordFamily(
      "messages", "messages.message-",
      [
        MessageFault.unknownValue(""), .looseBrace(""), .noSubject, .noBody,
        .emptyValue(.day),
      ].map(\.name)),
    WordFamily("message-list", "values.kind-", MessageKind.allCases.map(\.name)),
    WordFamily("message-people", "values.", LeftOutPerson.Reason.allCases.map(\.rawValue)),
    WordFamily(
      "prove-messages", "values.",
      UserNotice.Standing.allCases.filter { $0 != .failed }.map(\.name)),
    WordFamily(
      "prove-messages", "values.reason-", Bounce.Reason.allCases.map(\.rawValue)),
    WordFamily("prove-messages", "values.part-", ProveMessages.Part.allCases.map(\.name)),
    WordFamily("letter-parts", "messages.", MessagePart.allCases.map(\.rawValue)),
    WordFamily(
      "command-line", "messages.left-out-", LeftOutPerson.Reason.allCases.map(\.rawValue)),
  ]
}
