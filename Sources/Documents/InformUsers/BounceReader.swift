import Migration

/// Reads what mail systems send back: a mail, or a mailbox of them.
///
/// A report of RFC 3464 tells the address, the status and whether it failed. Others tell the failed
/// address in a header (`X-Failed-Recipients`) or quote the message, whose identifier leads to the person;
/// they count only where they come from a mail system. A report of a delay is none.
package struct BounceReader: Sendable {
  /// What came back.
  package private(set) var bounces: [Bounce] = []
  /// Mails that were read, bounces or not.
  package private(set) var mails = 0

  /// Begins with nothing.
  package init() {}

  /// Reads a file: one mail, or an mbox. O(bytes).
  package mutating func read(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      guard Self.isMailbox(bytes) else { return readMail(bytes[...]) }
      var start = 0
      var place = 0
      while place < bytes.count {
        let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
        if place > start, Self.begins(bytes, at: place, with: "From "),
          place >= 2, bytes[place - 2] == 0x0A || bytes[place - 2] == 0x0D
        {
          readMail(bytes[start..<place])
          start = place
        }
        place = end + 1
      }
      readMail(bytes[start...])
    }
  }

  private static func isMailbox(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    begins(bytes, at: 0, with: "From ")
  }

  private static func begins(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, with text: StaticString
  ) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    return text.withUTF8Buffer { text in
      (0..<count).allSatisfy { bytes[place + $0] == text[$0] }
    }
  }

  // MARK: One mail

  /// What lines of a mail tell, as they go by.
  private struct Told {
    var isInHead = true
    var isReport = false
    var isFromSystem = false
    var failedRecipients: [String] = []
    /// The recipients of a report: address, action and status of each.
    var recipients: [(address: String, action: String, status: String)] = []
    var messageID: String?
  }

  private mutating func readMail(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    mails += 1
    var told = Told()
    var line = ""
    for raw in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: raw.last == 0x0D ? raw.dropLast() : raw, as: UTF8.self)
      // A line that begins with a blank goes on with the one before.
      if text.first == " " || text.first == "\t", !line.isEmpty {
        if line.utf8.count < 4_096 { line += " " + text.drop { $0 == " " || $0 == "\t" } }
        continue
      }
      Self.take(line, &told)
      if text.isEmpty { told.isInHead = false }
      line = text
    }
    Self.take(line, &told)
    bounces += Self.bounces(told)
  }

  private static func take(_ line: String, _ told: inout Told) {
    if told.messageID == nil, let id = ownID(in: line) { told.messageID = id }
    guard let colon = line.firstIndex(of: ":") else { return }
    let name = line[..<colon].lowercased()
    let value = line[colon...].dropFirst().drop { $0 == " " }
    switch name {
    case "content-type" where told.isInHead:
      told.isReport = value.lowercased().contains("delivery-status")
    case "from" where told.isInHead, "return-path" where told.isInHead,
      "sender" where told.isInHead:
      let sender = value.lowercased()
      if sender.contains("mailer-daemon") || sender.contains("postmaster")
        || sender.hasPrefix("<>") || sender.contains("mail delivery")
      {
        told.isFromSystem = true
      }
    case "x-failed-recipients" where told.isInHead:
      told.failedRecipients = value.split(separator: ",").map { address(in: $0) }
    case "original-recipient", "final-recipient":
      // One recipient has both, the original one first in some systems and last in others.
      let address = address(in: value.split(separator: ";").last ?? "")
      if let last = told.recipients.last, last.action.isEmpty, last.status.isEmpty {
        if name == "original-recipient" {
          told.recipients[told.recipients.count - 1].address = address
        }
      } else {
        told.recipients.append((address, "", ""))
      }
    case "action":
      if let last = told.recipients.indices.last, told.recipients[last].action.isEmpty {
        told.recipients[last].action = value.lowercased().filter { $0.isLetter }
      }
    case "status":
      if let last = told.recipients.indices.last, told.recipients[last].status.isEmpty {
        told.recipients[last].status = String(value.prefix { $0.isNumber || $0 == "." })
      }
    default: break
    }
  }

  private static func address(in text: some StringProtocol) -> String {
    var address = text.drop { $0 == " " || $0 == "<" }.prefix { $0 != ">" && $0 != " " }
    if address.lowercased().hasPrefix("rfc822;") { address = address.dropFirst(7) }
    return String(address)
  }

  /// An identifier of ours in a line.
  private static func ownID(in line: String) -> String? {
    guard let end = line.firstRange(of: "@overstap.invalid"),
      let start = line[..<end.lowerBound].firstRange(of: "overstap.")
    else { return nil }
    return String(line[start.lowerBound..<end.upperBound])
  }

  private static func bounces(_ told: Told) -> [Bounce] {
    let failed = told.recipients.filter { $0.action == "failed" }
    if told.isReport || !failed.isEmpty {
      return failed.map {
        Bounce(
          address: $0.address, messageID: failed.count == 1 ? told.messageID : nil,
          reason: .init(status: $0.status))
      }
    }
    guard told.isFromSystem else { return [] }
    if !told.failedRecipients.isEmpty {
      return told.failedRecipients.map { address in
        Bounce(
          address: address,
          messageID: told.failedRecipients.count == 1 ? told.messageID : nil, reason: .other)
      }
    }
    return told.messageID.map { [Bounce(messageID: $0)] } ?? []
  }
}
