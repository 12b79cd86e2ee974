import Canvas
import Migration
import Widgets

/// What is said about the rows of a list that is being looked through.
enum ReviewText {
  /// Why a row is of its kind, in a few words, with a mark when something was decided about it.
  static func why(
    _ place: Int, _ details: UserDetails, _ review: Review, _ words: Words
  ) -> Table.Item {
    let row = review.batch.rows[place]
    let text = short(place, details, review, words)
    let taken = Mark(.proven, .words(words("values.mark-taken")))
    let left = Mark(.notApplicable, .words(words("values.mark-left")))
    switch review.kinds[place] {
    case .refused where row.verdict != .refused: return .marked(left, text)
    case .refused: return .text(text, .error)
    case .new where review.decisions[place] == .take: return .marked(taken, text)
    case .changed where review.decisions[place] == .take: return .marked(taken, text)
    case .changed where review.decisions[place] == .leave: return .marked(left, text)
    case .new, .same: return .text(text, .dim)
    default: return .text(text, .warning)
    }
  }

  private static func short(
    _ place: Int, _ details: UserDetails, _ review: Review, _ words: Words
  ) -> String {
    let row = review.batch.rows[place]
    if let earlier = review.earlier(than: place) {
      let isTaken = review.decisions[place] == .take
      let isSameName = review.batch.details(of: review.batch.rows[earlier]).isSameName(as: details)
      let key = isTaken ? "instead-of-line" : isSameName ? "same-as-line" : "other-name-on-line"
      return words("labels.\(key)", ["line": String(row.earlierLine)])
    }
    if review.kinds[place] == .double { return words("labels.other-line-taken") }
    if case .changed(let fields) = review.comparison.rows[place] { return names(fields, words) }
    if let cause = row.cause {
      return words.of("fields")("choices.short-\(cause.name)", ["value": details.address])
    }
    guard let pasted = review.pasted else { return "" }
    return words("values.form-\(pasted.pieces[place].form.name)")
  }

  /// The names of some fields.
  static func names(_ fields: UserFields, _ words: Words) -> String {
    let labels = words.of("fields")
    let all: [(UserFields, Field)] = [
      (.firstName, PersonFields.firstName), (.lastName, PersonFields.lastName),
      (.address, PersonFields.address), (.login, PersonFields.login), (.group, PersonFields.group),
      (.language, PersonFields.language),
    ]
    return all.filter { fields.contains($0.0) }.map { labels("labels.\($0.1.name)") }
      .joined(separator: ", ")
  }

  /// The whole sentence about a row; nil when there is nothing to say.
  static func sentence(_ place: Int, _ review: Review, _ words: Words) -> String? {
    let row = review.batch.rows[place]
    if case .changed(let fields) = review.comparison.rows[place], row.verdict != .refused {
      return words("labels.changes", ["fields": names(fields, words)])
    }
    if let earlier = review.earlier(than: place) {
      let other = review.batch.details(of: review.batch.rows[earlier])
      return words(
        "labels.double",
        ["line": String(row.earlierLine), "name": "\(other.firstName) \(other.lastName)"])
    }
    guard let cause = row.cause else { return nil }
    let details = review.batch.details(of: row)
    return words.of("fields")("errors.\(cause.name)", ["value": value(cause, details)])
  }

  private static func value(_ cause: PersonFinding, _ details: UserDetails) -> String {
    switch cause {
    case .nameWithForbiddenWord:
      PersonRules.forbiddenWord(in: details.firstName)
        ?? PersonRules.forbiddenWord(in: details.lastName) ?? details.lastName
    case .nameWithForbiddenCharacter, .nameLikeFormula, .nameWithDigits:
      "\(details.firstName) \(details.lastName)"
    default: details.address
    }
  }

  // MARK: How a list was read

  /// Encoding, delimiter and header, or the sheet of a workbook.
  static func how(_ list: PeopleListFacts, _ words: Words) -> String {
    let header = words(list.hasHeader ? "values.header" : "values.no-header")
    if let sheet = list.sheet {
      return [words("labels.sheet", ["sheet": sheet]), header].joined(separator: " · ")
    }
    return [
      list.encoding.rawValue, words("values.delimiter-\(delimiterName(list.delimiter))"), header,
    ].joined(separator: " · ")
  }

  /// What the columns become: those that are taken first, in a few lines, and the rest as a count, so
  /// that the rows below stay in sight whatever a directory exports.
  static func columns(_ list: PeopleListFacts, _ words: Words) -> String {
    func told(_ isTaken: Bool) -> [String] {
      zip(list.header, list.columns).filter { ($0.1 != .ignored) == isTaken }
        .map { title, column in "\(title) → \(name(of: column, words))" }
    }
    let (taken, left) = (told(true), told(false))
    var (parts, length) = ([String](), 0)
    for part in taken.prefix(while: { part in
      length += part.count + 2
      return length <= mostColumnText
    }) { parts.append(part) }
    if parts.count < taken.count {
      parts.append(words("counts.columns-taken", count: taken.count - parts.count))
    }
    if left.count > 2 {
      parts.append(words("counts.columns-left", count: left.count))
    } else {
      parts += left
    }
    return parts.joined(separator: ", ")
  }

  /// The characters of some three lines.
  private static let mostColumnText = 190

  /// A delimiter's name in the words of the screens.
  static func delimiterName(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "\t"): "tab"
    case UInt8(ascii: "|"): "stroke"
    default: "comma"
    }
  }

  /// What a column becomes.
  static func name(of column: PeopleColumn, _ words: Words) -> String {
    column == .ignored
      ? words.of("review-users")("values.not-taken")
      : words.of("fields")("labels.\(column.rawValue)")
  }

  /// The words of a file with refused rows.
  static func repair(_ words: Words) -> Review.Repair {
    let fields = words.of("fields")
    return Review.Repair(
      line: words("values.file-line"), reason: words("values.file-reason"),
      ending: words("values.file-ending"),
      sentence: { row, batch in
        row.cause.map { cause in
          fields("errors.\(cause.name)", ["value": value(cause, batch.details(of: row))])
        } ?? ""
      })
  }
}

extension UserDetails {
  /// Whether two people have the same first and last name, to the letter.
  fileprivate func isSameName(as other: UserDetails) -> Bool {
    firstName == other.firstName && lastName == other.lastName
  }
}
