/// What a file is, told by its content and never by its name.
package enum DocumentKind: Hashable, Sendable {
  /// Output of `lmutil lmstat -a`.
  case lmstat
  /// A licence server's debug log.
  case debugLog
  /// A FlexNet licence file, of a server or of a client.
  case licenceFile
  /// Values of `ADSKFLEX_LICENSE_FILE` or `LM_LICENSE_FILE`: where clients look for licences.
  case licencePath
  /// The licensing helper's list of installed products.
  case helperList
  /// What a script that switched a computer wrote of it.
  case switchResult
  /// A list of computers: an inventory's, or a directory's.
  case deviceList
  /// A list of people: HR's, a directory's, or the portal's own import file.
  case peopleList
  /// The portal's export of users.
  case usersExport
  /// The portal's usage report.
  case usageReport
  /// The portal's export of subscriptions.
  case subscriptionsExport
  /// A workbook (`.xlsx`) whose sheets have to be read to tell more.
  case workbook
  /// A ZIP archive of files, as the answers of many computers are packed.
  case archive
  /// A workbook of the kind before `.xlsx`, or one with a password, which cannot be read.
  case oldWorkbook
  /// A file that is known, and of no use here.
  case ofNoUse(FileOfNoUse)
  /// Nothing that is known here.
  case unknown

  /// The kind's name in what the command line tells.
  package var name: String {
    switch self {
    case .lmstat: "lmstat"
    case .debugLog: "debug-log"
    case .licenceFile: "licence-file"
    case .licencePath: "licence-path"
    case .helperList: "helper-list"
    case .switchResult: "switch-result"
    case .deviceList: "device-list"
    case .peopleList: "invite-csv"
    case .usersExport: "users-export"
    case .usageReport: "usage-report"
    case .subscriptionsExport: "subscriptions-export"
    case .workbook: "workbook"
    case .archive: "archive"
    case .oldWorkbook: "old-workbook"
    case .ofNoUse(let file): file.rawValue
    case .unknown: "unknown"
    }
  }

  /// How a file of some kind is read.
  package enum Reading: Equatable, Sendable {
    /// Line by line as it comes, for it may be long.
    case lines(Lines)
    /// As a whole.
    case whole(Whole)
    /// Not at all.
    case not(NotRead)
  }

  /// What is read as it comes.
  package enum Lines: Equatable, Sendable {
    case debugLog, lmstat, licenceFile, helperList
  }

  /// What is read as a whole; a workbook only tells by its sheets what it is.
  package enum Whole: Equatable, Sendable {
    case licencePath, switchResult, deviceList, people, users, subscriptions, archive, workbook
  }

  /// Why nothing of a file is read.
  package enum NotRead: Equatable, Sendable {
    case unknown, oldWorkbook
    case ofNoUse(FileOfNoUse)
  }

  /// How it is read.
  package var reading: Reading {
    switch self {
    case .lmstat: .lines(.lmstat)
    case .debugLog: .lines(.debugLog)
    case .licenceFile: .lines(.licenceFile)
    case .helperList: .lines(.helperList)
    case .licencePath: .whole(.licencePath)
    case .switchResult: .whole(.switchResult)
    case .deviceList: .whole(.deviceList)
    case .peopleList: .whole(.people)
    case .usersExport, .usageReport: .whole(.users)
    case .subscriptionsExport: .whole(.subscriptions)
    case .workbook: .whole(.workbook)
    case .archive: .whole(.archive)
    case .oldWorkbook: .not(.oldWorkbook)
    case .ofNoUse(let file): .not(.ofNoUse(file))
    case .unknown: .not(.unknown)
    }
  }

  /// What files tell of.
  package enum Subject: Sendable {
    /// The people of an organisation.
    case people
    /// What the portal has.
    case portal
    /// Licence servers and who uses them.
    case licences
    /// Computers and what is on them.
    case computers
    /// Whatever it is told to be.
    case undecided
    /// Nothing that is of use.
    case nothing
  }

  /// What it tells of.
  package var subject: Subject {
    switch self {
    case .lmstat, .debugLog, .licenceFile, .licencePath: .licences
    case .helperList, .switchResult, .deviceList, .archive: .computers
    case .peopleList: .people
    case .usersExport, .usageReport, .subscriptionsExport: .portal
    case .workbook, .unknown: .undecided
    case .oldWorkbook, .ofNoUse: .nothing
    }
  }

  /// How many bytes of a file's head are enough to tell.
  package static let headSize = 65_536

  /// What a file is that begins like this, and what else stands in it: an answer and a licence file in
  /// one mail, an answer that was written behind a log. O(bytes of the head).
  ///
  /// Text is decoded before it is recognised. The kinds with a grammar of their own are asked before
  /// the tables, since a log may look like a table and a table never like a log.
  package static func look(at head: [UInt8]) -> (kind: DocumentKind, others: [DocumentKind]) {
    switch TableFile.kind(of: head.span) {
    case .workbook: return (.workbook, [])
    case .compound: return (.oldWorkbook, [])
    case .text: break
    }
    if let file = FileOfNoUse.byMark(head.span) { return (.ofNoUse(file), []) }
    let text = TextStream.text(of: head)
    if SwitchResult.recognises(text.span) { return (.switchResult, []) }
    if HelperList.recognises(text.span) { return (.helperList, []) }
    if FileOfNoUse.isLogInJSON(text.span) { return (.ofNoUse(.logInJSON), []) }
    if FileOfNoUse.isLicenceTable(text.span) { return (.ofNoUse(.licenceTable), []) }
    let kinds = LicensingLines(text.span).kinds
    if let kind = kinds.first { return (kind, Array(kinds.dropFirst())) }
    if let path = LicencePathText.read(head), !path.servers.isEmpty { return (.licencePath, []) }
    if let file = FileOfNoUse.byLines(text.span) { return (.ofNoUse(file), []) }
    let sample = Table.sample(of: head.span)
    if let export = UsersExport.recognises(sample) { return (DocumentKind(export), []) }
    if SubscriptionsExport.recognises(sample) { return (.subscriptionsExport, []) }
    if let file = FileOfNoUse.byColumns(sample) { return (.ofNoUse(file), []) }
    if PeopleListReader.recognises(sample) { return (.peopleList, []) }
    return (DeviceList.recognises(sample) ? .deviceList : .unknown, [])
  }

  /// Tells what a file is that begins like this; O(bytes of the head).
  package static func recognise(_ head: [UInt8]) -> DocumentKind { look(at: head).kind }

  /// Tells what a workbook is, by the first of its sheets that says something; O(bytes).
  package static func recognise(workbook bytes: [UInt8]) throws(TableFailure) -> DocumentKind {
    if FileArchive(bytes) != nil { return .archive }
    let file = try TableFile(bytes)
    if let export = try UsersExport.recognises(file) { return DocumentKind(export) }
    if try SubscriptionsExport.recognises(file) { return .subscriptionsExport }
    if let known = try FileOfNoUse.byColumns(file) { return .ofNoUse(known) }
    if try PeopleListReader.recognises(file) { return .peopleList }
    if try DeviceList.recognises(file) { return .deviceList }
    return .unknown
  }

  /// The kind of document that an export of users is.
  package init(_ export: UsersExport.Kind) {
    switch export {
    case .users: self = .usersExport
    case .usage: self = .usageReport
    }
  }
}
