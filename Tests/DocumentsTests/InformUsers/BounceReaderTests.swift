import Migration
import Testing

@testable import Documents

/// Mails in the grammar of four mail systems, each made for these tests.
@Suite("What mail systems send back")
struct BounceReaderTests {
  private static let id = "overstap.switch-over.17.abc@overstap.invalid"

  /// Postfix: a report of RFC 3464 with the message below it.
  private static let postfix = """
    Return-Path: <>
    Date: Mon, 18 Jan 2027 07:02:11 +0100 (CET)
    From: MAILER-DAEMON@mail.example.com (Mail Delivery System)
    Subject: Undelivered Mail Returned to Sender
    To: it@example.com
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status;
    \tboundary="4BX.1/mail.example.com"

    --4BX.1/mail.example.com
    Content-Type: text/plain; charset=us-ascii

    <jan@example.com>: host mx.example.com said: 550 5.1.1 <jan@example.com>: unknown

    --4BX.1/mail.example.com
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mail.example.com

    Final-Recipient: rfc822; jan@example.com
    Original-Recipient: rfc822;jan@example.com
    Action: failed
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 <jan@example.com>: Recipient address
        rejected: User unknown

    --4BX.1/mail.example.com
    Content-Type: message/rfc822

    Message-ID: <\(id)>
    Subject: hello
    """

  /// Exchange: a report whose address has a type in capitals, without the message.
  private static let exchange = """
    From: <postmaster@tenant.example.com>
    Subject: Undeliverable: hello
    Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

    --b1
    Content-Type: text/html; charset="us-ascii"

    <p>The recipient's mailbox is full.</p>
    --b1
    Content-Type: message/delivery-status

    Reporting-MTA: dns;AM0.tenant.example.com
    Arrival-Date: Mon, 18 Jan 2027 06:02:11 +0000

    Original-Recipient: rfc822;Ann.deVries@example.com
    Final-Recipient: RFC822;ann@tenant.example.com
    Action: failed
    Status: 5.2.2
    X-Display-Name: Ann de Vries
    --b1--
    """

  /// Exim: the failed address in a header, the message quoted below.
  private static let exim = """
    Return-path: <>
    X-Failed-Recipients: bram@example.com
    Auto-Submitted: auto-replied
    From: Mail Delivery System <Mailer-Daemon@exim.example.com>
    Subject: Mail delivery failed: returning message to sender

    This message was created automatically by mail delivery software.

      bram@example.com
        retry timeout exceeded

    ------ This is a copy of the message, including all the headers. ------

    Message-ID: <overstap.reminder.18.abc@overstap.invalid>
    Subject: hello
    """

  /// qmail: nothing but words, and the message quoted.
  private static let qmail = """
    Return-Path: <>
    From: MAILER-DAEMON@qmail.example.com
    Subject: failure notice

    Hi. This is the qmail-send program at qmail.example.com.

    <chloe@example.com>:
    Sorry, no mailbox here by that name. (#5.1.1)

    --- Below this line is a copy of the message.

    Message-ID: <overstap.announcement.19.abc@overstap.invalid>
    """

  private func read(_ text: String) -> BounceReader {
    var reader = BounceReader()
    reader.read(Array(text.utf8))
    return reader
  }

  @Test(
    "tell the address or the message, and why",
    arguments: [
      (
        postfix, Bounce(address: "jan@example.com", messageID: id, reason: .unknownAddress)
      ),
      (exchange, Bounce(address: "Ann.deVries@example.com", reason: .mailboxFull)),
      (
        exim,
        Bounce(
          address: "bram@example.com", messageID: "overstap.reminder.18.abc@overstap.invalid")
      ),
      (qmail, Bounce(messageID: "overstap.announcement.19.abc@overstap.invalid")),
    ])
  func one(mail: String, bounce: Bounce) {
    #expect(read(mail).bounces == [bounce])
    // As Windows writes it.
    #expect(read(mail.replacing("\n", with: "\r\n")).bounces == [bounce])
  }

  @Test("in one mailbox are all read")
  func mailbox() {
    let mails = [Self.postfix, Self.exchange, Self.exim, Self.qmail]
    let mbox = mails.map { "From MAILER-DAEMON Mon Jan 18 07:02:11 2027\n\($0)\n\n" }.joined()
    #expect(read(mbox).bounces.count == 4)
    #expect(read(mbox).mails == 4)
  }

  @Test("of a delay, an answer of a person and any other mail are none")
  func none() {
    #expect(read(Self.postfix.replacing("Action: failed", with: "Action: delayed")).bounces == [])
    let answer = "From: Jan <jan@example.com>\nIn-Reply-To: <\(Self.id)>\n\nThank you!\n"
    #expect(read(answer).bounces == [])
    #expect(read(answer).mails == 1)
    #expect(read("").mails == 0)
  }

  @Test("of several people in one report tell each")
  func several() {
    let more = """
      Status: 5.1.1

      Final-Recipient: rfc822; ann@example.com
      Action: failed
      Status: 5.7.1

      Final-Recipient: rfc822; bram@example.com
      Action: relayed
      Status: 2.0.0
      """
    let mail = Self.postfix.replacing("Status: 5.1.1", with: more)
    #expect(
      read(mail).bounces == [
        Bounce(address: "jan@example.com", reason: .unknownAddress),
        Bounce(address: "ann@example.com", reason: .refused),
      ])
  }
}
