/// What a file is, told by its content and never by its name.
package enum DocumentKind: String, CaseIterable, Sendable {
  /// Output of `lmutil lmstat -a`.
  case lmstat
  /// A licence server's debug log.
  case debugLog = "debug-log"
  /// A FlexNet licence file, of a server or of a client.
  case licenceFile = "licence-file"
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
  /// A workbook of the kind before `.xlsx`, which cannot be read.
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
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .oldWorkbook }
    if HelperList.recognises(bytes) { return .helperList }
    if LmstatOutput.recognises(bytes) { return .lmstat }
    if DebugLog.recognises(bytes) { return .debugLog }
    if LicenceFile.recognises(bytes) { return .licenceFile }
    if PeopleListReader.recognises(bytes) { return .peopleList }
    return .unknown
  }
}
