import Foundation
import Migration
import Seeds
import Testing

@testable import Documents

extension CleanUpScripts {
  /// The scripts for servers of which no port is known.
  fileprivate static func files(
    for hosts: [String], words: Words = Words()
  ) -> [ScriptFile] {
    files(for: hosts.map { ServerDetails(hosts: [$0]) }, words: words)
  }
}

/// A system image in a folder of its own, on which the shell script is really run.
private final class Image {
  let root: String

  init(_ files: [String: String]) throws {
    root = NSTemporaryDirectory() + "overstap-image-\(UUID().uuidString)"
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: root + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: false, encoding: .utf8)
  }

  func text(_ path: String) -> String? {
    try? String(contentsOfFile: root + path, encoding: .utf8)
  }

  /// Runs the script for some servers; its output and how it ended.
  func run(_ shell: String, _ hosts: [String], _ arguments: String...) throws -> (
    output: String, status: Int32
  ) {
    try run(shell, hosts.map { ServerDetails(hosts: [$0]) }, arguments)
  }

  func run(_ shell: String, _ servers: [ServerDetails], _ arguments: [String] = []) throws -> (
    output: String, status: Int32
  ) {
    let script = try #require(
      CleanUpScripts.files(for: servers).first { $0.name == "clean-up.sh" })
    try write(String(decoding: script.bytes, as: UTF8.self), to: "/tmp/clean-up.sh")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: shell)
    process.arguments = [root + "/tmp/clean-up.sh", "--root", root] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }
}

@Suite("Scripts that clean up clients")
struct CleanUpScriptTests {
  static let shells = ["/bin/sh", "/bin/bash"]

  private static let licences =
    "/var/opt/Autodesk/AdskLicensingService/657L1_2020.0.0.F/LICPATH.lic"
  private static let support = "/Library/Application Support/Autodesk/CLM/LGS/001L1_2020.0.0.F"
  private static let files = [
    "/etc/environment":
      "LANG=nl_NL.UTF-8\nADSKFLEX_LICENSE_FILE=27000@lic01:27000@lic02\nLM_LICENSE_FILE=1700@other\n",
    "/etc/profile.d/adsk.sh":
      "# set here\nexport ADSKFLEX_LICENSE_FILE=\"27000@lic01.example.com\"\n",
    "/home/ann/.bashrc":
      "alias ll='ls -l'\nexport LM_LICENSE_FILE='1700@other:@LIC01'; export X=1\n",
    "/home/ann/.cshrc": "setenv ADSKFLEX_LICENSE_FILE 27000@lic01\n",
    "/home/bram/.flexlmrc":
      "XILINXLM_LICENSE_FILE=2100@lic01\nADSKFLEX_LICENSE_FILE=@a,@lic01,@b\n",
    "/home/bram/.profile":
      "# ADSKFLEX_LICENSE_FILE=27000@lic01\nexport A=1 ADSKFLEX_LICENSE_FILE=@lic01 B=2\n",
    licences: "SERVER lic01 000000000000 27000\nUSE_SERVER\n",
    support + "/LICPATH.lic": "SERVER lic09 ANY\nSERVER lic01 ANY 27000\nUSE_SERVER\n",
    support + "/ADSKFLEX_LICENSE_FILE.data": "@lic01",
  ]

