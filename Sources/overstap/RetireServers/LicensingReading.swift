import Documents
import Migration
import Wizard

/// Documents of licence servers, read in pieces whatever their size, packed or not, and put together.
struct LicensingReading {
  /// Why nothing can be made of a file: the key of a sentence in `messages`.
  private(set) var failures: [UnreadFile] = []
  /// Lines that were read.
  private(set) var lines = 0

  /// Logs, and the name that the parts of a rotated one have in common.
  private var logs: [(log: DebugLog, stem: String)] = []
  private var batches: [LicensingBatch] = []
  private var names: [String] = []
  private let now: Moment
  /// Told how many bytes are read; false calls it off.
  private let progress: (Int, Int) -> Bool
  private var done = 0
  private var total = 0

  /// Starts with nothing read.
  init(now: Moment, progress: @escaping (Int, Int) -> Bool = { _, _ in true }) {
    self.now = now
    self.progress = progress
  }

  /// Whether a file is a document of a licence server, packed or not; false where it cannot be read.
  static func isLicensing(atPath path: String) -> Bool {
    (try? PackedFile(path)).map { isLicensing($0.kind) } ?? false
  }

  private static func isLicensing(_ kind: DocumentKind) -> Bool {
    kind == .debugLog || kind == .lmstat || kind == .licenceFile || kind == .licencePath
  }

  /// Reads files one after the other; nil when it was called off.
  mutating func read(_ paths: [String]) -> LicensingReview? {
    total = paths.reduce(0) { $0 + FileAccess.size($1) }
    for path in paths {
      guard read(path) else { return nil }
    }
    return review
  }

  /// Reads a text that somebody pasted: a document, else values of the variables.
  mutating func read(text: String) -> LicensingReview? {
    let bytes = Array(text.utf8)
    switch DocumentKind.recognise(bytes) {
    case .debugLog, .lmstat, .licenceFile:
      var reader = DocumentReader(DocumentKind.recognise(bytes))
      reader.consume(bytes.span)
      take(reader.finish(), path: nil)
    default:
      let value = LicencePathValue(text)
      if !value.servers.isEmpty { batches.append(LicensingBatch(pathValue: value)) }
    }
    return review
  }

  /// Takes what a server answered when it was asked.
  mutating func take(answer bytes: [UInt8], of server: ServerDetails) {
    var reader = LmstatOutputReader()
    reader.consume(bytes.span)
    batches.append(LicensingBatch(lmstat: reader.finish(), asked: server, now: now))
  }

  /// What was read, as it is looked through; nil when nothing could be made of it.
  var review: LicensingReview? {
    var batch: LicensingBatch?
    if !logs.isEmpty {
      var stems: [String] = []
      for (_, stem) in logs where !stems.contains(stem) { stems.append(stem) }
      batch = LicensingBatch(
        debugLogGroups: stems.map { stem in logs.filter { $0.stem == stem }.map(\.log) })
    }
    for other in batches {
      guard batch != nil else {
        batch = other
        continue
      }
      batch?.servers += other.servers
    }
    guard var batch, !batch.servers.isEmpty else { return nil }
    batch.files = names
    return LicensingReview(batch, lines: lines, failures: failures)
  }

  // MARK: One file

  /// Reads one file; false when it was called off.
  private mutating func read(_ path: String) -> Bool {
    let shown = AdminPath.shown(path)
    do throws(FileFailure) {
      let file = try PackedFile(path)
      guard Self.isLicensing(file.kind) else {
        failures.append(UnreadFile(shown, file.head.isEmpty ? "file-empty" : "file-not-licensing"))
        return true
      }
      var reader = DocumentReader(file.kind)
      switch try file.read(goesOn: { tell($0) }, { reader.consume($0) }) {
      case .stopped: return false
      // Half a log is no evidence of silence: a damaged file is not taken at all.
      case .damaged: failures.append(UnreadFile(shown, "file-damaged"))
      case .whole:
        take(reader.finish(), path: path)
        names.append(shown)
      }
    } catch {
      failures.append(UnreadFile(shown, error.unreadKey, reason: error.words))
    }
    return true
  }

  /// A path without what the rotating of logs adds: `debug.log.1`, `debug.log-20261101.gz`.
  static func stem(_ path: String) -> String {
    var stem = Substring(path)
    if stem.hasSuffix(".gz") { stem = stem.dropLast(3) }
    if let end = stem.lastIndex(where: { !$0.isNumber }), end < stem.index(before: stem.endIndex),
      ".-".contains(stem[end])
    {
      stem = stem[..<end]
    }
    return String(stem)
  }

  private mutating func tell(_ bytes: Int) -> Bool {
    done += bytes
    return progress(done, max(total, done))
  }

  private mutating func take(_ document: DocumentReader.Document, path: String?) {
    switch document {
    case .log(let log):
      lines += log.lineCount
      logs.append((log, Self.stem(path ?? "")))
    case .path(let value): batches.append(LicensingBatch(pathValue: value))
    case .lmstat(let output): batches.append(LicensingBatch(lmstat: output, now: now))
    case .licence(let file):
      let batch = LicensingBatch(licenceFile: file)
      if batch.servers.isEmpty, let path {
        failures.append(UnreadFile(AdminPath.shown(path), "file-without-server"))
      } else {
        batches.append(batch)
      }
    }
  }
}

/// The reader of whichever document it is.
private struct DocumentReader {
  /// What was read.
  enum Document {
    case log(DebugLog)
    case lmstat(LmstatOutput)
    case licence(LicenceFile)
    case path(LicencePathValue)
  }

  private enum Kind { case log, lmstat, licence, path }

  private let kind: Kind
  private var log = DebugLogReader()
  private var lmstat = LmstatOutputReader()
  private var licence = LicenceFileReader()
  /// A text of variables is short, and read whole.
  private var text: [UInt8] = []

  init(_ kind: DocumentKind) {
    self.kind =
      switch kind {
      case .debugLog: .log
      case .lmstat: .lmstat
      case .licencePath: .path
      default: .licence
      }
  }

  mutating func consume(_ bytes: Span<UInt8>) {
    switch kind {
    case .log: log.consume(bytes)
    case .lmstat: lmstat.consume(bytes)
    case .licence: licence.consume(bytes)
    case .path: bytes.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    }
  }

  mutating func finish() -> Document {
    switch kind {
    case .log: .log(log.finish())
    case .lmstat: .lmstat(lmstat.finish())
    case .licence: .licence(licence.finish())
    case .path: .path(LicencePathText.read(text) ?? LicencePathValue(""))
    }
  }
}
