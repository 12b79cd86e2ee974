import Migration

/// A file that is known and that nothing here can be made of: it is called by its name, and the admin
/// is told what to take instead.
package enum FileOfNoUse: String, CaseIterable, Sendable {
  /// The portal's usage by day, of people or with their names hidden.
  case usageByDay = "usage-by-day"
  /// The portal's usage of seats.
  case seatUsage = "seat-usage"
  /// The portal's usage of tokens.
  case tokenUsage = "token-usage"
  /// The portal's list of groups.
  case groups = "groups-export"
  /// Output of `lmstat -i`, which reads the licence file and asks no server.
  case licenceTable = "lmstat-i"
  /// A vendor daemon's options file.
  case optionsFile = "options-file"
  /// A directory's export in LDIF.
  case ldif
  /// People out of an identity server, in JSON.
  case peopleJSON = "people-json"
  /// Any other JSON.
  case json
  /// A debug log, each line of which stands in JSON: Docker's own files, `journalctl -o json`.
  case logInJSON = "log-in-json"
  /// What PowerShell prints with `Format-List`.
  case formatList = "format-list"
  /// A table laid out with blanks: `Format-Table`, `dsget`, a query's answer in a window.
  case textTable = "text-table"
  /// Contacts as vCards.
  case contacts = "vcard"
  /// XML of any kind: a spreadsheet of 2003, PowerShell's `Export-Clixml`.
  case xml
  /// Rich text around something.
  case richText = "rtf"
  /// A PDF around something.
  case pdf
  /// A web page.
  case html
  /// A session of this program.
  case session

  /// The kind of a file by its first bytes.
  static func byMark(_ head: Span<UInt8>) -> FileOfNoUse? {
    head.withUnsafeBufferPointer { buffer in
      guard let run = ByteRun(buffer) else { return nil }
      if run.hasPrefix("SQLite format 3\0") { return .session }
      let begin = (run.hasPrefix("\u{FEFF}") ? run.from(3) : run).trimmedStart
      if begin.hasPrefix("{\\rtf") { return .richText }
      if begin.upTo(1_024).find("%PDF-") != nil { return .pdf }
      return nil
    }
  }

  /// Whether a text is the output of `lmstat -i`: a table of the licence file, and no server's answer.
  static func isLicenceTable(_ text: Span<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { buffer in
      guard let run = ByteRun(buffer), run.find("License server status:") == nil,
        run.find("Users of ") == nil
      else { return false }
      if run.find("lmstat -i does not give information from the server") != nil { return true }
      guard let place = run.find("#licenses") else { return false }
      let line = run.from(place).upTo(run.from(place).firstIndex(of: 0x0A) ?? run.count)
      return line.find("Vendor") != nil && line.find("Expires") != nil
    }
  }

  /// Whether a text is a debug log whose lines stand in JSON, with quotes that are escaped.
  static func isLogInJSON(_ text: Span<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { buffer in
      guard let run = ByteRun(buffer)?.trimmedStart, run.hasPrefix("{") else { return false }
      return ["(lmgrd) ", "OUT: \\\"", "IN: \\\""].contains { run.find($0) != nil }
    }
  }

  /// The kind of a text by the form of its lines.
  static func byLines(_ text: Span<UInt8>) -> FileOfNoUse? {
    text.withUnsafeBufferPointer { buffer in
      guard let whole = ByteRun(buffer) else { return nil }
      let run = (whole.hasPrefix("\u{FEFF}") ? whole.from(3) : whole).trimmedStart
      guard !run.isEmpty else { return nil }
      if run[0] == UInt8(ascii: "{") || run[0] == UInt8(ascii: "[") { return json(run) }
      if run[0] == UInt8(ascii: "<"), isHTML(run) { return .html }
      if run.hasPrefix("<?xml") || run.hasPrefix("#< CLIXML") || run.hasPrefix("<Objs ") {
        return .xml
      }
      if run.hasPrefix("BEGIN:VCARD") { return .contacts }
      let lines = TextLines(run)
      if lines.directoryEntries > 0, lines.directoryEntries * 2 <= lines.attributes { return .ldif }
      if lines.options > 0, lines.options * 2 > lines.all { return .optionsFile }
      if lines.rulers > 0 || lines.isOfDirectoryTools { return .textTable }
      if lines.pairs > 2, lines.pairs * 3 >= lines.all * 2, lines.isAligned { return .formatList }
      return nil
    }
  }

  private static func json(_ run: ByteRun) -> FileOfNoUse? {
    let inner = run.from(1).trimmedStart
    guard !inner.isEmpty, "{[\"}]".utf8.contains(inner[0]) else { return nil }
    let names: [StaticString] = [
      "\"username\"", "\"userName\"", "\"email\"", "\"mail\"", "\"primaryEmail\"",
      "\"firstName\"", "\"lastName\"", "\"givenName\"", "\"surname\"", "\"displayName\"",
      "\"userPrincipalName\"", "\"familyName\"",
    ]
    return names.count { run.find($0) != nil } >= 2 ? .peopleJSON : .json
  }

  private static func isHTML(_ run: ByteRun) -> Bool {
    let begin = run.upTo(512)
    return begin.find("<html") != nil || begin.find("<!DOCTYPE html") != nil
      || begin.find("<!doctype html") != nil || begin.find("<HTML") != nil
  }

  // MARK: Tables

  /// The kind of a workbook by the columns of its sheets.
  static func byColumns(_ file: TableFile) throws(TableFailure) -> FileOfNoUse? {
    var found: FileOfNoUse?
    _ = try file.contains { sample in
      found = byColumns(sample)
      return found != nil
    }
    return found
  }

  /// The kind of a table by its columns.
  static func byColumns(_ sample: [Table.Row]) -> FileOfNoUse? {
    for row in sample.prefix(10) {
      let columns = PortalColumn.places(row.fields)
      let keys = Set(row.fields.map { HeaderKey.of($0) })
      let isPortals = columns[.offering] != nil || columns[.feature] != nil || columns[.team] != nil
      if isPortals, columns[.dayUsed] != nil || keys.contains("usagedate") {
        if columns[.hash] != nil || keys.contains("accessoption") || columns[.version] != nil {
          return .usageByDay
        }
        return keys.contains { $0.hasPrefix("tokens") } ? .tokenUsage : .seatUsage
      }
      if isPortals, keys.contains("daysused") || keys.contains("monthlyaverage") {
        return keys.contains { $0.hasPrefix("tokens") } ? .tokenUsage : .seatUsage
      }
      if isPortals, keys.contains("tokensused") || keys.contains("tokensconsumed") {
        return .tokenUsage
      }
      if keys.contains("grouptype"), keys.contains("group") || keys.contains("groupname") {
        return .groups
      }
    }
    return nil
  }
}

