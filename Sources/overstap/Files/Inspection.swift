import Documents

/// What a file is and what it says.
struct Inspection {
  var kind: DocumentKind
  var figures: [(name: String, value: FigureValue)] = []
  /// Whether something in it wants a look: refused rows, or nothing recognised.
  var hasFindings = false
  /// Whether it is of a known kind and damaged beyond reading.
  var isDamaged = false
  /// The key of the sentence that says why nothing of it can be used; nil where it can.
  var refusal: String?

  /// Looks at a file, packed or not: at each document that stands in it.
  static func inspect(_ path: String) throws(FileFailure) -> [Inspection] {
    do throws(Intake.Failure) {
      guard let taken = try Intake.read(path) else { return [Inspection(kind: .unknown)] }
      return ([taken.document] + taken.others).map { inspection(of: $0) }
    } catch {
      if let file = error.file { throw file }
      switch error.kind.reading {
      case .not: return [Inspection(kind: error.kind, hasFindings: true, refusal: error.key)]
      case .lines, .whole:
        return [Inspection(kind: error.kind, isDamaged: true, refusal: error.key)]
      }
    }
  }

  private static func inspection(of document: Document) -> Inspection {
    switch document {
    case .people(let list): people(list)
    case .export(let export): users(export.figures, document.kind)
    case .subscriptions(let export):
      Inspection(
        kind: document.kind,
        figures: [
          ("products", .number(export.figures.products)),
          ("seats", export.figures.seats.map { .number($0) } ?? .absent),
        ])
    case .licensing(let document): Inspection(kind: document.kind, figures: document.figures)
    case .devices(let document):
      Inspection(
        kind: document.kind, figures: document.figures, hasFindings: document.hasFindings)
    }
  }

  private static func users(_ figures: UsersExport.Figures, _ kind: DocumentKind) -> Inspection {
    Inspection(
      kind: kind,
      figures: [
        ("rows", .number(figures.rows)), ("users", .number(figures.users)),
        ("offerings", .number(figures.offerings)), ("masked", .number(figures.masked)),
        ("assigned", .number(figures.assigned)), ("unassigned", .number(figures.unassigned)),
      ], hasFindings: figures.masked > 0)
  }

  private static func people(_ list: PeopleList) -> Inspection {
    let figures = list.figures
    return Inspection(
      kind: .peopleList,
      figures: [
        ("rows", .number(figures.rows)), ("valid", .number(figures.valid)),
        ("refused", .number(figures.refused)), ("duplicates", .number(figures.duplicates)),
        ("encoding", .text(list.facts.encoding.rawValue)),
        ("delimiter", .text(list.facts.delimiterText)), ("header", .truth(list.facts.hasHeader)),
      ] + (list.facts.isEncodingGuessed ? [("encodingGuessed", .truth(true))] : []),
      hasFindings: figures.refused + figures.duplicates > 0)
  }
}
