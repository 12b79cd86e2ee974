/// What is asked about a hand-over.
package enum HandOverFields {
  /// How many users the portal found in the file; may stay empty.
  package static let found = Field(
    name: "found", example: "72", normalise: PersonRules.normaliseName
  ) { text in
    if text.isEmpty { return [] }
    let isNumber = text.utf8.count <= 6 && text.utf8.allSatisfy { $0 &- 0x30 < 10 }
    return isNumber ? [] : [Field.Finding(key: "number-malformed", value: text)]
  }

  /// The address of the primary admin, to whom a system administrator sends the files.
  package static let primaryAdmin = Field(
    name: "primary-admin", kind: .address, privacy: .personal, example: "office@example.com",
    normalise: PersonRules.normaliseAddress
  ) { text in
    if text.isEmpty { return [Field.Finding(.addressMissing)] }
    var copy = text
    guard let found = copy.withUTF8({ PersonRules.addressFinding($0) }), found.isRefusal else {
      return []
    }
    return [Field.Finding(found, value: text)]
  }

  /// All of them.
  package static let all = [found, primaryAdmin]
}
