/// What is asked of a licence server, declared once for the form, plain mode and the command line.
package enum ServerFields {
  /// The computers' names, three for a redundant set, with a blank or comma between them.
  package static let hosts = Field(
    name: "server-hosts", example: "lic01.example.com", normalise: PersonRules.normaliseName
  ) { text in
    let names = [String](fieldText: text) ?? []
    if names.isEmpty { return [Field.Finding(key: "server-host-missing")] }
    if let wrong = names.first(where: { !HostName.isPlain($0) }) {
      return [Field.Finding(key: "server-host-malformed", value: wrong)]
    }
    return names.count == 2 || names.count > 3
      ? [Field.Finding(key: "server-host-count", isError: false)] : []
  }

  /// The port of `lmgrd`.
  package static let lmgrdPort = port("lmgrd-port", example: "27000")
  /// The port of the vendor daemon.
  package static let vendorPort = port("vendor-port", example: "2080")
  /// The system that it runs on.
  package static let system = choice("server-system", ServerSystem.allCases.map(\.name))
  /// How it works together with others.
  package static let setUp = choice("server-set-up", ServerSetUp.allCases.map(\.name))
  /// The name of its service.
  package static let serviceName = line("service-name", example: "Autodesk NLM")
  /// The licence file on the server.
  package static let licenceFile = line("licence-file", example: "C:\\Autodesk\\licence.lic")
  /// The debug log on the server.
  package static let logFile = line("log-file", example: "C:\\Autodesk\\debug.log")
  /// Vendor daemons of others.
  package static let otherDaemons = line("other-daemons", example: "mapinfo")

  /// Why something is kept or set aside.
  package static let reason = Field(
    name: "reason", example: "", normalise: PersonRules.normaliseName
  ) { text in
    text.isEmpty ? [Field.Finding(key: "reason-missing")] : lineFindings(text)
  }

  /// The server's name, typed to confirm.
  package static let typedName = Field(
    name: "typed-name", normalise: PersonRules.normaliseName)

  /// Behind the `@` of addresses that are proposed.
  package static let mailDomain = Field(
    name: "mail-domain", example: "example.com",
    normalise: { text in
      let text = PersonRules.normaliseName(text).lowercased()
      return text.hasPrefix("@") ? String(text.dropFirst()) : text
    }
  ) { text in
    if text.isEmpty { return [Field.Finding(key: "mail-domain-missing")] }
    return HostName.isPlain(text) && text.contains(".")
      ? [] : [Field.Finding(key: "server-host-malformed", value: text)]
  }

  /// The fields in the order of the form.
  package static let all = [
    hosts, lmgrdPort, vendorPort, system, setUp, serviceName, licenceFile, logFile, otherDaemons,
  ]

  private static func port(_ name: String, example: String) -> Field {
    Field(name: name, example: example, normalise: PersonRules.normaliseName) { text in
      if text.isEmpty { return [] }
      let isPort = Int(text).map { (1...65_535).contains($0) } ?? false
      return isPort ? [] : [Field.Finding(key: "port-malformed", value: text)]
    }
  }

  private static func choice(_ name: String, _ values: [String]) -> Field {
    Field(name: name, kind: .choice(values), normalise: { $0 }) { text in
      values.contains(text) ? [] : [Field.Finding(key: "choice-unknown", value: text)]
    }
  }

  private static func line(_ name: String, example: String) -> Field {
    Field(
      name: name, example: example, normalise: PersonRules.normaliseName, check: lineFindings)
  }

  private static func lineFindings(_ text: String) -> [Field.Finding] {
    if text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
    {
      return [Field.Finding(key: "text-with-control-character")]
    }
    return text.utf8.count > 500 ? [Field.Finding(key: "text-too-long")] : []
  }
}

extension ServerSystem: FieldValue {
  /// What a text in a field means.
  package init?(fieldText: String) {
    guard let system = Self.allCases.first(where: { $0.name == fieldText }) else { return nil }
    self = system
  }
  /// As it stands in a field.
  package var fieldText: String { name }
}

extension ServerSetUp: FieldValue {
  /// What a text in a field means.
  package init?(fieldText: String) {
    guard let setUp = Self.allCases.first(where: { $0.name == fieldText }) else { return nil }
    self = setUp
  }
  /// As it stands in a field.
  package var fieldText: String { name }
}
