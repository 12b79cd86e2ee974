import Documents

/// What a file is and what it says.
struct Inspection {
  var kind: DocumentKind
  var figures: [(name: String, value: FigureValue)] = []
  /// Whether something in it wants a look: refused rows, or nothing recognised.
  var hasFindings = false
  /// Whether it is of a known kind and damaged beyond reading.
  var isDamaged = false

  /// Looks at a file, packed or not: its head tells what it is, then it is read in pieces or whole.
  static func inspect(_ path: String) throws(FileFailure) -> Inspection {
    let file = try PackedFile(path)
    let kind = file.kind
    var figures: [(name: String, value: FigureValue)] = []
    let end: PackedFile.End
    switch kind {
    case .lmstat:
      var reader = LmstatOutputReader()
      end = try file.read { reader.consume($0) }
      figures = reader.finish().figures
    case .debugLog:
      var reader = DebugLogReader()
      end = try file.read { reader.consume($0) }
      figures = reader.finish().figures
    case .licenceFile:
      var reader = LicenceFileReader()
      end = try file.read { reader.consume($0) }
      figures = reader.finish().figures
    case .helperList:
      var reader = HelperListReader()
      end = try file.read { reader.consume($0) }
      figures = reader.finish().figures
    case .peopleList, .workbook, .usersExport, .usageReport, .subscriptionsExport:
      var bytes: [UInt8] = []
      end = try file.read { piece in
        piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      }
      if case .whole = end { return table(bytes, kind) }
    case .licencePath:
      var bytes: [UInt8] = []
      end = try file.read { piece in
        piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      }
      let servers = LicencePathText.read(bytes)?.servers ?? []
      figures = [
        ("servers", .number(servers.count)),
        ("hosts", .texts(servers.flatMap(\.hosts))),
      ]
    case .unknown, .oldWorkbook: return Inspection(kind: kind, hasFindings: true)
    }
    guard case .whole = end else { return Inspection(kind: kind, isDamaged: true) }
    return Inspection(kind: kind, figures: figures)
  }

  /// What is read whole: lists of people and the portal's exports, as text or as a workbook.
  private static func table(_ bytes: [UInt8], _ kind: DocumentKind) -> Inspection {
    do throws(TableFailure) {
      switch kind {
      case .workbook: return table(bytes, try DocumentKind.recognise(workbook: bytes))
      case .peopleList: return people(try PeopleListReader.read(bytes), kind)
      case .usersExport, .usageReport:
        guard let export = try UsersExport.read(bytes) else { break }
        return users(export.figures, kind)
      case .subscriptionsExport:
        guard let export = try SubscriptionsExport.read(bytes) else { break }
        return Inspection(
          kind: kind,
          figures: [
            ("products", .number(export.figures.products)),
            ("seats", export.figures.seats.map { .number($0) } ?? .absent),
          ])
      default: return Inspection(kind: kind, hasFindings: true)
      }
    } catch {}
    return Inspection(kind: kind, isDamaged: true)
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

  private static func people(_ list: PeopleList, _ kind: DocumentKind) -> Inspection {
    let figures = list.figures
    return Inspection(
      kind: kind,
      figures: [
        ("rows", .number(figures.rows)), ("valid", .number(figures.valid)),
        ("refused", .number(figures.refused)), ("duplicates", .number(figures.duplicates)),
        ("encoding", .text(list.facts.encoding.rawValue)),
        ("delimiter", .text(list.facts.delimiterText)), ("header", .truth(list.facts.hasHeader)),
      ], hasFindings: figures.refused + figures.duplicates > 0)
  }
}
