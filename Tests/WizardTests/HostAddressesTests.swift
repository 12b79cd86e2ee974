import Glibc
import Testing

@testable import overstap

@Suite("Addresses of computers")
struct HostAddressesTests {
  private func addresses(_ texts: String...) -> [SocketAddress] {
    texts.compactMap { SocketAddress($0) }
  }

  @Test("are read from what getent prints, each once, in its order")
  func read() {
    let output = """
      2001:db8::7     STREAM lic01.example.com
      2001:db8::7     DGRAM\u{20}\u{20}
      2001:db8::7     RAW\u{20}\u{20}\u{20}\u{20}
      192.0.2.7       STREAM\u{20}
      192.0.2.7\tDGRAM
      nonsense here

      """
    let found = HostAddresses.read(Array(output.utf8))
    #expect(found == addresses("2001:db8::7", "192.0.2.7"))
    #expect(found.map(\.family) == [AF_INET6, AF_INET])
    #expect(HostAddresses.read([]).isEmpty)
  }

  @Test(
    "are written in digits, and in nothing else",
    arguments: [
      ("192.0.2.7", true), ("::1", true), ("fe80::1%1", true), ("fe80::1%nowhere", false),
      ("lic01", false), ("", false), ("%", false), ("192.0.2.7%1", false), ("192.0.2.777", false),
    ])
  func digits(_ text: String, _ isAddress: Bool) {
    #expect((SocketAddress(text) != nil) == isAddress)
  }

  @Test("of this computer are found by its name, and of an unknown name there are none")
  func names() async {
    let local = await HostAddresses.find("localhost")
    #expect(!local.isEmpty && Set(local).isSubset(of: Set(addresses("127.0.0.1", "::1"))))
    #expect(await HostAddresses.find("192.0.2.7") == addresses("192.0.2.7"))
    #expect(await HostAddresses.find("no-such-name.invalid").isEmpty)
    #expect(await HostAddresses.find("--help").isEmpty)
  }
}
