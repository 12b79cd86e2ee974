import Documents
import Migration

/// Any file, taken in: opened once, told by its content, unpacked and read on the way.
enum Intake {
  /// A document and the file that it came from.
  struct Taken {
    /// What it says.
    var document: Document
    /// What else stands in the file.
    var others: [Document] = []
    /// Where it comes from.
    var source: Source
  }

  /// What is known of a document besides what it says.
  struct Source {
    /// The file's name without its folder.
    var name: String
    /// A digest of the very bytes that were read, unpacked; empty for documents that are read in
    /// pieces.
    var digest: String
    /// When the file was written, in local time.
    var moment: Moment

    /// The day on which it was written.
    var day: Day { moment.day }
  }

  /// Why a file is not taken: the key of a sentence in `messages` and its arguments.
  struct Failure: Error {
    /// The key.
    var key: String
    /// What the sentence tells.
    var arguments: [String: String]
    /// What the file was seen to be.
    var kind = DocumentKind.unknown
    /// Why it could not be opened or read; nil where it was read.
    var file: FileFailure?
  }

  /// Takes a file in, whatever it is called; nil when it was called off.
  ///
  /// A list is read as `reading` says where that is given; else `mapping` gives the columns that were
  /// chosen before for a list with such a header. `goesOn` is told of the bytes of the file as they are
  /// read. O(bytes).
  static func read(
    _ path: String, as reading: PeopleReading? = nil,
    mapping: (PeopleListFacts) -> [PeopleColumn]? = { _ in nil },
    goesOn: (Int) -> Bool = { _ in true }
  ) throws(Failure) -> Taken? {
    let taken: Result<Taken?, Failure>
    do throws(FileFailure) {
      taken = try OpenedFile.open(path) { file throws(FileFailure) in
        try read(file, path, reading, mapping, goesOn)
      }
    } catch {
      var failure = failure(path, error.unreadKey, .unknown, error.words)
      failure.file = error
      throw failure
    }
    return try taken.get()
  }

  /// Whether how a table of people is to be read says anything of a file that was seen to be this.
  private static func mayBePeople(_ kind: DocumentKind) -> Bool {
    switch kind.subject {
    case .people, .undecided: true
    case .portal, .licences, .computers, .nothing: false
    }
  }

  private static func read(
    _ file: OpenedFile, _ path: String, _ reading: PeopleReading?,
    _ mapping: (PeopleListFacts) -> [PeopleColumn]?, _ goesOn: (Int) -> Bool
  ) throws(FileFailure) -> Result<Taken?, Failure> {
    guard !file.head.isEmpty else {
      return .failure(failure(path, file.isPacked ? "file-damaged" : "file-empty", .unknown))
    }
    var (kind, others) = DocumentKind.look(at: file.head)
    // How a table is to be read says nothing of a document that is none of people's.
    if reading != nil, mayBePeople(kind) { (kind, others) = (.peopleList, []) }
    if case .not = kind.reading { return .failure(failure(path, key(of: kind), kind)) }
    var reader = DocumentReader(kind, with: others, head: file.head)
    switch try file.read(goesOn: goesOn, { reader.consume($0) }) {
    case .stopped: return .success(nil)
    // Half a log is no evidence of silence: a damaged file is not taken at all.
    case .damaged: return .failure(failure(path, "file-damaged", kind))
    case .whole: break
    }
    do throws(TableFailure) {
      let document = try reader.finish { bytes throws(TableFailure) in
        try people(bytes, reading, mapping)
      }
      guard let document else {
        return .failure(failure(path, key(of: reader.sheets ?? kind), reader.sheets ?? kind))
      }
      let digest = reader.bytes.isEmpty ? "" : Digest.of([reader.bytes])
      let name = String(path.split(separator: "/").last ?? "")
      return .success(
        Taken(
          document: document, others: reader.finishOthers(),
          source: Source(name: name, digest: digest, moment: file.moment)))
    } catch {
      return .failure(failure(path, key(of: error), kind))
    }
  }

  private static func failure(
    _ path: String, _ key: String, _ kind: DocumentKind, _ reason: String = ""
  ) -> Failure {
    Failure(key: key, arguments: ["path": AdminPath.shown(path), "reason": reason], kind: kind)
  }

  private static func people(
    _ bytes: [UInt8], _ reading: PeopleReading?, _ mapping: (PeopleListFacts) -> [PeopleColumn]?
  ) throws(TableFailure) -> PeopleList {
    let list = try PeopleListReader.read(bytes, reading: .init(reading ?? PeopleReading()))
    guard reading?.columns == nil, let columns = mapping(list.facts), columns != list.facts.columns
    else { return list }
    var reading = reading ?? PeopleReading()
    reading.columns = columns
    return try PeopleListReader.read(bytes, reading: .init(reading))
  }

  /// The sentence about a file of which no document comes.
  private static func key(of kind: DocumentKind) -> String {
    switch kind.reading {
    case .not(.ofNoUse(let file)): "file-is-\(file.rawValue)"
    case .not(.unknown): "file-unknown"
    case .not(.oldWorkbook): "file-is-xls"
    case .lines, .whole: "file-damaged"
    }
  }

  /// The sentence about a workbook that cannot be read.
  private static func key(of failure: TableFailure) -> String {
    switch failure {
    case .oldWorkbook: "file-is-xls"
    case .protectedWorkbook: "file-protected"
    case .damagedWorkbook: "file-damaged"
    case .workbookTooLarge: "file-too-large"
    }
  }
}

extension PeopleListReader.Reading {
  /// What the admin asked for.
  init(_ reading: PeopleReading) {
    self.init(
      table: Table.Reading(encoding: reading.encoding, delimiter: reading.delimiter),
      hasHeader: reading.hasHeader, columns: reading.columns, today: WallClock.moment().day)
  }
}
