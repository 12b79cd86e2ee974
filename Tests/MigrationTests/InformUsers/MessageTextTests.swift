import Testing

@testable import Migration

@Suite("The text of a message")
struct MessageTextTests {
  private func template(
    _ body: String, subject: String = "Hello", parts: [String: String] = [:]
  ) throws -> MessageTemplate {
    try MessageTemplate(MessageText(subject: subject, body: body), parts: parts)
  }

  @Test("has paragraphs, headings, points, steps and boxes")
  func blocks() throws {
    let text = try template(
      """
      Dear {first-name},
      good day.

      # What changes
      - one
        goes on
      - two

      1  Sign in: enter {address}.
      2. Welcome.

      | Sign in
      | [ NEXT ]

      See https://example.com/a?b=1.
      2024 was good.
      """)
    #expect(
      text.blocks == [
        .paragraph([
          .text("Dear "), .value(.firstName), .text(","), .text(" "), .text("good day."),
        ]),
        .heading([.text("What changes")]),
        .points([[.text("one"), .text(" "), .text("goes on")], [.text("two")]]),
        .steps([
          [.text("Sign in: enter "), .value(.address), .text(".")], [.text("Welcome.")],
        ]),
        .box([[.text("Sign in")], [.text("[ NEXT ]")]]),
        .paragraph([
          .text("See "), .link("https://example.com/a?b=1"), .text("."), .text(" "),
          .text("2024 was good."),
        ]),
      ])
    #expect(text.values == [.firstName, .address])
  }

  @Test("takes a name in capitals and with blanks, and braces that are doubled")
  func names() throws {
    let text = try template("{First name} {LAST NAME} {{day}}")
    #expect(
      text.blocks == [
        .paragraph([.value(.firstName), .text(" "), .value(.lastName), .text(" {day}")])
      ])
  }

  @Test("has parts in the place of their names on lines of their own")
  func parts() throws {
    let text = try template("Begin\n\n{sign-in}\n\nEnd", parts: ["sign-in": "1  One\n2  Two\n"])
    #expect(
      text.blocks == [
        .paragraph([.text("Begin")]), .steps([[.text("One")], [.text("Two")]]),
        .paragraph([.text("End")]),
      ])
  }

  @Test(
    "is refused with what is wrong with it",
    arguments: [
      ("a", "{nobody}", MessageFault.unknownValue("nobody")),
      ("{Product}", "a", .unknownValue("Product")),
      ("a", "Dear {first-name", .looseBrace("Dear {first-name")),
      ("a", "Dear first-name}", .looseBrace("Dear first-name}")),
      (" ", "a", .noSubject), ("a", " \n\n", .noBody),
    ])
  func faults(subject: String, body: String, fault: MessageFault) {
    #expect(throws: fault) { try template(body, subject: subject) }
  }

  @Test("gives a value one line, with nothing that steers")
  func values() {
    var values = MessageValues()
    values.set(.name, " Jan\r\nBcc: x@example.com\u{202E}\u{1B}[2J ")
    #expect(String(decoding: values[.name], as: UTF8.self) == "Jan  Bcc: x@example.com  [2J")
    #expect(values[.address] == [])
  }

  @Test("a person's message of a kind has one identifier, which leads back to both")
  func identity() {
    let identity = MessageIdentity(session: 0xFFFF_0000_1234_5678)
    let id = identity.messageID(.switchOver, UserID(17))
    #expect(id == identity.messageID(.switchOver, UserID(17)))
    #expect(id != identity.messageID(.reminder, UserID(17)))
    #expect(id != identity.messageID(.switchOver, UserID(18)))
    let found = identity.person(of: id)
    #expect(found?.kind == .switchOver && found?.user == UserID(17))
    #expect(MessageIdentity(session: 1).person(of: id) == nil)
    #expect(identity.person(of: "x@example.com") == nil)
  }
}
