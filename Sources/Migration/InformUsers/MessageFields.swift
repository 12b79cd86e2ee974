/// What is asked of messages, declared once for forms, plain mode and the command line.
package enum MessageFields {
  /// The subject.
  package static let subject = Field(
    name: "message-subject", normalise: PersonRules.normaliseName
  ) { text in
    text.isEmpty ? [Field.Finding(key: "subject-missing")] : []
  }

  /// The day that they tell; may be empty.
  package static let day = Field(
    name: "message-day", kind: .day, example: "2027-01-18",
    normalise: { text in
      let text = PersonRules.normaliseName(text)
      return Day(text: text)?.iso ?? text
    }
  ) { text in
    text.isEmpty || Day(text: text) != nil ? [] : [Field.Finding(key: "day-malformed", value: text)]
  }

  /// Whom they are from; may be empty.
  package static let sender = Field(
    name: "message-sender", example: "IT <it@example.com>", normalise: PersonRules.normaliseName
  ) { text in
    addressFindings(address(in: text))
  }

  /// Where answers go; may be empty.
  package static let replyTo = Field(
    name: "message-reply-to", kind: .address, example: "helpdesk@example.com",
    normalise: PersonRules.normaliseAddress, check: addressFindings)

  /// All of them.
  package static let all = [subject, day, sender, replyTo]

  private static func address(in text: String) -> String {
    guard text.last == ">", let open = text.lastIndex(of: "<") else { return text }
    return String(text[open...].dropFirst().dropLast())
  }

  @Sendable private static func addressFindings(_ text: String) -> [Field.Finding] {
    if text.isEmpty { return [] }
    var copy = text
    guard let found = copy.withUTF8({ PersonRules.addressFinding($0) }), found.isRefusal else {
      return []
    }
    return [Field.Finding(found, value: text)]
  }
}
