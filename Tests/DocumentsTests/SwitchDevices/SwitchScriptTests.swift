import Foundation
import Migration
import Seeds
import Testing

@testable import Documents

@Suite("Scripts that switch")
struct SwitchScriptTests {
  static let shells = ["/bin/dash", "/bin/bash", "/bin/busybox sh"]

  private static let switched = """
    ACD|001L1|2020.0.0.F|001L1|2020.0.0.F|4|1|2080@lic01.example.com|1,2,4
    RVT|829L1|2020.0.0.F|829L1|2020.0.0.F|4|||1,2,4
    MAYA|657L1|2020.0.0.F|657P1|2024.0.0.F|4|||2,1,4
    MBXPRO|498L1|2020.0.0.F|498L1|2020.0.0.F|1|2|@a,@b,@c|1,2,4

    """

  @Test(
    "switch what is in scope by the key that is chosen, and leave everything else as it is",
    arguments: shells)
  func switches(_ shell: String) throws {
    let computer = try SwitchedComputer()
    let (lines, status) = try computer.run(shell)
    #expect(status == 0)
    #expect(
      lines == [
        "switched 001L1 2020.0.0.F", "already 829L1 2020.0.0.F", "switched 657P1 2024.0.0.F",
        "switched 001J1 2018.0.0.F",
        "OVERSTAP v1 host=pc01 products=4 switched=3 already=1 failed=0",
      ])
    #expect(computer.state == Self.switched)
    #expect(computer.text(SwitchedComputer.typeFile) == "_USER")
    #expect(
      computer.asked == [
        "list", "change --prod_key 001L1 --prod_ver 2020.0.0.F --lic_method USER",
        "change --prod_key 657P1 --prod_ver 2024.0.0.F --lic_method USER", "list",
      ])
    let result = try #require(computer.result())
    #expect(result["overstap"].number == 1)
    #expect(result["action"].text == "switch")
    #expect(result["order"].number == 3)
    #expect(result["host"].text == "pc01")
    #expect(result["user"].text == NSUserName())
    #expect(result["day"].text?.count == 10)
    #expect(result["products"].count == 4)
    let product = result.product("001L1")
    #expect(product["outcome"].text == "switched")
    #expect(product["before"]["method"].number == 1)
    #expect(product["before"]["servers"][0].text == "2080@lic01.example.com")
    #expect(product["after"]["method"].number == 4)
    #expect(product["calls"][0]["arguments"][2].text == "001L1")
    #expect(product["calls"][0]["exit"].number == 0)
  }

  @Test("change nothing the second time", arguments: shells)
  func again(_ shell: String) throws {
    let computer = try SwitchedComputer()
    _ = try computer.run(shell)
    let before = computer.files()
    let asked = computer.asked.count
    let (lines, status) = try computer.run(shell)
    #expect(status == 0)
    #expect(lines.last == "OVERSTAP v1 host=pc01 products=4 switched=0 already=4 failed=0")
    #expect(computer.asked.dropFirst(asked) == ["list"])
    #expect(computer.state == Self.switched)
    #expect(computer.files() == before)
  }

  @Test("say with --dry-run what they would do, and leave nothing behind", arguments: shells)
  func dryRun(_ shell: String) throws {
    let computer = try SwitchedComputer()
    let before = computer.files()
    let (lines, status) = try computer.run(shell, "--dry-run")
    #expect(status == 1, "something is left to do")
    #expect(lines.first == "left 001L1 2020.0.0.F")
    #expect(lines.last == "OVERSTAP v1 host=pc01 products=4 switched=0 already=1 failed=0 left=3")
    #expect(computer.asked == ["list"])
    #expect(computer.state == SwitchedComputer.products)
    #expect(computer.files().subtracting(before) == ["tmp", "tmp/switch.sh"])
  }

  @Test("put back what was before, from their own record, and then have nothing", arguments: shells)
  func undo(_ shell: String) throws {
    let computer = try SwitchedComputer()
    _ = try computer.run(shell)
    let (tried, left) = try computer.run(shell, "--dry-run", action: "undo")
    #expect(left == 1)
    #expect(tried.last == "OVERSTAP v1 host=pc01 products=3 undone=0 already=0 failed=0 left=3")
    #expect(computer.state == Self.switched)
    let (lines, status) = try computer.run(shell, action: "undo")
    #expect(status == 0)
    #expect(lines.last == "OVERSTAP v1 host=pc01 products=3 undone=3 already=0 failed=0")
    #expect(computer.state == SwitchedComputer.products)
    #expect(computer.text(SwitchedComputer.typeFile) == "_NETWORK")
    let result = try #require(computer.result())
    #expect(result["action"].text == "undo")
    #expect(result.product("001L1")["after"]["method"].number == 1)
    #expect(result.product("657P1")["after"]["method"].number == 0)
    let (second, none) = try computer.run(shell, action: "undo")
    #expect(none == 0)
    #expect(second.last?.contains("products=0") == true)
    #expect(computer.state == SwitchedComputer.products)
  }

  @Test("put back the servers that a switch takes away", arguments: shells)
  func undoServers(_ shell: String) throws {
    let computer = try SwitchedComputer(hasTypeFile: false)
    let order = SwitchOrder(number: 3, products: [.init(key: "498L1")])
    #expect(try computer.run(shell, order: order).status == 0)
    try computer.write(
      computer.state.replacing("|4|2|@a,@b,@c|", with: "|4|||"),
      to: SwitchedComputer.helperFolder + "/state")
    #expect(try computer.run(shell, order: order, action: "undo").status == 0)
    #expect(computer.state == SwitchedComputer.products)
    #expect(
      computer.asked.contains(
        "change --prod_key 498L1 --prod_ver 2020.0.0.F --lic_method NETWORK "
          + "--lic_server_type REDUNDANT --lic_servers @a,@b,@c"))
  }

  @Test("tell by the second list what came of it, and never by the exit code", arguments: shells)
  func troubles(_ shell: String) throws {
    let expected: [(SwitchedComputer.Trouble, outcome: String, reason: String, exit: Int)] = [
      (.refuse, "failed", "refused", 5), (.lie, "failed", "unchanged", 0),
      (.crashChange, "failed", "refused", 139), (.hangChange, "failed", "timeout", -1),
      (.slow, "switched", "", 0), (.noise, "switched", "", 0),
    ]
    let order = SwitchOrder(number: 3, products: [.init(key: "001L1", version: "2020.0.0.F")])
    for (trouble, outcome, reason, exit) in expected {
      let computer = try SwitchedComputer()
      try computer.trouble(trouble)
      let limit = trouble == .hangChange ? "1" : "60"
      let (lines, status) = try computer.run(shell, "--timeout", limit, order: order)
      let isWell = outcome == "switched"
      #expect(status == (isWell ? 0 : 1), "\(trouble)")
      #expect(
        lines.last == "OVERSTAP v1 host=pc01 products=1 switched=\(isWell ? 1 : 0) already=0 "
          + "failed=\(isWell ? 0 : 1)", "\(trouble)")
      let product = try #require(computer.result()).product("001L1")
      #expect(product["outcome"].text == outcome, "\(trouble)")
      #expect(product["reason"].text == reason, "\(trouble)")
      #expect(product["after"]["method"].number == (isWell ? 4 : 1), "\(trouble)")
      #expect(product["calls"][0]["exit"].number == exit, "\(trouble)")
      if trouble == .refuse {
        #expect(
          product["calls"][0]["answer"].text == "Error: administrator rights are \"needed\"\n")
      }
    }
  }

  @Test("change nothing where nothing can be read in the list", arguments: shells)
  func noList(_ shell: String) throws {
    for trouble in [SwitchedComputer.Trouble.garbage, .crashList, .hangList] {
      let computer = try SwitchedComputer(hasTypeFile: false)
      try computer.trouble(trouble)
      let (lines, status) = try computer.run(shell, "--timeout", "1")
      #expect(status == 1, "\(trouble)")
      #expect(lines.last?.hasSuffix("failed=0 note=no-list") == true, "\(trouble)")
      #expect(computer.state == SwitchedComputer.products)
      let result = try #require(computer.result(), "\(trouble)")
      #expect(
        result["calls"][0]["exit"].number
          == (trouble == .hangList ? -1 : trouble == .garbage ? 0 : 139))
    }
  }

  @Test("switch nothing that no record can be kept of, and no product that has no such licence")
  func record() throws {
    let computer = try SwitchedComputer(
      """
      ACD|001L1|2020.0.0.F|001L1|2020.0.0.F|1|1|2080@lic01; reboot|1,2,4
      RVT|829L1|2020.0.0.F|829L1|2020.0.0.F|1|||1,2

      """, hasTypeFile: false)
    let before = computer.state
    let (lines, status) = try computer.run("/bin/sh")
    #expect(status == 1)
    #expect(
      lines.prefix(2) == ["failed 001L1 2020.0.0.F no-record", "failed 829L1 2020.0.0.F cannot"])
    #expect(computer.state == before)
    let full = try SwitchedComputer()
    try full.write("a file where the folder would be", to: "/var/lib/overstap-switch")
    #expect(try full.run("/bin/sh").status == 1)
    #expect(full.state == SwitchedComputer.products)
    #expect(full.text(SwitchedComputer.typeFile) == "_NETWORK")
  }

  /// A text with one mark for each run of bytes that are no text: how many there are for it differs.
  private static func marked(_ text: String) -> String {
    text.split(separator: "\u{FFFD}").joined(separator: "\u{FFFD}")
  }

  @Test("bring the result whole to the folder that was named, or say that they could not")
  func results() throws {
    let computer = try SwitchedComputer()
    let share = "/mnt/a share's $(reboot) \"folder\""
    var order = SwitchedComputer.order
    order.results = computer.root + share
    #expect(try computer.run("/bin/sh", order: order).status == 0)
    #expect(computer.files(below: share) == ["overstap-3-pc01.json"])
    #expect(computer.result(in: share) != nil)
    let other = computer.root + "/var/elsewhere"
    #expect(try computer.run("/bin/sh", "--results", other, order: order).status == 0)
    #expect(computer.result(in: "/var/elsewhere") != nil)
    try computer.write("no folder", to: "/var/file")
    let (lines, status) = try computer.run(
      "/bin/sh", "--results", computer.root + "/var/file", order: order)
    #expect(status == 1)
    #expect(lines.last?.hasSuffix("failed=0 note=result-not-written") == true)
  }

  @Test("do nothing on a computer that the order does not name", arguments: shells)
  func hosts(_ shell: String) throws {
    var order = SwitchedComputer.order
    order.hosts = [.init(name: "PC01.example.com"), .init(name: "pc02")]
    for (host, isMeant) in [
      ("pc01", true), ("PC02.EXAMPLE.COM", true), ("pc01.example.org", false), ("pc", false),
      ("pc0?", false), (".*", false),
    ] {
      let computer = try SwitchedComputer()
      let (lines, status) = try computer.run(shell, order: order, host: host)
      #expect(status == (isMeant ? 0 : 3), "\(host)")
      #expect((computer.state == Self.switched) == isMeant, "\(host)")
      #expect(lines.last?.contains("note=not-in-order") == !isMeant, "\(host)")
    }
  }

  @Test("find the helper of the highest version, the current one first, or say that there is none")
  func helper() throws {
    let computer = try SwitchedComputer(hasTypeFile: false)
    let base = computer.root + "/opt/Autodesk/AdskLicensing"
    try FileManager.default.moveItem(atPath: base + "/12.0.0.6537", toPath: base + "/Current")
    #expect(try computer.run("/bin/sh").status == 0)
    #expect(computer.result()?["helper"].text?.contains("/Current/") == true)
    let named = base + "/Current/helper/AdskLicensingInstHelper"
    let elsewhere = try SwitchedComputer(hasTypeFile: false)
    #expect(try elsewhere.run("/bin/sh", "--helper", named).status == 0)
    #expect(elsewhere.state == SwitchedComputer.products)
    try FileManager.default.removeItem(atPath: base)
    let (lines, status) = try computer.run("/bin/sh")
    #expect(status == 1)
    #expect(
      lines.last?.hasSuffix("products=0 switched=0 already=0 failed=0 note=no-helper") == true)
    for wrong in [["--timeout", "0"], ["--timeout", "x"], ["--timeout", "60s"]] {
      #expect(try elsewhere.run("/bin/sh", wrong[0], wrong[1]).status == 64)
    }
    for wrong in ["--helper", "--now"] {
      #expect(try elsewhere.run("/bin/sh", wrong).status == 64)
    }
  }

  @Test("take what Jamf puts before and behind its parameters")
  func jamf() throws {
    let computer = try SwitchedComputer()
    let script = try #require(SwitchScripts.files(for: SwitchedComputer.order).files.first)
    try computer.write(String(decoding: script.bytes, as: UTF8.self), to: "/tmp/switch.sh")
    let (_, status) = try Started.run([
      "/bin/sh", computer.root + "/tmp/switch.sh", "/", "mac01", "ann", "--root", computer.root, "",
      "",
    ])
    #expect(status == 0)
    #expect(computer.state == Self.switched)
  }

  @Test("write whatever bytes there are in an answer, a host or a user as JSON", arguments: shells)
  func answers(_ shell: String) throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<5 {
      let computer = try SwitchedComputer(hasTypeFile: false)
      let bytes = (0..<200).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : "\"\\\n$`'é{]".utf8.randomElement(using: &random) ?? 0
      }
      let answer = computer.root + "/answer"
      try Data(bytes).write(to: URL(fileURLWithPath: answer))
      let helper = computer.root + "/helper \"one\".sh"
      try computer.install(
        """
        #!/bin/sh
        [ "$1" = change ] && { cat '\(answer)'; exit 1; }
        exec '\(computer.root)\(SwitchedComputer.helperFolder)/AdskLicensingInstHelper' list
        """, at: "/helper \"one\".sh")
      let host = String(decoding: bytes.prefix(20).filter { $0 != 0 && $0 != 0x0A }, as: UTF8.self)
      let (lines, _) = try computer.run(shell, "--helper", helper, host: "h" + host)
      let line = try #require(lines.last)
      #expect(line.hasPrefix("OVERSTAP v1 host=h") && line.utf8.count <= 2_048)
      #expect(line.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
      let folder = "/var/lib/overstap-switch/results"
      let name = try #require(computer.files(below: folder).first)
      let result = try #require(computer.text("\(folder)/\(name)").flatMap { JSON($0) })
      let text = try #require(result.product("001L1")["calls"][0]["answer"].text)
      #expect(Self.marked(text) == Self.marked(String(decoding: bytes, as: UTF8.self)))
      #expect(result["host"].text == "h" + host)
    }
  }

  @Test("are there for each system, in its own line ends, with the same values and bodies of ASCII")
  func languages() throws {
    var order = SwitchedComputer.order
    order.hosts = [.init(name: "PC01")]
    order.results = #"\\server\a share's\Überstap"#
    let files = SwitchScripts.files(for: order).files
    #expect(
      Set(files.map(\.name)) == [
        "switch.sh", "switch.cmd", "switch.ps1", "detect.ps1", "undo.sh", "undo.cmd", "undo.ps1",
      ])
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(text.contains("\n" as Character) == file.name.hasSuffix(".sh"))
      if file.name.hasSuffix(".ps1") {
        #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]), "it is read as UTF-8 from 5.1 on")
        #expect(text.contains(#"$share = '\\server\a share''s\Überstap'"#))
        #expect(text.contains("$products = @('001L1:2020.0.0.F', '829L1:2020.0.0.F', '657L1:', "))
        #expect(text.contains("$hosts = @('pc01')"))
      } else {
        #expect(file.bytes.allSatisfy { $0 < 0x80 })
      }
    }
    // Nobody has to find out from a share of Windows what a folder is elsewhere.
    let shell = try #require(files.first { $0.name == "switch.sh" })
    #expect(String(decoding: shell.bytes, as: UTF8.self).contains("\nresults=''\n"))
    var plain = order
    plain.results = ""
    for file in SwitchScripts.files(for: plain).files {
      #expect(file.bytes.allSatisfy { $0 < 0x80 }, "\(file.name)")
    }
  }

  @Test("hold nothing that shellcheck minds")
  func shellcheck() throws {
    for file in SwitchScripts.files(for: SwitchedComputer.order).files
    where file.name.hasSuffix(".sh") {
      #expect(try Started.shellcheck(file) == [], "\(file.name)")
    }
  }

  @Test("name what cannot stand in them, and are not made where nothing or nobody is left")
  func refused() {
    let order = SwitchOrder(
      number: 1, products: [.init(key: "001L1"), .init(key: "a b", name: "A product")],
      hosts: [.init(name: "pc01"), .init(name: "pc'; reboot")])
    let (files, refused) = SwitchScripts.files(for: order)
    #expect(
      refused == [
        .init(part: .product, value: "A product"), .init(part: .host, value: "pc'; reboot"),
      ])
    for file in files {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("pc'; reboot"))
    }
    var nobody = order
    nobody.hosts = [.init(name: "a b")]
    #expect(SwitchScripts.files(for: nobody).files == [])
    #expect(SwitchScripts.files(for: SwitchOrder(products: [])).files == [])
  }
}
