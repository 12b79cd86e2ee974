/// The rules for what the files of `screens/` say.
package enum ScreensCheck {
  /// The sections that may stand at the top of a file.
  package static let sections: Set<String> = [
    "title", "introduction", "labels", "hints", "errors", "help", "briefing", "notes", "actions",
    "counts", "columns", "choices", "values", "messages",
  ]

  /// Everything that is wrong with files that must be whole: each by itself, and every language,
  /// the required ones and any other, with the same screens, keys, placeholders and plurals.
  /// In the order of files and lines.
  package static func complete(
    _ files: [ScreenFile], required: [Language] = [.en, .nl]
  ) -> [ScreensError] {
    var findings = files.flatMap { each($0) }
    let languages = Set(files.map(\.language)).union(required).sorted()
    for (_, versions) in Dictionary(grouping: files, by: \.screen) {
      findings += missingFiles(versions, languages: languages)
      findings += differences(versions.sorted { $0.language < $1.language })
    }
    return sorted(findings)
  }

  /// Everything that is wrong with files that are laid over a catalogue: each by itself, and each
  /// text must be one that the catalogue has, with no placeholder and no plural of its own.
  package static func overlay(
    _ files: [ScreenFile], over catalogue: TextCatalogue
  ) -> [ScreensError] {
    var findings: [ScreensError] = []
    let known = catalogue.texts(in: catalogue.fallback)
    let screens = Set(known.screens)
    for file in files {
      findings += each(file)
      guard screens.contains(file.screen) else {
        findings.append(ScreensError(file: file.path, reason: .unknownScreen))
        continue
      }
      for entry in file.entries {
        guard let form = known.form(file.screen, entry.key) else {
          findings.append(finding(.unknownText, at: entry, in: file))
          continue
        }
        findings += comparison(
          of: entry, in: file, with: form, of: catalogue.fallback, mayOmit: true)
      }
    }
    return sorted(findings)
  }

  private static func each(_ file: ScreenFile) -> [ScreensError] {
    file.entries.flatMap { entry in
      var reasons: [ScreensError.Reason] = []
      let parts = entry.key.split(separator: ".", omittingEmptySubsequences: false)
      if !parts.allSatisfy({ ScreenFileName.isKebab($0) }) {
        reasons.append(.keyNotKebab)
      } else if let section = parts.first, !sections.contains(String(section)) {
        reasons.append(.unknownSection)
      }
      for wording in entry.form.wordings {
        reasons += Self.reasons(against: wording)
      }
      return reasons.map { finding($0, at: entry, in: file) }
    }
  }

  private static func reasons(against wording: String) -> [ScreensError.Reason] {
    var reasons: [ScreensError.Reason] = []
    if wording.allSatisfy(\.isWhitespace) { reasons.append(.emptyText) }
    if wording.unicodeScalars.contains("\t") { reasons.append(.tab) }
    if let control = wording.unicodeScalars.first(where: isControl) {
      reasons.append(.controlCharacter(control))
    }
    if TextTemplate.hasStrayBrace(wording) { reasons.append(.strayBrace) }
    return reasons
  }

  /// Whether a character steers a terminal or the direction of text; line feed and tab aside.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: scalar.properties.generalCategory == .control
    }
  }

  private static func missingFiles(
    _ versions: [ScreenFile], languages: [Language]
  ) -> [ScreensError] {
    languages.filter { language in !versions.contains { $0.language == language } }
      .compactMap { language in
        versions.first.map { ScreensError(file: $0.path, reason: .noFile(language)) }
      }
  }

  /// What the languages of one screen do not have in common, each told of the file that lacks it.
  private static func differences(_ versions: [ScreenFile]) -> [ScreensError] {
    var first: [String: (language: Language, form: TextForm)] = [:]
    for file in versions {
      for entry in file.entries where first[entry.key] == nil {
        first[entry.key] = (file.language, entry.form)
      }
    }
    return versions.flatMap { file in
      var missing = first
      var findings: [ScreensError] = []
      for entry in file.entries {
        missing[entry.key] = nil
        guard let (language, form) = first[entry.key], language != file.language else { continue }
        findings += comparison(of: entry, in: file, with: form, of: language, mayOmit: false)
      }
      findings += missing.map { key, there in
        ScreensError(file: file.path, key: key, reason: .noText(there.language))
      }
      return findings
    }
  }

  private static func comparison(
    of entry: ScreenFile.Entry, in file: ScreenFile, with form: TextForm, of language: Language,
    mayOmit: Bool
  ) -> [ScreensError] {
    var findings: [ScreensError] = []
    if entry.form.isPlural != form.isPlural {
      findings.append(finding(.otherShape(language), at: entry, in: file))
    }
    let here = entry.form.placeholders
    let there = form.placeholders
    if mayOmit ? !Set(here).isSubset(of: there) : here != there {
      findings.append(
        finding(.otherPlaceholders(language, here: here, there: there), at: entry, in: file))
    }
    return findings
  }

  private static func finding(
    _ reason: ScreensError.Reason, at entry: ScreenFile.Entry, in file: ScreenFile
  ) -> ScreensError {
    ScreensError(
      file: file.path, line: entry.line, column: entry.column, key: entry.key, reason: reason)
  }

  private static func sorted(_ findings: [ScreensError]) -> [ScreensError] {
    findings.sorted {
      ($0.file, $0.line, $0.column, $0.key) < ($1.file, $1.line, $1.column, $1.key)
    }
  }
}
