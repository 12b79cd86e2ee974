import Documents
import Migration

/// What a file turned out to be, read. Who takes files in switches over it, and leaves no case out.
enum Document {
  /// A list of people.
  case people(PeopleList)
  /// A Users export or a usage report of the portal.
  case export(UsersExport)
  /// The portal's export of subscriptions.
  case subscriptions(SubscriptionsExport)
  /// A licence server's debug log.
  case log(DebugLog)
  /// Output of `lmutil lmstat -a`.
  case lmstat(LmstatOutput)
  /// A licence file.
  case licenceFile(LicenceFile)
  /// Values of the variables that tell clients where licences are.
  case licencePath(LicencePathValue)
  /// The licensing helper's list of installed products.
  case helperList(HelperList)

  /// Its kind.
  var kind: DocumentKind {
    switch self {
    case .people: .peopleList
    case .export(let export): DocumentKind(export.kind)
    case .subscriptions: .subscriptionsExport
    case .log: .debugLog
    case .lmstat: .lmstat
    case .licenceFile: .licenceFile
    case .licencePath: .licencePath
    case .helperList: .helperList
    }
  }

  /// The sentence in `messages` that says why nothing of it can be taken in; nil where it can.
  var refusal: String? {
    switch self {
    case .people(let list): list.batch.rows.isEmpty ? "file-not-people" : nil
    case .subscriptions(let export): export.subscriptions.isEmpty ? "file-no-products" : nil
    case .helperList: "file-is-helper-list"
    case .export, .log, .lmstat, .licenceFile, .licencePath: nil
    }
  }
}

/// Reads a document of some kind out of pieces: what may be long as it comes, the rest whole.
struct DocumentReader {
  private let kind: DocumentKind
  private var log = DebugLogReader()
  private var lmstat = LmstatOutputReader()
  private var licence = LicenceFileReader()
  private var helper = HelperListReader()
  /// What has to be read whole: tables, and texts of variables, which are short.
  private(set) var bytes: [UInt8] = []

  /// Makes a reader for a kind that was recognised.
  init(_ kind: DocumentKind) { self.kind = kind }

  /// Takes the next piece.
  mutating func consume(_ piece: Span<UInt8>) {
    switch kind {
    case .debugLog: log.consume(piece)
    case .lmstat: lmstat.consume(piece)
    case .licenceFile: licence.consume(piece)
    case .helperList: helper.consume(piece)
    case .licencePath, .peopleList, .usersExport, .usageReport, .subscriptionsExport, .workbook:
      piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    case .oldWorkbook, .unknown: break
    }
  }

  /// The document; nil for what is no document, or is damaged. Lists are read as `people` says.
  mutating func finish(
    people: ([UInt8]) throws(TableFailure) -> PeopleList = { bytes throws(TableFailure) in
      try PeopleListReader.read(bytes)
    }
  ) throws(TableFailure) -> Document? {
    let kind = kind == .workbook ? try DocumentKind.recognise(workbook: bytes) : kind
    switch kind {
    case .debugLog: return .log(log.finish())
    case .lmstat: return .lmstat(lmstat.finish())
    case .licenceFile: return .licenceFile(licence.finish())
    case .helperList: return .helperList(helper.finish())
    case .licencePath: return .licencePath(LicencePathText.read(bytes) ?? LicencePathValue(""))
    case .peopleList: return .people(try people(bytes))
    case .usersExport, .usageReport: return try UsersExport.read(bytes).map { .export($0) }
    case .subscriptionsExport:
      return try SubscriptionsExport.read(bytes).map { .subscriptions($0) }
    case .workbook, .oldWorkbook, .unknown: return nil
    }
  }
}
