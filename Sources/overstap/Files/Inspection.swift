import Documents

/// What a file is and what it says.
struct Inspection {
  var kind: DocumentKind
  var figures: [(name: String, value: FigureValue)] = []
  /// Whether something in it wants a look: refused rows, or nothing recognised.
  var hasFindings = false
  /// Whether it is of a known kind and damaged beyond reading.
  var isDamaged = false

  /// Looks at a file: its head tells what it is, then it is read in pieces or whole.
  static func inspect(_ path: String) throws(FileFailure) -> Inspection {
    let head = try FileAccess.head(path, count: DocumentKind.headSize)
    let kind = DocumentKind.recognise(head)
    switch kind {
    case .lmstat:
      var reader = LmstatOutputReader()
      try FileAccess.read(path) { reader.consume($0); return true }
      return Inspection(kind: kind, figures: reader.finish().figures)
    case .debugLog:
      var reader = DebugLogReader()
      try FileAccess.read(path) { reader.consume($0); return true }
      return Inspection(kind: kind, figures: reader.finish().figures)
    case .licenceFile:
      var reader = LicenceFileReader()
      try FileAccess.read(path) { reader.consume($0); return true }
      return Inspection(kind: kind, figures: reader.finish().figures)
    case .helperList:
      var reader = HelperListReader()
      try FileAccess.read(path) { reader.consume($0); return true }
      return Inspection(kind: kind, figures: reader.finish().figures)
    case .peopleList: return try people(path, kind)
    case .unknown, .oldWorkbook: return Inspection(kind: kind, hasFindings: true)
    case .usersExport, .usageReport, .subscriptionsExport:
      return Inspection(kind: kind, hasFindings: true)
    }
  }

  private static func people(
    _ path: String, _ kind: DocumentKind
  ) throws(FileFailure) -> Inspection {
    guard let list = ListReading.list(in: try FileAccess.read(path)) else {
      return Inspection(kind: kind, isDamaged: true)
    }
    let figures = list.figures
    return Inspection(
      kind: kind,
      figures: [
        ("rows", .number(figures.rows)), ("valid", .number(figures.valid)),
        ("refused", .number(figures.refused)), ("duplicates", .number(figures.duplicates)),
        ("encoding", .text(list.facts.encoding.rawValue)),
        ("delimiter", .text(String(UnicodeScalar(list.facts.delimiter)))),
        ("header", .truth(list.facts.hasHeader)),
      ], hasFindings: figures.refused + figures.duplicates > 0)
  }
}
