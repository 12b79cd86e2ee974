import Migration
import Testing

@testable import Documents

@Suite("A message to one person")
struct MailMessageTests {
  private static let text = MessageText(
    subject: "From {day} you sign in to {products}",
    body: """
      Dear {name},

      # How
      1  Enter {address}.

      | Sign in
      | {address}

      More: https://example.com/help. From there on it goes.
      """)

  private func mail(
    name: String, address: String, products: String = "Maya", from: MailMessage.Sender = sender
  ) throws -> String {
    let layout = MessageLayout(try MessageTemplate(Self.text), language: "en")
    var values = MessageValues()
    values.set(.name, name)
    values.set(.address, address)
    values.set(.products, products)
    values.set(.day, "Monday")
    let message = MailMessage(
      name: name, address: address, subject: layout.subject(values), text: layout.text(values),
      html: layout.html(values), id: "a@overstap.invalid")
    return String(decoding: message.bytes(from: from, at: MailDate(seconds: 0)), as: UTF8.self)
  }

  private static let sender = MailMessage.Sender(
    name: "IT, desk", address: "it@example.com", replyTo: "help@example.com")

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\r\n", omittingEmptySubsequences: false)
  }

  @Test("has its headers, and says the same as text and as HTML")
  func whole() throws {
    let mail = try mail(name: "Jan Bakker", address: "jan+cad@example.com")
    let head = lines(mail).prefix { !$0.isEmpty }
    #expect(
      head == [
        "From: \"IT, desk\" <it@example.com>", "Reply-To: help@example.com",
        "To: Jan Bakker <jan+cad@example.com>", "Subject: From Monday you sign in to Maya",
        "Date: Thu, 1 Jan 1970 00:00:00 +0000", "Message-ID: <a@overstap.invalid>",
        "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
        "Content-Type: multipart/alternative;", " boundary=\"=_overstap_parts\"",
      ])
    #expect(mail.contains("\r\n1  Enter jan+cad@example.com.\r\n"))
    let html = try html(mail)
    #expect(html.contains("<li>Enter jan+cad@example.com.</li>"))
    #expect(mail.contains("\r\n    |  Sign in\r\n"))
    #expect(html.contains(">https://example.com/help</a>. From"))
  }

  @Test("without a sender it is a draft")
  func draft() throws {
    let mail = try mail(name: "Jan", address: "jan@example.com", from: .init())
    #expect(mail.contains("\r\nX-Unsent: 1\r\n"))
    #expect(!mail.contains("From: ") && !mail.contains("Date: "))
  }

  /// Names and products as people, lists and logs have them, and worse.
  private static let values: [String] = [
    "Zoë O'Brien-Ćosić", "Jan, jr.", "\"Q\" \\ <x>", "李 小龍", "محمد", "a\r\nBcc: b@example.com",
    "=_overstap_parts", "--=_overstap_parts", "=?utf-8?B?eA==?=", "</p><script>alert(1)</script>",
    "https://evil.example", "\" onmouseover=\"x", "=cmd|' /C calc'!A0", ".", "From here",
    "{day}", "& &amp;", String(repeating: "long ", count: 60), String(repeating: "ë", count: 300),
    "\u{0}\u{1B}[2J\u{202E}", "😀👩‍👩‍👧",
  ]

  @Test("no value makes a header, a part, a link or a tag", arguments: values)
  func harmless(_ value: String) throws {
    let plain = try mail(name: "N", address: "n@example.com", products: "P")
    let mail = try mail(name: value, address: "n@example.com", products: value)
    let folded: (String) -> [Substring] = { text in
      self.lines(text).prefix { !$0.isEmpty }.filter { !$0.hasPrefix(" ") }
    }
    let names: (String) -> [Substring] = { folded($0).map { $0.prefix { $0 != ":" } } }
    #expect(names(mail) == names(plain))
    #expect(mail.utf8.allSatisfy { $0 == 13 || $0 == 10 || (32...126).contains($0) })
    #expect(lines(mail).allSatisfy { $0.utf8.count <= 78 })
    #expect(lines(mail).dropFirst().allSatisfy { !$0.hasPrefix("From ") && $0 != "." })
    let parts: (String) -> Int = { text in
      self.lines(text).count { $0.hasPrefix("--=_overstap_parts") }
    }
    #expect(parts(mail) == 3)
    let html = try html(mail)
    let tags: (String) -> Int = { $0.utf8.count { $0 == UInt8(ascii: "<") } }
    #expect(tags(html) == tags(try self.html(plain)))
    #expect(html.split(separator: "href=").count == 2)
  }

  /// The HTML of a mail, with its soft line ends taken out.
  private func html(_ mail: String) throws -> String {
    let parts = mail.split(separator: "--=_overstap_parts\r\n")
    return String(try #require(parts.last).replacing("=\r\n", with: ""))
  }

  @Test("a list for a mail merge has a mark of UTF-8, semicolons and no formula")
  func merge() {
    var values = MessageValues()
    values.set(.name, "=1+1")
    values.set(.products, "Maya; \"Revit\"")
    var file = MailMergeFile()
    file.add(subject: "Hello", language: "nl", values)
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(text.contains(";'=1+1;"))
    #expect(text.contains(";\"Maya; \"\"Revit\"\"\";"))
    #expect(text.contains("subject;language;first-name;"))
  }

  @Test("a date is written as mail has it")
  func dates() {
    let date = MailDate(seconds: 1_799_919_720)
    #expect(date.header == "Thu, 14 Jan 2027 09:42:00 +0000")
    #expect(date.mbox == "Thu Jan 14 09:42:00 2027")
  }
}
