/// What is asked of a computer, declared once for the form, plain mode and the command line.
package enum ComputerFields {
  /// Its name.
  package static let name = Field(
    name: "computer-name", privacy: .personal, example: "WS-0142",
    normalise: PersonRules.normaliseName
  ) { text in
    if text.isEmpty { return [Field.Finding(key: "computer-missing")] }
    return HostName.isPlain(text) ? [] : [Field.Finding(key: "computer-malformed", value: text)]
  }

  /// What runs on it.
  package static let system = Field(
    name: "computer-system", kind: .choice(ComputerSystem.allCases.map(\.name)), normalise: { $0 })

  /// Pilot, wave or office; may be empty.
  package static let group = Field(
    name: "computer-group", example: "Pilot", normalise: PersonRules.normaliseName,
    check: PersonFields.group.check)

  /// The login names or addresses of who works at it, with commas between them; may be empty.
  package static let people = Field(
    name: "computer-people", privacy: .personal, example: "wmeer, jdeboer",
    normalise: { Logins(fieldText: $0).fieldText }
  ) { text in
    Logins(fieldText: text).all.flatMap { PersonFields.group.check($0) }
  }

  /// The folder or share to which each computer brings its result; may be empty.
  package static let results = Field(
    name: "results-folder", example: "\\\\server\\share\\results",
    normalise: PersonRules.normaliseName, check: PersonFields.group.check)

  /// The folder, archive or file in which results are on this machine.
  package static let resultsHere = Field(
    name: "results", example: "/srv/overstap/results", normalise: PersonRules.normaliseName
  ) { text in
    text.isEmpty ? [Field.Finding(key: "results-missing")] : PersonFields.group.check(text)
  }

  /// The fields in the order of the form.
  package static let all = [name, system, group, people]
}

extension ComputerSystem: FieldValue {
  /// What a text in a field means; nil for the name of none.
  package init?(fieldText: String) {
    guard let system = Self.allCases.first(where: { $0.name == fieldText }) else { return nil }
    self = system
  }

  /// As it stands in a field.
  package var fieldText: String { name }
}

/// Who works at a computer, as one field has them.
package struct Logins: FieldValue {
  /// The login names and addresses.
  package var all: [String]

  /// Makes them.
  package init(_ all: [String]) { self.all = all }

  /// What a text in a field means. Only commas and semicolons part them: a login may have a blank.
  package init(fieldText: String) {
    all = fieldText.split { $0 == "," || $0 == ";" }.map { PersonRules.normaliseName(String($0)) }
      .filter { !$0.isEmpty }
  }

  /// As they stand in a field.
  package var fieldText: String { all.joined(separator: ", ") }
}

extension ComputerDetails {
  /// Its people as one field has them.
  package var logins: Logins {
    get { Logins(people) }
    set { people = newValue.all }
  }
}
