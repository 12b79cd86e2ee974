/// What a migration asks before it begins, declared once for the form, plain mode and command line.
package enum SetupFields {
  /// The organisation's name; the only answer that has to be given.
  package static let organisation = Field(
    name: "organisation", example: "Brugman Ingenieurs", normalise: PersonRules.normaliseName
  ) { text in
    text.isEmpty ? [Field.Finding(key: "organisation-missing")] : line(text)
  }

  /// The portal's team as it stands there.
  package static let team = Field(
    name: "team", example: "harrypotter switch - 9231", normalise: PersonRules.normaliseName
  ) { text in
    text.isEmpty ? [Field.Finding(key: "team-missing", isError: false)] : line(text)
  }

  /// The first day of the new subscription; empty while it is not known.
  package static let startDate = Field(
    name: "start-date", kind: .day, example: "2027-01-01",
    normalise: { text in
      let text = PersonRules.normaliseName(text)
      return Day(text: text)?.iso ?? text
    }
  ) { text in
    if text.isEmpty { return [Field.Finding(key: "start-date-missing", isError: false)] }
    guard let day = Day(text: text) else {
      return [Field.Finding(key: "day-malformed", value: text)]
    }
    // Network licences could be switched from 2020 on; a two-digit slip shows itself here.
    guard (2020...2099).contains(day.parts.year) else {
      return [Field.Finding(key: "day-improbable", value: day.iso)]
    }
    return []
  }

  /// Whether the organisation has single-user licences already.
  package static let singleUserLicences = choice("single-user-licences", ["no", "yes"])

  /// How people get into the team, by the names of `Directory`.
  package static let directory = choice("directory", Directory.allCases.map(\.rawValue))

  /// What the person at the keyboard may do in the portal, by the names of `Role`.
  package static let role = choice("role", Role.allCases.map(\.rawValue))

  /// The language of the screens.
  package static let language = choice("language", ["nl", "en"])

  /// The helpdesk's name.
  package static let helpdeskName = Field(
    name: "helpdesk-name", example: HelpdeskCard.standard.name,
    normalise: PersonRules.normaliseName, check: line)

  /// The helpdesk's telephone number as people dial it.
  package static let helpdeskTelephone = Field(
    name: "helpdesk-telephone", kind: .telephone, example: HelpdeskCard.standard.telephone,
    normalise: PersonRules.normaliseName
  ) { text in
    if text.isEmpty { return [] }
    let isTelephone =
      text.utf8.allSatisfy { "0123456789+()-./ ".utf8.contains($0) }
      && text.utf8.count { $0 &- 0x30 < 10 } >= 3 && text.utf8.count <= 40
    return isTelephone ? [] : [Field.Finding(key: "telephone-malformed", value: text)]
  }

  /// The helpdesk's mail address; a shared mailbox is what it should be.
  package static let helpdeskAddress = Field(
    name: "helpdesk-address", kind: .address, example: HelpdeskCard.standard.address,
    normalise: PersonRules.normaliseAddress
  ) { text in
    if text.isEmpty { return [] }
    var copy = text
    guard let found = copy.withUTF8({ PersonRules.addressFinding($0) }), found.isRefusal
    else { return [] }
    return [Field.Finding(found, value: text)]
  }

  /// The fields in the order of the screen.
  package static let all = [
    organisation, team, startDate, singleUserLicences, directory, role, language, helpdeskName,
    helpdeskTelephone, helpdeskAddress,
  ]

  private static func choice(_ name: String, _ values: [String]) -> Field {
    Field(
      name: name, kind: .choice(values), example: values.first ?? "",
      normalise: { PersonRules.normaliseName($0).lowercased() }
    ) { text in
      values.contains(text) ? [] : [Field.Finding(key: "choice-unknown", value: text)]
    }
  }

  /// One line of text for screens, letters and file names.
  private static let line: @Sendable (String) -> [Field.Finding] = { text in
    var copy = text
    guard copy.utf8.count <= 400 else { return [Field.Finding(key: "text-too-long")] }
    let isUnseen = copy.withUTF8 { PersonRules.hasUnseenCharacter($0) }
    return isUnseen ? [Field.Finding(key: "text-with-control-character")] : []
  }
}
