/// A message that came back, as a mail system tells it.
package struct Bounce: Hashable, Sendable {
  /// Why it came back, as far as a mail system says it in a way that programs understand.
  package enum Reason: String, CaseIterable, Sendable {
    /// There is no such address.
    case unknownAddress = "unknown-address"
    /// The mailbox takes nothing more.
    case mailboxFull = "mailbox-full"
    /// The receiver's mail system does not want it.
    case refused
    /// It could not be brought there in time.
    case notReached = "not-reached"
    /// Something else.
    case other

    /// The reason of a status such as `5.1.1`. Source: RFC 3463.
    package init(status: some StringProtocol) {
      let parts = String(status).split(separator: ".").map(String.init)
      guard parts.count >= 3 else {
        self = .other
        return
      }
      switch (parts[1], parts[2]) {
      case ("1", _): self = .unknownAddress
      case ("2", "2"): self = .mailboxFull
      case ("2", "1"): self = .unknownAddress
      case ("7", _): self = .refused
      case ("4", _): self = .notReached
      default: self = .other
      }
    }
  }

  /// The address that it did not reach; empty where that is not said.
  package var address: String
  /// The identifier of the message, without angle brackets; nil where that is not said.
  package var messageID: String?
  /// Why.
  package var reason: Reason
  /// The day on which it came back; nil where that is not known.
  package var day: Day?

  /// Makes a bounce.
  package init(
    address: String = "", messageID: String? = nil, reason: Reason = .other, day: Day? = nil
  ) {
    self.address = address
    self.messageID = messageID
    self.reason = reason
    self.day = day
  }
}
