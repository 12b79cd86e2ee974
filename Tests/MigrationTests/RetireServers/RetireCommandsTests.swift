import Migration
import Testing

@Suite("Commands that take a server out of use")
struct RetireCommandsTests {
  private static let details = ServerDetails(
    hosts: ["lic01.example.com"], lmgrdPort: 27_001, vendorPort: 2_081, daemon: "adskflex",
    licenceFile: "C:\\Autodesk\\it's ours\\a b.lic", logFile: "C:\\logs\\debug.log",
    serviceName: "Autodesk NLM")

  private static func lines(_ details: ServerDetails, _ system: ServerSystem) -> String {
    RetireCommands(of: details, on: system).parts.flatMap(\.lines).joined(separator: "\n")
  }

  @Test("carry the server's own ports, service and files, quoted for PowerShell")
  func windows() {
    let lines = Self.lines(Self.details, .windows)
    #expect(lines.contains("lmstat -a -c '27001@lic01.example.com'"))
    #expect(lines.contains("lmdown -c 'C:\\Autodesk\\it''s ours\\a b.lic' -q"))
    #expect(lines.contains("sc.exe delete 'Autodesk NLM'"))
    #expect(lines.contains("'27001', '2081'"))
  }

  @Test("look for the service where its name is not known, and never guess one")
  func unknownService() {
    var details = Self.details
    details.serviceName = ""
    let lines = Self.lines(details, .windows)
    #expect(lines.contains("Win32_Service"))
    #expect(!lines.contains("sc.exe delete"))
  }

  @Test(
    "leave lmgrd, its service, its port and the shared licence file where others are served too",
    arguments: [ServerSystem.windows, .linux, .macOS])
  func shared(_ system: ServerSystem) {
    var details = Self.details
    details.otherDaemons = ["mapinfo"]
    let parts = RetireCommands(of: details, on: system).parts
    let lines = parts.flatMap(\.lines).joined(separator: "\n")
    #expect(lines.contains("-vendor adskflex"))
    #expect(!parts.contains { [.service, .uninstall, .files].contains($0.purpose) })
    #expect(!lines.contains("'27001'") && !lines.contains("27001/tcp"))
  }

  @Test("say of each part whether Flexera says so or it was put together")
  func sources() {
    for system in [ServerSystem.windows, .linux, .macOS] {
      let parts = RetireCommands(of: Self.details, on: system).parts
      #expect(parts.first?.source == .flexera)
      #expect(parts.dropFirst().allSatisfy { $0.source == .assembled })
    }
  }

  @Test("quote what means anything to a shell")
  func quoting() {
    #expect(ShellText.quoted("/opt/a.lic") == "/opt/a.lic")
    #expect(ShellText.quoted("a'b $(id)") == "'a'\\''b $(id)'")
    #expect(ShellText.quoted("a\nb") == "'ab'")
    #expect(PowerShellText.quoted("a\u{2019}b'c") == "'a\u{2019}\u{2019}b''c'")
  }
}
