import Migration
import Seeds
import Testing

@Suite("Values of ADSKFLEX_LICENSE_FILE and LM_LICENSE_FILE")
struct LicencePathValueTests {
  private func addresses(_ text: String) -> [String] {
    LicencePathValue(text).servers.map(\.address)
  }

  @Test(
    "name their servers, however they are printed",
    arguments: [
      ("27000@lic01", ["27000@lic01"]), ("@lic01", ["@lic01"]),
      ("27000@lic01;2080@lic02", ["27000@lic01", "2080@lic02"]),
      ("27000@lic01:27001@lic02.example.com", ["27000@lic01", "27001@lic02.example.com"]),
      ("C:\\Autodesk\\a.lic;27000@lic01", ["27000@lic01"]),
      ("export ADSKFLEX_LICENSE_FILE=\"27000@lic01:@lic02\"", ["27000@lic01", "@lic02"]),
      ("    ADSKFLEX_LICENSE_FILE    REG_SZ    27000@lic01;@lic02", ["27000@lic01", "@lic02"]),
      ("setenv LM_LICENSE_FILE 1700@lic03", ["1700@lic03"]),
      ("ADSKFLEX_LICENSE_FILE=27000@lic01\nLM_LICENSE_FILE=@lic02\n", ["27000@lic01", "@lic02"]),
    ])
  func named(_ text: String, _ wanted: [String]) { #expect(addresses(text) == wanted) }

  @Test("with three addresses between commas are one redundant set")
  func redundant() {
    let servers = LicencePathValue("27000@a.example.com,27000@b.example.com,27000@c.example.com")
      .servers
    #expect(servers.count == 1)
    #expect(servers.first?.setUp == .redundant)
    #expect(servers.first?.hosts == ["a.example.com", "b.example.com", "c.example.com"])
  }

  @Test(
    "that are none have no servers",
    arguments: [
      "", "hello there", "ann@example.com writes", "70000@lic01", "x@$(reboot)", "27000@lic 01`id`",
      "C:\\Autodesk\\a.lic", "/var/flexlm/a.lic:/opt/b.lic",
    ])
  func none(_ text: String) { #expect(addresses(text) == []) }

  @Test("of any bytes crash nothing, and name only plain hosts", arguments: 1...200)
  func anything(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("@:;,=\"' \tREG_SZLICENSE_FILE27000lic01./\\C:$(`\n\u{0}é")
    let text = String((0..<60).map { _ in letters.randomElement(using: &random) ?? "@" })
    for server in LicencePathValue(text).servers {
      #expect(server.hosts.allSatisfy { HostName.isPlain($0) })
    }
  }
}
