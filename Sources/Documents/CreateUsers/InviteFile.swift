import Migration

/// What the portal takes for inviting people: its import file, and the text of Invite Multiple.
///
/// The same three columns serve By User, By Product and By Group. Source: Autodesk's help page on
/// adding users (first name, last name, address; 5,000 users a file) and the portal's own dialog (a
/// comma separated file whose first line is passed over, so that it has a header).
package enum InviteFile {
  /// The most people in one file of the portal.
  package static let mostRows = 5_000

  /// A file to write: its name, its bytes, and how many people are in it.
  package struct Output: Hashable, Sendable {
    /// The name without a folder.
    package var name: String
    /// What to write.
    package var bytes: [UInt8]
    /// People in it.
    package var rows: Int
  }

  /// Why no file is made: a value that must not leave.
  package enum Refusal: Error, Hashable, Sendable {
    /// A spreadsheet would run the value as a formula; the person's place from 0, the field's name.
    case likeFormula(person: Int, field: String)
    /// The value steers a terminal, a line or the direction of writing.
    case unseenCharacter(person: Int, field: String)
  }

  /// The import files: `01-invite-1.csv`, `01-invite-2.csv`, ... of at most `mostRows` people each.
  ///
  /// UTF-8 without a mark, header, commas, RFC 4180, CRLF; every value as it is kept, none changed.
  /// `base` is the name without number and extension. O(bytes).
  package static func files(
    _ people: some Sequence<UserDetails>, base: String = "01-invite"
  ) throws(Refusal) -> [Output] {
    var files: [Output] = []
    var writer = DelimitedWriter()
    var rows = 0
    func close() {
      guard rows > 0 else { return }
      files.append(
        Output(name: "\(base)-\(files.count + 1).csv", bytes: writer.bytes, rows: rows))
    }
    for (place, person) in people.enumerated() {
      if rows % mostRows == 0 {
        close()
        writer = DelimitedWriter()
        for name in ["First name", "Last name", "Email address"] { writer.add(name.utf8) }
        writer.endRow()
        rows = 0
      }
      try check(person, place)
      writer.add(person.firstName.utf8)
      writer.add(person.lastName.utf8)
      writer.add(person.address.utf8)
      writer.endRow()
      rows += 1
    }
    close()
    return files
  }

  /// Whether a file is called as one of `files`.
  package static func isName(_ name: String, base: String = "01-invite") -> Bool {
    guard name.hasPrefix(base + "-"), name.hasSuffix(".csv") else { return false }
    let number = name.dropFirst(base.count + 1).dropLast(".csv".count)
    return !number.isEmpty && number.first != "0" && number.allSatisfy { ("0"..."9").contains($0) }
  }

  /// The text for Invite Multiple.
  ///
  /// `; , < > "` would part or end a person there and are left out of names. O(bytes).
  package static func text(
    _ people: some Sequence<UserDetails>, spelling: InviteSpelling = .brackets
  ) throws(Refusal) -> String {
    var text = ""
    for (place, person) in people.enumerated() {
      try check(person, place)
      if place > 0 { text += "; " }
      let first = bare(person.firstName)
      let last = bare(person.lastName)
      switch spelling {
      case .brackets: text += "\(first) \(last) <\(person.address)>"
      case .commas: text += "\(first), \(last), \(person.address)"
      }
    }
    return text
  }

  /// The text for Invite Multiple in both spellings, each as a file.
  package static func texts(_ people: [UserDetails]) throws(Refusal) -> [Output] {
    var files: [Output] = []
    for spelling in InviteSpelling.allCases {
      let text = try text(people, spelling: spelling) + "\n"
      files.append(
        Output(name: textName(spelling), bytes: Array(text.utf8), rows: people.count))
    }
    return files
  }

  private static func textName(_ spelling: InviteSpelling) -> String {
    switch spelling {
    case .brackets: "01-invite-multiple.txt"
    case .commas: "01-invite-multiple-2018.txt"
    }
  }

  /// A name without what parts people in Invite Multiple.
  private static func bare(_ name: String) -> String {
    guard name.utf8.contains(where: { parting.contains($0) }) else { return name }
    let kept = name.utf8.map { parting.contains($0) ? 0x20 : $0 }
    return PersonRules.normaliseName(String(decoding: kept, as: UTF8.self))
  }

  private static let parting: [UInt8] = [0x3B, 0x2C, 0x3C, 0x3E, 0x22]

  private static func check(_ person: UserDetails, _ place: Int) throws(Refusal) {
    try check(person.firstName, place, PersonFields.firstName.name)
    try check(person.lastName, place, PersonFields.lastName.name)
    try check(person.address, place, PersonFields.address.name)
  }

  private static func check(_ value: String, _ place: Int, _ field: String) throws(Refusal) {
    var value = value
    let (isFormula, isUnseen) = value.withUTF8 {
      (PersonRules.beginsFormula($0), PersonRules.hasUnseenCharacter($0))
    }
    if isFormula { throw .likeFormula(person: place, field: field) }
    if isUnseen { throw .unseenCharacter(person: place, field: field) }
  }
}
