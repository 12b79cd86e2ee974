/// What is asked about a document of the portal, since the document itself does not say it.
package enum EvidenceFields {
  /// The day that the document tells about.
  package static let day = Field(
    name: "export-day", kind: .day, example: "2027-01-08",
    normalise: { text in
      let text = PersonRules.normaliseName(text)
      return Day(text: text)?.iso ?? text
    }
  ) { text in
    guard let day = Day(text: text) else {
      return [Field.Finding(key: "day-malformed", value: text)]
    }
    return (2018...2099).contains(day.parts.year)
      ? [] : [Field.Finding(key: "day-improbable", value: day.iso)]
  }

  /// Whether the document is of the whole team: nothing was filtered in the portal.
  package static let whole = Field(
    name: "export-whole", kind: .choice(["no", "yes"]), example: "yes",
    normalise: PersonRules.normaliseName)

  /// All of them.
  package static let all = [day, whole]
}
