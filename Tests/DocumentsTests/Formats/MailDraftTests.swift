import Migration
import Testing

@testable import Documents

@Suite("A mail that is sent by hand")
struct MailDraftTests {
  private func text(_ draft: MailDraft) -> String { String(decoding: draft.bytes, as: UTF8.self) }

  /// What stands in base64 behind the nth empty line.
  private func part(_ number: Int, of mail: String) throws -> [UInt8] {
    let blocks = mail.split(separator: "\r\n\r\n")
    try #require(blocks.count > number)
    let lines = blocks[number].split(separator: "\r\n").prefix { !$0.hasPrefix("--") }
    return try #require(decoded(lines.joined()))
  }

  private func decoded(_ text: String) -> [UInt8]? {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var bits = 0
    var held = 0
    var bytes: [UInt8] = []
    for character in text where character != "=" {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      held = held << 6 | value
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: held >> bits))
      }
    }
    return bytes
  }

  @Test("opens as a draft with its text and its files as they are")
  func whole() throws {
    let list: [UInt8] = Array("First name,Last name\r\nZoë,Ćosić\r\n".utf8)
    let mail = text(
      MailDraft(
        to: "office@example.com", subject: "Two people", text: "Hello,\nZoë\n",
        attachments: [.init(name: "01-invite-1.csv", type: "text/csv; charset=utf-8", bytes: list)])
    )
    #expect(mail.hasPrefix("To: office@example.com\r\nSubject: Two people\r\nX-Unsent: 1\r\n"))
    #expect(mail.contains("Content-Disposition: attachment; filename=\"01-invite-1.csv\""))
    #expect(try part(2, of: mail) == Array("Hello,\nZoë\n".utf8))
    #expect(try part(3, of: mail) == list)
    #expect(mail.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
    #expect(mail.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("has a subject in any script as words that mail programs read")
  func subject() throws {
    let subject =
      "Wilt u 12 mensen uitnodigen in het Autodesk-portaal? Graag vóór vrijdag, Zoë Ćosić"
    let mail = text(MailDraft(to: "a@example.com", subject: subject, text: ""))
    let header = mail.split(separator: "X-Unsent")[0].dropFirst(
      "To: a@example.com\r\nSubject: ".count)
    var bytes: [UInt8] = []
    for word in header.split(whereSeparator: \.isWhitespace) {
      #expect(word.hasPrefix("=?utf-8?B?") && word.hasSuffix("?=") && word.utf8.count <= 75)
      bytes += try #require(decoded(String(word.dropFirst(10).dropLast(2))))
    }
    #expect(String(decoding: bytes, as: UTF8.self) == subject)
  }

  @Test("lets nothing that is put in it begin another header or another part")
  func hostile() {
    let mail = text(
      MailDraft(
        to: "a@example.com\r\nBcc: b@example.com", subject: "x\nBcc: c@example.com",
        text: "--=_overstap\r\nBcc: d@example.com",
        attachments: [.init(name: "a\"\r\nX: y.csv", type: "text/csv", bytes: [])]))
    let lines = mail.split(separator: "\r\n")
    #expect(!lines.contains { $0.hasPrefix("Bcc") || $0.hasPrefix("X: ") })
    #expect(lines.count { $0.hasPrefix("--=_overstap") } == 3)
  }

  @Test("is base64 of any length", arguments: 0..<10)
  func base64(length: Int) throws {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ 13) }
    let text = Base64.text(bytes)
    #expect(text.utf8.count % 4 == 0)
    #expect(try #require(decoded(text)) == bytes)
  }
}
