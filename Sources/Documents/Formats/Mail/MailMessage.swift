import Migration

/// A mail to one person: the same said twice, as plain text and as HTML.
///
/// Sources: RFC 5322 (headers), RFC 2045 and 2046 (`multipart/alternative`), RFC 3834
/// (`Auto-Submitted`, so that no holiday answers come).
package struct MailMessage: Sendable {
  /// Whom it is from and whom answers go to.
  package struct Sender: Hashable, Sendable {
    /// The name before the address; empty for none.
    package var name: String
    /// The address; empty while it is not known, for a draft that the mail program fills in.
    package var address: String
    /// The address to which answers go; empty for that of the sender.
    package var replyTo: String

    /// Makes a sender.
    package init(name: String = "", address: String = "", replyTo: String = "") {
      self.name = name
      self.address = address
      self.replyTo = replyTo
    }
  }

  /// Whom it is for, by name.
  package var name: String
  /// Whom it is for.
  package var address: String
  /// The subject.
  package var subject: String
  /// The text; lines end with newlines.
  package var text: [UInt8]
  /// The same as HTML.
  package var html: [UInt8]
  /// Its identifier, without angle brackets.
  package var id: String

  /// Makes a message.
  package init(
    name: String, address: String, subject: String, text: [UInt8], html: [UInt8], id: String
  ) {
    self.name = name
    self.address = address
    self.subject = subject
    self.text = text
    self.html = html
    self.id = id
  }

  /// Stands between the parts; quoted-printable text never has it, since `=` is encoded there.
  private static let boundary = "=_overstap_parts"

  /// The mail with lines that end with CRLF. Without a sender's address it opens as a draft. O(bytes).
  package func bytes(from sender: Sender, at date: MailDate) -> [UInt8] {
    var head = ""
    if !sender.address.isEmpty {
      head += "From: \(MailHeader.mailbox(sender.name, sender.address))\r\n"
      if !sender.replyTo.isEmpty {
        head += "Reply-To: \(MailHeader.address(sender.replyTo))\r\n"
      }
    }
    head += "To: \(MailHeader.mailbox(name, address))\r\n"
    head += "Subject: \(MailHeader.text(subject))\r\n"
    if !sender.address.isEmpty { head += "Date: \(date.header)\r\n" }
    head += "Message-ID: <\(MailHeader.inOneLine(id))>\r\n"
    head += sender.address.isEmpty ? "X-Unsent: 1\r\n" : "Auto-Submitted: auto-generated\r\n"
    head += "MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n"
    head += " boundary=\"\(Self.boundary)\"\r\n\r\n"
    var mail: [UInt8] = []
    mail.reserveCapacity(head.utf8.count + text.count + html.count + html.count / 8 + 512)
    mail += head.utf8
    Self.part("plain", text, to: &mail)
    Self.part("html", html, to: &mail)
    mail += "--\(Self.boundary)--\r\n".utf8
    return mail
  }

  private static func part(_ kind: String, _ text: [UInt8], to mail: inout [UInt8]) {
    mail += "--\(boundary)\r\nContent-Type: text/\(kind); charset=utf-8\r\n".utf8
    mail += "Content-Transfer-Encoding: quoted-printable\r\n\r\n".utf8
    QuotedPrintable.append(text, to: &mail)
    mail += "\r\n".utf8
  }
}

/// Mails one behind the other in one file, as mail programs read and import them. Source: RFC 4155;
/// lines end with LF there, and no line of ours but the first of each begins with `From `.
package struct MailboxWriter: Sendable {
  /// The mailbox so far.
  package private(set) var bytes: [UInt8] = []

  /// An empty mailbox.
  package init() {}

  /// Adds a mail, whose lines end with CRLF.
  package mutating func add(_ mail: [UInt8], at date: MailDate) {
    bytes += "From MAILER-DAEMON \(date.mbox)\n".utf8
    bytes.reserveCapacity(bytes.count + mail.count)
    for byte in mail where byte != 0x0D { bytes.append(byte) }
    bytes.append(0x0A)
  }
}
