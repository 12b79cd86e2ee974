import Documents
import Migration
import Wizard

/// Documents of licence servers, read in pieces whatever their size, packed or not, and put together.
struct LicensingReader {
  /// Why nothing can be made of a file: the key of a sentence in `messages`.
  private(set) var failures: [UnreadFile] = []
  /// Lines that were read.
  private(set) var lines = 0

  /// Logs, and the name that the parts of a rotated one have in common.
  private var logs: [(log: DebugLog, stem: String)] = []
  private var batches: [LicensingBatch] = []
  private var names: [String] = []
  private let now: Moment
  /// The server of documents that do not name theirs; nil where nobody said.
  var asked: ServerDetails?
  /// Whether what was read is looked through on a screen, which asks whose a nameless answer is.
  private let isLookedThrough: Bool
  /// Told how many bytes are read; false calls it off.
  private let progress: (Int, Int) -> Bool
  private var done = 0
  private var total = 0

  /// Starts with nothing read.
  init(
    now: Moment, isLookedThrough: Bool = true,
    progress: @escaping (Int, Int) -> Bool = { _, _ in true }
  ) {
    self.now = now
    self.isLookedThrough = isLookedThrough
    self.progress = progress
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
    let (kind, others) = DocumentKind.look(at: bytes)
    let isDocument = kind.subject == .licences && kind != .licencePath
    var reader = DocumentReader(isDocument ? kind : .unknown, with: isDocument ? others : [])
    reader.consume(bytes.span)
    if let document = try? reader.finish() {
      add(document, with: reader.finishOthers(), path: nil)
    } else {
      let value = LicencePathValue(text)
      if !value.servers.isEmpty { batches.append(LicensingBatch(pathValue: value)) }
    }
    return review
  }

  /// Takes what a server answered when it was asked.
  mutating func add(answer bytes: [UInt8], of server: ServerDetails) {
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
      if let asked, var whole = batch {
        for place in whole.servers.indices where whole.servers[place].details.hosts.isEmpty {
          whole.servers[place].details.fill(from: asked)
        }
        batch = whole
      }
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
    do throws(Intake.Failure) {
      guard let taken = try Intake.read(path, goesOn: { tell($0) }) else { return false }
      if !add(taken.document, with: taken.others, path: path) {
        failures.append(UnreadFile(AdminPath.shown(path), "file-not-licensing"))
      }
    } catch {
      note(error)
    }
    return true
  }

  /// Keeps why a file could not be taken in.
  mutating func note(_ failure: Intake.Failure) {
    let key = failure.key == "file-unknown" ? "file-not-licensing" : failure.key
    failures.append(
      UnreadFile(
        failure.arguments["path"] ?? "", key, reason: failure.arguments["reason"] ?? ""))
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

  /// Takes what stood in a file, or was pasted: a log beside an answer is of the server that answered,
  /// unless it names one itself. False where the first document is none that a licence server wrote.
  @discardableResult
  mutating func add(_ first: Document, with others: [Document], path: String?) -> Bool {
    let server = server(answeringIn: [first] + others)
    for other in others {
      guard case .licensing(.log(let log)) = other, let server else {
        add(other, path: path)
        continue
      }
      lines += log.lineCount
      var batch = LicensingBatch(debugLogs: [log])
      for place in batch.servers.indices where batch.servers[place].details.hosts.isEmpty {
        batch.servers[place].details.fill(from: server)
      }
      batches.append(batch)
    }
    guard case .licensing(.log(let log)) = first, let server else { return add(first, path: path) }
    return add(.licensing(.log(log.named(server.name))), path: path)
  }

  /// The one server that the answers among documents are of; nil where they are of several or of none.
  private func server(answeringIn documents: [Document]) -> ServerDetails? {
    let servers = documents.flatMap { document -> [ServerDetails] in
      guard case .licensing(.lmstat(let output)) = document else { return [] }
      return LicensingBatch(lmstat: output, now: now).servers.map(\.details)
    }
    return servers.first.flatMap { known in
      !known.hosts.isEmpty && servers.allSatisfy { known.has(host: $0.name) } ? known : nil
    }
  }

  /// Takes a document that was read from a file, or pasted; false for one that no licence server wrote.
  @discardableResult
  private mutating func add(_ document: Document, path: String?) -> Bool {
    guard case .licensing(let document) = document else { return false }
    switch document {
    case .log(let log):
      lines += log.lineCount
      logs.append((log, Self.stem(path ?? "")))
    case .licencePath(let value): batches.append(LicensingBatch(pathValue: value))
    case .lmstat(let output):
      let batch = LicensingBatch(lmstat: output, asked: asked, now: now)
      // Whose answer it is only the admin can tell.
      if !isLookedThrough, let path,
        batch.servers.contains(where: { $0.details.hosts.isEmpty })
      {
        failures.append(UnreadFile(AdminPath.shown(path), "file-names-no-server"))
        return true
      }
      batches.append(batch)
    case .licenceFile(let file):
      let batch = LicensingBatch(licenceFile: file)
      if batch.servers.isEmpty, let path {
        failures.append(UnreadFile(AdminPath.shown(path), "file-without-server"))
      } else {
        batches.append(batch)
      }
    }
    if let path, names.last != AdminPath.shown(path) { names.append(AdminPath.shown(path)) }
    return true
  }
}
