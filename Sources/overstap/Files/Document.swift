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
  /// What a licence server wrote, or reads.
  case licensing(LicensingDocument)
  /// What tells of computers.
  case devices(DeviceDocument)

  /// Its kind.
  var kind: DocumentKind {
    switch self {
    case .people: .peopleList
    case .export(let export): DocumentKind(export.kind)
    case .subscriptions: .subscriptionsExport
    case .licensing(let document): document.kind
    case .devices(let document): document.kind
    }
  }

  /// The sentence in `messages` that says why nothing of it can be taken in; nil where it can.
  var refusal: String? {
    switch self {
    case .people(let list): list.batch.rows.isEmpty ? "file-not-people" : nil
    case .subscriptions(let export): export.subscriptions.isEmpty ? "file-no-products" : nil
    case .devices(let document): document.refusal
    case .export, .licensing: nil
    }
  }
}

/// Reads a document of some kind out of pieces: what may be long as it comes, the rest whole.
struct DocumentReader {
  private let kind: DocumentKind
  /// What else stands in the text.
  private let others: [DocumentKind.Lines]
  private var stream: TextStream
  private var log = DebugLogReader()
  private var lmstat = LmstatOutputReader()
  private var licence = LicenceFileReader()
  private var helper = HelperListReader()
  /// An answer of lmstat behind the beginning of a log.
  private var answer: LmstatOutput?
  /// What has to be read whole: tables, and texts of variables, which are short.
  private(set) var bytes: [UInt8] = []
  /// What a workbook turned out to be; nil before that, and for other files.
  private(set) var sheets: DocumentKind?

  /// Lines of a log behind an answer that are more than a daemon's word in the window, where they
  /// have no date and where they have one.
  private static let leastEvents = (undated: 3, dated: 1)

  /// Makes a reader for what a text that begins like this was recognised as.
  init(_ kind: DocumentKind, with others: [DocumentKind] = [], head: [UInt8] = []) {
    self.kind = kind
    // An answer is short: what stands behind it may be looked for.
    let others = kind == .lmstat && !others.contains(.debugLog) ? others + [.debugLog] : others
    self.others = others.compactMap { other in
      if case .lines(let lines) = other.reading { lines } else { nil }
    }
    stream = TextStream(head: head)
  }

  /// Takes the next piece.
  mutating func consume(_ piece: Span<UInt8>) {
    switch kind.reading {
    case .lines(let lines):
      var stream = stream
      stream.consume(piece) { take($0, as: lines) }
      self.stream = stream
    case .whole: piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    case .not: break
    }
  }

  private mutating func take(_ text: Span<UInt8>, as first: DocumentKind.Lines) {
    read(text, as: first)
    for kind in others { read(text, as: kind) }
  }

  private mutating func read(_ text: Span<UInt8>, as kind: DocumentKind.Lines) {
    switch kind {
    case .debugLog: log.consume(text)
    case .lmstat: lmstat.consume(text)
    case .licenceFile: licence.consume(text)
    case .helperList: helper.consume(text)
    }
  }

  /// The document; nil for what is no document, or is damaged. Lists are read as `people` says.
  mutating func finish(
    people: ([UInt8]) throws(TableFailure) -> PeopleList = { bytes throws(TableFailure) in
      try PeopleListReader.read(bytes)
    }
  ) throws(TableFailure) -> Document? {
    switch kind.reading {
    case .lines(let lines):
      var stream = stream
      stream.finish { take($0, as: lines) }
      self.stream = stream
      return document(of: lines)
    case .whole(.workbook):
      let sheets = try DocumentKind.recognise(workbook: bytes)
      self.sheets = sheets
      guard case .whole(let whole) = sheets.reading, whole != .workbook else { return nil }
      return try document(of: whole, people: people)
    case .whole(let whole): return try document(of: whole, people: people)
    case .not: return nil
    }
  }

  /// What else stood in the text, after `finish`.
  mutating func finishOthers() -> [Document] {
    if kind == .debugLog, let answer, !others.contains(.lmstat) {
      return finishedOthers() + [.licensing(.lmstat(answer))]
    }
    return finishedOthers()
  }

  private mutating func finishedOthers() -> [Document] {
    others.compactMap { kind in
      let document = document(of: kind)
      if case .licensing(.log(let log)) = document {
        let isDated = log.last?.isDated ?? false
        let least = isDated ? Self.leastEvents.dated : Self.leastEvents.undated
        let isLog = log.outs + log.ins >= least || log.servers.contains(where: \.hasStartBlock)
        return isLog ? document : nil
      }
      return document
    }
  }

  private mutating func document(of kind: DocumentKind.Lines) -> Document {
    switch kind {
    case .debugLog:
      let log = log.finish()
      answer = log.answer
      return .licensing(.log(log))
    case .lmstat: return .licensing(.lmstat(lmstat.finish()))
    case .licenceFile: return .licensing(.licenceFile(licence.finish()))
    case .helperList: return .devices(.helperList(helper.finish()))
    }
  }

  private func document(
    of kind: DocumentKind.Whole, people: ([UInt8]) throws(TableFailure) -> PeopleList
  ) throws(TableFailure) -> Document? {
    switch kind {
    case .people: .people(try people(bytes))
    case .users: try UsersExport.read(bytes).map { .export($0) }
    case .subscriptions: try SubscriptionsExport.read(bytes).map { .subscriptions($0) }
    case .licencePath:
      .licensing(.licencePath(LicencePathText.read(bytes) ?? LicencePathValue("")))
    case .switchResult: SwitchResult.read(bytes).map { .devices(.switchResult($0)) }
    case .deviceList: try DeviceList.read(bytes).map { .devices(.deviceList($0)) }
    case .archive: FileArchive(bytes).map { .devices(.archive($0)) }
    // What is in its sheets was told before.
    case .workbook: nil
    }
  }
}
