/// What a file is, told by its content and never by its name.
package enum DocumentKind: String, CaseIterable, Sendable {
  /// Output of `lmutil lmstat -a`.
  case lmstat
  /// A licence server's debug log.
  case debugLog = "debug-log"
  /// A FlexNet licence file, of a server or of a client.
  case licenceFile = "licence-file"
  /// Values of `ADSKFLEX_LICENSE_FILE` or `LM_LICENSE_FILE`: where clients look for licences.
  case licencePath = "licence-path"
  /// The licensing helper's list of installed products.
  case helperList = "helper-list"
  /// A list of people: HR's, a directory's, or the portal's own import file.
  case peopleList = "invite-csv"
  /// The portal's export of users.
  case usersExport = "users-export"
  /// The portal's usage report.
  case usageReport = "usage-report"
  /// The portal's export of subscriptions.
  case subscriptionsExport = "subscriptions-export"
  /// A workbook (`.xlsx`) whose sheets have to be read to tell more.
  case workbook
  /// A workbook of the kind before `.xlsx`, or one with a password, which cannot be read.
  case oldWorkbook = "old-workbook"
  /// Nothing that is known here.
  case unknown

  /// How many bytes of a file's head are enough to tell.
  package static let headSize = 65_536

  /// Tells what a file is that begins like this; O(bytes of the head).
  ///
  /// The kinds with a grammar of their own are asked before the tables, since a log may look like a
  /// table and a table never like a log.
  package static func recognise(_ head: [UInt8]) -> DocumentKind {
    let bytes = head.span
    switch TableFile.kind(of: bytes) {
    case .workbook: return .workbook
    case .compound: return .oldWorkbook
    case .text: break
    }
    if HelperList.recognises(bytes) { return .helperList }
    if LmstatOutput.recognises(bytes) { return .lmstat }
    if DebugLog.recognises(bytes) { return .debugLog }
    if LicenceFile.recognises(bytes) { return .licenceFile }
    if let path = LicencePathText.read(head), !path.servers.isEmpty { return .licencePath }
    if let export = UsersExport.recognises(bytes) { return DocumentKind(export) }
    if SubscriptionsExport.recognises(bytes) { return .subscriptionsExport }
    if PeopleListReader.recognises(bytes) { return .peopleList }
    return .unknown
  }

  /// Tells what a workbook is, by the first of its sheets that says something; O(bytes).
  package static func recognise(workbook bytes: [UInt8]) throws(TableFailure) -> DocumentKind {
    let file = try TableFile(bytes)
    if let export = try UsersExport.recognises(file) { return DocumentKind(export) }
    if try SubscriptionsExport.recognises(file) { return .subscriptionsExport }
    if try PeopleListReader.recognises(file) { return .peopleList }
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
