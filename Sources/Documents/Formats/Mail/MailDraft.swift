import Migration

/// A mail that somebody looks at and sends with a mail program: an `.eml` file that opens as a draft.
///
/// Sources: RFC 5322 (headers), RFC 2045 to 2047 and 2183 (parts, encoded words, attachments), RFC 2231
/// (file names); `X-Unsent` is how Outlook tells a draft. There is no From and no Date: the mail program
/// fills both in when it sends.
package struct MailDraft: Sendable {
  /// A file that goes along.
  package struct Attachment: Hashable, Sendable {
    /// Its name without a folder.
    package var name: String
    /// Its kind (`text/csv`).
    package var type: String
    /// What is in it.
    package var bytes: [UInt8]
    /// Makes an attachment.
    package init(name: String, type: String, bytes: [UInt8]) {
      self.name = name
      self.type = type
      self.bytes = bytes
    }
  }

  /// Whom it is for: one address.
  package var to: String
  /// Its subject.
  package var subject: String
  /// Its text, lines ended by newlines.
  package var text: String
  /// The files that go along.
  package var attachments: [Attachment]

  /// Makes a draft.
  package init(to: String, subject: String, text: String, attachments: [Attachment] = []) {
    self.to = to
    self.subject = subject
    self.text = text
    self.attachments = attachments
  }

  /// The draft as an `.eml` file. What could end a header's line is left out of headers. O(bytes).
  package var bytes: [UInt8] {
    var mail = ""
    mail += "To: \(MailHeader.inOneLine(to))\r\n"
    mail += "Subject: \(MailHeader.text(subject))\r\n"
    mail += "X-Unsent: 1\r\nMIME-Version: 1.0\r\n"
    let boundary = "=_overstap_" + MailDraft.mark(of: text, attachments)
    mail += "Content-Type: multipart/mixed; boundary=\"\(boundary)\"\r\n\r\n"
    mail += part(boundary, "Content-Type: text/plain; charset=utf-8\r\n", Array(text.utf8))
    for attachment in attachments {
      let name = MailDraft.fileName(attachment.name)
      mail += part(
        boundary,
        "Content-Type: \(attachment.type)\r\n"
          + "Content-Disposition: attachment; filename=\"\(name)\"\r\n", attachment.bytes)
    }
    mail += "--\(boundary)--\r\n"
    return Array(mail.utf8)
  }

  private func part(_ boundary: String, _ headers: String, _ bytes: [UInt8]) -> String {
    "--\(boundary)\r\n\(headers)Content-Transfer-Encoding: base64\r\n\r\n"
      + Base64.lines(bytes) + "\r\n"
  }

  /// A file's name of letters, digits, stops and strokes.
  private static func fileName(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { scalar in
          let isPlain =
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
          return isPlain || scalar == "." || scalar == "-" ? scalar : "_"
        }))
  }

  /// A mark that stands nowhere in the parts, which are base64 and hold no `_`.
  private static func mark(of text: String, _ attachments: [Attachment]) -> String {
    String(Digest(text).number, radix: 16) + "_\(attachments.count)"
  }
}