/// The forms of a text's lines, counted.
private struct TextLines {
  var all = 0
  /// `dn: ...`, with which an entry of LDIF begins.
  var directoryEntries = 0
  /// `name: value` and `name:: value`.
  var attributes = 0
  /// Lines of an options file.
  var options = 0
  /// `Name   : value`, and whether their colons stand below each other.
  var pairs = 0
  var isAligned: Bool { columns.values.max().map { $0 * 3 >= pairs * 2 } ?? false }
  private var columns: [Int: Int] = [:]
  /// Lines such as `--------- -------` below a line of names.
  var rulers = 0
  /// Whether it ends as the tools of Active Directory end.
  var isOfDirectoryTools = false

  init(_ text: ByteRun) {
    var rest = text
    var above = text.upTo(0)
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.count
      let line = rest.upTo(end).trimmedEnd
      rest = rest.from(end + 1)
      if Self.isRuler(line, below: above) { rulers += 1 }
      if line.equals("dsget succeeded") || line.equals("dsquery succeeded") {
        isOfDirectoryTools = true
      }
      above = line
      // Comments, and what goes on from the line before.
      if line.isEmpty || line[0] == UInt8(ascii: "#") || ByteRun.isBlank(line[0]) { continue }
      all += 1
      if Self.optionWords.contains(where: { line.firstWord.word.equalsFolded($0) }),
        !line.firstWord.rest.trimmed.isEmpty
      {
        options += 1
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { continue }
      let name = line.upTo(colon)
      if name.firstBlank() == nil {
        attributes += 1
        if name.equalsFolded("DN") { directoryEntries += 1 }
      } else if ByteRun.isBlank(name[name.count - 1]) {
        let isWord = name.trimmed.firstBlank() == nil
        if isWord || name.trimmed.count < 40 {
          pairs += 1
          columns[colon, default: 0] += 1
        }
      }
    }
  }

  /// Whether a line is nothing but dashes with gaps between them, each below a name: `---- -----`.
  private static func isRuler(_ line: ByteRun, below names: ByteRun) -> Bool {
    guard line.count >= 3, !names.isEmpty else { return false }
    var columns = 0
    for place in 0..<line.count {
      let isDash = line[place] == UInt8(ascii: "-")
      guard isDash || line[place] == 0x20 else { return false }
      guard isDash, place == 0 || line[place - 1] == 0x20 else { continue }
      columns += 1
      // Numbers stand to the right of their column, so that a name may begin later.
      let end = line.from(place).firstIndex(of: 0x20) ?? line.count - place
      guard !names.from(place).upTo(end).trimmed.isEmpty else { return false }
    }
    return columns > 1
  }

  /// The words with which the lines of an options file begin (FlexNet Publisher's licence
  /// administration guide).
  private static let optionWords: [StaticString] = [
    "INCLUDE", "EXCLUDE", "INCLUDEALL", "EXCLUDEALL", "INCLUDE_BORROW", "EXCLUDE_BORROW",
    "INCLUDEALL_BORROW", "EXCLUDEALL_BORROW", "INCLUDE_ENTITLEMENT", "EXCLUDE_ENTITLEMENT",
    "RESERVE",
    "MAX", "MAX_OVERDRAFT", "TIMEOUT", "TIMEOUTALL", "GROUP", "HOST_GROUP", "GROUPCASEINSENSITIVE",
    "DEBUGLOG", "REPORTLOG", "NOLOG", "BORROW_LOWWATER", "MAX_BORROW_HOURS", "LINGER",
    "MAX_CONNECTIONS", "AUTOMATIC_REREAD", "FQDN_MATCHING", "CHECKOUT_FILTER",
    "ACTIVATION_LOWWATER",
    "DAEMON_SELECT_TIMEOUT", "ACTIVATION_EXPIRY_DAYS",
  ]
}
