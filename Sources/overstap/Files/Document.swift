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
  /// What a script that switched a computer wrote of it.
  case switchResult(SwitchResult)
  /// A list of computers.
  case deviceList(DeviceList)
  /// An archive of files.
  case archive(FileArchive)

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
    case .switchResult: .switchResult
    case .deviceList: .deviceList
    case .archive: .archive
    }
  }

  /// The sentence in `messages` that says why nothing of it can be taken in; nil where it can.
  var refusal: String? {
    switch self {
    case .people(let list): list.batch.rows.isEmpty ? "file-not-people" : nil
    case .subscriptions(let export): export.subscriptions.isEmpty ? "file-no-products" : nil
    case .deviceList(let list): list.computers.isEmpty ? "file-no-computers" : nil
    case .export, .log, .lmstat, .licenceFile, .licencePath, .helperList, .switchResult,
      .archive:
      nil
    }
  }
}

/// Reads a document of some kind out of pieces: what may be long as it comes, the rest whole.
struct DocumentReader {
  private let kind: DocumentKind
  /// What else stands in the text.
  private let others: [DocumentKind]
  private var stream: TextStream
  private var log = DebugLogReader()
  private var lmstat = LmstatOutputReader()
  private var licence = LicenceFileReader()
  private var helper = HelperListReader()
  /// What has to be read whole: tables, and texts of variables, which are short.
  private(set) var bytes: [UInt8] = []
  /// What a workbook turned out to be; nil before that, and for other files.
  private(set) var sheets: DocumentKind?

  /// Lines of a log behind an answer that are more than a daemon's word in the window.
  private static let leastEvents = 3

  /// Makes a reader for what a text that begins like this was recognised as.
  init(_ kind: DocumentKind, with others: [DocumentKind] = [], head: [UInt8] = []) {
    self.kind = kind
    // An answer is short: what stands behind it may be looked for.
    self.others = kind == .lmstat && !others.contains(.debugLog) ? others + [.debugLog] : others
    stream = TextStream(head: head)
  }

  /// Takes the next piece.
  mutating func consume(_ piece: Span<UInt8>) {
    switch kind {
    case .debugLog, .lmstat, .licenceFile, .helperList:
      var stream = stream
      stream.consume(piece) { take($0) }
      self.stream = stream
    case .licencePath, .peopleList, .usersExport, .usageReport, .subscriptionsExport, .workbook,
      .switchResult, .deviceList, .archive:
      piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    case .oldWorkbook, .ofNoUse, .unknown: break
    }
  }

  private mutating func take(_ text: Span<UInt8>) {
    take(text, as: kind)
    for other in others { take(text, as: other) }
  }

  private mutating func take(_ text: Span<UInt8>, as kind: DocumentKind) {
    switch kind {
    case .debugLog: log.consume(text)
    case .lmstat: lmstat.consume(text)
    case .licenceFile: licence.consume(text)
    case .helperList: helper.consume(text)
    case .licencePath, .peopleList, .usersExport, .usageReport, .subscriptionsExport, .workbook,
      .switchResult, .deviceList, .archive, .oldWorkbook, .ofNoUse, .unknown:
      break
    }
  }

  /// The document; nil for what is no document, or is damaged. Lists are read as `people` says.
  mutating func finish(
    people: ([UInt8]) throws(TableFailure) -> PeopleList = { bytes throws(TableFailure) in
      try PeopleListReader.read(bytes)
    }
  ) throws(TableFailure) -> Document? {
    var stream = stream
    stream.finish { take($0) }
    self.stream = stream
    if kind == .workbook { sheets = try DocumentKind.recognise(workbook: bytes) }
    let kind = sheets ?? kind
    switch kind {
    case .debugLog, .lmstat, .licenceFile: return text(of: kind)
    case .helperList: return .helperList(helper.finish())
    case .switchResult: return SwitchResult.read(bytes).map { .switchResult($0) }
    case .deviceList: return try DeviceList.read(bytes).map { .deviceList($0) }
    case .archive: return FileArchive(bytes).map { .archive($0) }
    case .licencePath: return .licencePath(LicencePathText.read(bytes) ?? LicencePathValue(""))
    case .peopleList: return .people(try people(bytes))
    case .usersExport, .usageReport: return try UsersExport.read(bytes).map { .export($0) }
    case .subscriptionsExport:
      return try SubscriptionsExport.read(bytes).map { .subscriptions($0) }
    case .workbook, .oldWorkbook, .ofNoUse, .unknown: return nil
    }
  }

  /// What else stood in the text, after `finish`.
  mutating func finishOthers() -> [Document] {
    others.compactMap { kind in
      guard let document = text(of: kind) else { return nil }
      if case .log(let log) = document {
        let isLog =
          log.outs + log.ins >= Self.leastEvents || log.servers.contains(where: \.hasStartBlock)
        return isLog ? document : nil
      }
      return document
    }
  }

  private mutating func text(of kind: DocumentKind) -> Document? {
    switch kind {
    case .debugLog: .log(log.finish())
    case .lmstat: .lmstat(lmstat.finish())
    case .licenceFile: .licenceFile(licence.finish())
    case .licencePath, .helperList, .peopleList, .usersExport, .usageReport, .subscriptionsExport,
      .workbook, .switchResult, .deviceList, .archive, .oldWorkbook, .ofNoUse, .unknown:
      nil
    }
  }
}
