import Migration

/// The families of words of step 4.
extension WordFamily {
  static let informUsers = [
    WordFamily(
      "messages", "messages.message-",
      [
        MessageFault.unknownValue(""), .looseBrace(""), .noSubject, .noBody,
        .emptyValue(.day),
      ].map(\.name)),
    WordFamily(
      "command-line", "messages.left-out-", LeftOutPerson.Reason.allCases.map(\.rawValue)),
  ]
}
