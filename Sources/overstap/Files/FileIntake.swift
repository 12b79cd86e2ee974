import Documents
import Migration

/// Any file, told by its content and read into what it is.
enum FileIntake {
  /// What a file turned out to be.
  enum Content {
    /// A list of people.
    case people(PeopleList)
    /// A Users export or a usage report of the portal.
    case export(UsersExport, DocumentFile)
    /// The portal's export of subscriptions.
    case products(ProductReading.Found)
  }

  /// What is known of a document besides what it says.
  struct DocumentFile {
    /// The file's name without its folder.
    var name: String
    /// A digest of its bytes.
    var digest: String
    /// The day on which it was written.
    var day: Day
  }

  /// Why a file is not taken: the key of a sentence in `messages` and its arguments.
  struct Failure: Error {
    var key: String
    var arguments: [String: String]
  }

  /// Reads a file, whatever it is called.
  ///
  /// `mapping` gives the columns that were chosen for a list with such a header before; a list is
  /// read as `reading` says where that is given.
  static func read(
    _ path: String, as reading: PeopleReading? = nil,
    mapping: (PeopleListFacts) -> [PeopleColumn]? = { _ in nil }
  ) -> Result<Content, Failure> {
    func failure(_ key: String, _ reason: String = "") -> Failure {
      Failure(key: key, arguments: ["path": AdminPath.shown(path), "reason": reason])
    }
    do {
      let head = try FileAccess.head(path, count: DocumentKind.headSize)
      guard !head.isEmpty else { return .failure(failure("file-empty")) }
      var kind = reading == nil ? DocumentKind.recognise(head) : .peopleList
      if let key = key(of: kind) { return .failure(failure(key)) }
      let bytes = try FileAccess.read(path)
      if kind == .workbook {
        do throws(TableFailure) {
          kind = try DocumentKind.recognise(workbook: bytes)
        } catch {
          return .failure(failure(key(of: error)))
        }
      }
      switch kind {
      case .peopleList:
        let list: PeopleList
        do throws(TableFailure) {
          list = try people(bytes, reading, mapping)
        } catch {
          return .failure(failure(key(of: error)))
        }
        return list.batch.rows.isEmpty
          ? .failure(failure("file-not-people")) : .success(.people(list))
      case .usersExport, .usageReport:
        guard let export = try? UsersExport.read(bytes) else {
          return .failure(failure("file-damaged"))
        }
        return .success(
          .export(
            export,
            DocumentFile(
              name: String(path.split(separator: "/").last ?? ""), digest: RowDigest.of([bytes]),
              day: try FileAccess.writtenOn(path))))
      case .subscriptionsExport: return ProductReading.read(path).map { .products($0) }
      default: return .failure(failure(key(of: kind) ?? "file-not-people"))
      }
    } catch {
      return .failure(failure(error.unreadKey, error.words))
    }
  }

  private static func people(
    _ bytes: [UInt8], _ reading: PeopleReading?, _ mapping: (PeopleListFacts) -> [PeopleColumn]?
  ) throws(TableFailure) -> PeopleList {
    let list = try PeopleListReader.read(bytes, reading: .init(reading ?? PeopleReading()))
    guard reading == nil, let columns = mapping(list.facts), columns != list.facts.columns else {
      return list
    }
    return try PeopleListReader.read(bytes, reading: .init(PeopleReading(columns: columns)))
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

  /// The sentence about a kind that is not read here; nil for what is.
  private static func key(of kind: DocumentKind) -> String? {
    switch kind {
    case .lmstat: "file-is-lmstat"
    case .debugLog: "file-is-debug-log"
    case .licenceFile, .licencePath: "file-is-licence-file"
    case .helperList: "file-is-helper-list"
    case .oldWorkbook: "file-is-xls"
    case .unknown: "file-not-people"
    case .peopleList, .usersExport, .usageReport, .subscriptionsExport, .workbook: nil
    }
  }
}

extension PeopleListReader.Reading {
  /// What the admin asked for.
  init(_ reading: PeopleReading) {
    self.init(
      table: Table.Reading(encoding: reading.encoding, delimiter: reading.delimiter),
      hasHeader: reading.hasHeader, columns: reading.columns)
  }
}