  @Test("take out the named server alone, and leave everything else as it is", arguments: shells)
  func edits(_ shell: String) throws {
    let image = try Image(Self.files)
    let (output, status) = try image.run(shell, ["lic01"])
    #expect(status == 0, "\(output)")
    #expect(output.contains("ADSK-CLEANUP v1 host="))
    #expect(output.hasSuffix("found=9 changed=9 failed=0\n"), "\(output)")
    #expect(
      image.text("/etc/environment")
        == "LANG=nl_NL.UTF-8\nADSKFLEX_LICENSE_FILE=27000@lic02\nLM_LICENSE_FILE=1700@other\n")
    #expect(image.text("/etc/profile.d/adsk.sh") == "# set here\n")
    #expect(
      image.text("/home/ann/.bashrc")
        == "alias ll='ls -l'\nexport LM_LICENSE_FILE='1700@other'; export X=1\n")
    #expect(image.text("/home/ann/.cshrc") == "")
    #expect(
      image.text("/home/bram/.flexlmrc")
        == "XILINXLM_LICENSE_FILE=2100@lic01\nADSKFLEX_LICENSE_FILE=@a,@b\n",
      "another vendor's variable is not ours to change")
    #expect(
      image.text("/home/bram/.profile")
        == "# ADSKFLEX_LICENSE_FILE=27000@lic01\nexport A=1 ADSKFLEX_LICENSE_FILE= B=2\n",
      "what else a line sets stays set")
    #expect(image.text(Self.licences) == nil)
    #expect(image.text(Self.support + "/LICPATH.lic") == "SERVER lic09 ANY\nUSE_SERVER\n")
    #expect(image.text(Self.support + "/ADSKFLEX_LICENSE_FILE.data") == nil)
  }

  @Test("keep the other variable of a line of which one is emptied", arguments: shells)
  func twoVariables(_ shell: String) throws {
    let image = try Image([
      "/etc/environment":
        "export ADSKFLEX_LICENSE_FILE=@keepme LM_LICENSE_FILE=@lic01\n"
        + "ADSKFLEX_LICENSE_FILE=\"@keep:@lic01\" LM_LICENSE_FILE=27000@lic01\n"
    ])
    #expect(try image.run(shell, ["lic01"]).status == 0)
    #expect(
      image.text("/etc/environment")
        == "export ADSKFLEX_LICENSE_FILE=@keepme\nADSKFLEX_LICENSE_FILE=\"@keep\"\n")
  }

  @Test("say with --dry-run what they would do, and do nothing", arguments: shells)
  func dryRun(_ shell: String) throws {
    let image = try Image(Self.files)
    let (output, status) = try image.run(shell, ["lic01"], "--dry-run")
    #expect(status == 1, "something is found that is not changed")
    #expect(output.contains("would-edit \(image.root)/etc/environment"))
    #expect(output.contains("would-remove \(image.root + Self.licences)"))
    for (path, text) in Self.files { #expect(image.text(path) == text, "\(path)") }
    #expect(!FileManager.default.fileExists(atPath: image.root + "/var/lib/overstap-clean-up"))
  }

  @Test("put back with --undo what they changed, bit by bit", arguments: shells)
  func undo(_ shell: String) throws {
    let image = try Image(Self.files)
    _ = try image.run(shell, ["lic01"])
    let (output, status) = try image.run(shell, ["lic01"], "--undo")
    #expect(status == 0, "\(output)")
    for (path, text) in Self.files { #expect(image.text(path) == text, "\(path)") }
    #expect(try image.run(shell, ["lic01"], "--undo").output.contains("nothing to undo"))
  }

  @Test(
    "find nothing the second time, and nothing for a server that nobody names", arguments: shells)
  func again(_ shell: String) throws {
    let image = try Image(Self.files)
    #expect(try image.run(shell, ["lic77"]).output.hasSuffix("found=0 changed=0 failed=0\n"))
    _ = try image.run(shell, ["lic01"])
    let (output, status) = try image.run(shell, ["lic01"])
    #expect(output.hasSuffix("found=0 changed=0 failed=0\n"), "\(output)")
    #expect(status == 0)
  }

  @Test("leave another vendor's server on the same computer, by its port", arguments: shells)
  func ports(_ shell: String) throws {
    let image = try Image([
      "/etc/environment":
        "LM_LICENSE_FILE=27010@lic01:27001@lic01:2081@LIC01:@lic01:27000@lic01\n",
      Self.licences: "SERVER lic01 ANY 27010\nSERVER lic01 ANY 27001\r\nSERVER lic01 ANY\n",
    ])
    let server = ServerDetails(hosts: ["lic01"], lmgrdPort: 27_001, vendorPort: 2_081)
    let (output, status) = try image.run(shell, [server])
    #expect(status == 0, "\(output)")
    #expect(image.text("/etc/environment") == "LM_LICENSE_FILE=27010@lic01:27000@lic01\n")
    #expect(image.text(Self.licences) == "SERVER lic01 ANY 27010\n")
  }

  @Test("know the ports of each server in all three scripts")
  func portsOfAll() throws {
    let server = ServerDetails(hosts: ["lic01"], lmgrdPort: 27_001, vendorPort: 2_081)
    for file in CleanUpScripts.files(for: [server]) {
      #expect(String(decoding: file.bytes, as: UTF8.self).contains("lic01:27001:2081"))
    }
    let unknown = try #require(CleanUpScripts.files(for: ["lic02"]).first)
    #expect(
      String(decoding: unknown.bytes, as: UTF8.self).contains(":27000:27001:27002:27003"))
  }

  @Test("tell two servers of one name in two domains apart")
  func domains() throws {
    let image = try Image([
      "/etc/environment": "ADSKFLEX_LICENSE_FILE=@lic01.a.example:@lic01.b.example\n"
    ])
    _ = try image.run("/bin/sh", ["lic01.a.example"])
    #expect(image.text("/etc/environment") == "ADSKFLEX_LICENSE_FILE=@lic01.b.example\n")
  }

  @Test("are not made for a name that means anything to a shell")
  func names() {
    let files = CleanUpScripts.files(for: ["$(reboot)", "a'b", "lic01", "a b", "-rf"])
    #expect(files.count == 3)
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("reboot") && !text.contains("a'b") && !text.contains("a b'"))
    }
    #expect(CleanUpScripts.files(for: ["$(reboot)"]) == [])
  }

  @Test("hold nothing that shellcheck minds")
  func shellcheck() throws {
    let script = try #require(
      CleanUpScripts.files(for: ["lic01"]).first { $0.name == "clean-up.sh" })
    #expect(try Started.shellcheck(script) == [])
  }

  @Test("put no value of the registry into a line of the .cmd but between quotation marks")
  func quoted() throws {
    let file = try #require(
      CleanUpScripts.files(for: ["lic01"]).first { $0.name == "clean-up.cmd" })
    let lines = String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    for name in ["%old%", "%new%", "%rest%", "%members%", "%part%", "%host%", "%port%"] {
      for line in lines where line.contains(name) {
        let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
        for (place, part) in parts.enumerated() where part.contains(name) {
          #expect(!place.isMultiple(of: 2), "\(line)")
        }
      }
    }
    // Before that it is known to hold no mark that could end the quotation.
    let text = lines.joined(separator: "\n")
    let check = try #require(text.firstRange(of: "set old| findstr /l /c:\"%%\" /c:\"\\\"\""))
    let use = try #require(text.firstRange(of: "%old%"))
    #expect(check.upperBound <= use.lowerBound)
  }

  @Test("Lines with tabs, users who are logged on and those who are not are thought of on Windows")
  func windows() throws {
    let files = CleanUpScripts.files(for: ["lic01"])
    func text(_ name: String) throws -> String {
      String(decoding: try #require(files.first { $0.name == name }).bytes, as: UTF8.self)
    }
    #expect(try text("clean-up.cmd").contains("[ \t]*SERVER[ \t][ \t]*"))
    for name in ["clean-up.cmd", "clean-up.ps1"] {
      #expect(try text(name).contains("ProfileList"))
      #expect(try text(name).contains("not-looked-at"))
      #expect(try !text(name).contains("HKCU"))
    }
  }

  @Test("have the line ends of their system, and words that end no comment")
  func bytes() {
    let words = CleanUpScripts.Words(purpose: "één\nrm -rf /", trying: "x", undoing: "y")
    for file in CleanUpScripts.files(for: ["lic01"], words: words) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(text.utf8.allSatisfy { $0 < 0x80 })
      #expect(!text.contains("\nrm -rf"))
      #expect(file.name.hasSuffix(".sh") == !text.contains("\r\n"))
      #expect(text.contains("lic01"))
      #expect(text.contains("lic01:27000"))
    }
  }
}
