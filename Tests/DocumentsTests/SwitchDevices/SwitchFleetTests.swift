import Foundation
import Glibc
import Migration
import Seeds
import Testing

@testable import Documents

@Suite("A folder for Ansible", .serialized)
struct SwitchFleetTests {
  private static let local = "ansible_connection: local\nansible_become: false\n"

  @Test("switches twenty computers, tells who failed or was away, and goes on with these alone")
  func fleet() throws {
    let fleet = try Fleet(20)
    let door = try LoopbackDoor(fleet.folder)
    defer { door.close() }
    for name in ["pc19", "pc20"] { try fleet.connect(name, door.settings) }
    try fleet.connect("pc18", door.settings.replacing("\(door.port)", with: "1"))
    for name in ["pc16", "pc17"] { try fleet.computer(name).trouble(.refuse) }
    let all = [#"{"overstap_batches": [2, 18]}"#]

    let looked = try fleet.play(all, "--check")
    #expect(looked.status == 4, "one is away: \(looked.lines.suffix(25))")
    #expect(fleet.states == Set([SwitchedComputer.products]))
    #expect(fleet.results == [])

    let first = try fleet.play(all)
    #expect(first.status != 0)
    for number in 1...20 where ![16, 17, 18].contains(number) {
      #expect(fleet.computer(number).state != SwitchedComputer.products, "\(number)")
      #expect(first.recap("pc\(number < 10 ? "0" : "")\(number)")["changed"] == 1)
    }
    #expect(first.recap("pc18")["unreachable"] == 1)
    #expect(first.recap("pc16")["failed"] == 1)
    #expect(fleet.results.count == 19, "a failure has a result too: \(first.lines.suffix(40))")
    #expect(fleet.text("ansible/playbook.retry") == "pc16\npc17\npc18\n")

    for name in ["pc16", "pc17"] { try fleet.computer(name).trouble(.none) }
    try fleet.connect("pc18", Self.local)
    let retried = try fleet.play(all, "--limit", "@playbook.retry")
    #expect(retried.status == 0, "\(retried.lines.suffix(25))")
    #expect(retried.recap("pc01") == [:])
    #expect(fleet.results.count == 20)
    let states = fleet.states
    #expect(states.count == 1)

    let second = try fleet.play(all)
    #expect(second.status == 0, "\(second.lines.suffix(25))")
    for number in 1...20 {
      #expect(second.recap("pc\(number < 10 ? "0" : "")\(number)")["changed"] == 0)
      #expect(fleet.computer(number).asked.last == "list")
    }
    #expect(fleet.states == states)

    #expect(
      try fleet.play(all + [#"{"overstap_action": "undo"}"#], "--limit", "pc01,pc20").status == 0)
    for number in 1...20 {
      let isBack = fleet.computer(number).state == SwitchedComputer.products
      #expect(isBack == [1, 20].contains(number), "\(number)")
    }
  }

  @Test("begins with the pilot, and stops where too many of it fail")
  func pilot() throws {
    let fleet = try Fleet(6, pilot: [5, 6])
    try fleet.computer(5).trouble(.refuse)
    #expect(try fleet.play([]).status != 0)
    #expect(fleet.computer(6).state != SwitchedComputer.products)
    for number in 1...4 { #expect(fleet.computer(number).asked == []) }
  }

  @Test(
    "holds nothing that Ansible and ansible-lint mind, whatever computers and groups are called")
  func lint() throws {
    let order = SwitchOrder(
      number: 3, products: SwitchedComputer.order.products,
      hosts: [
        .init(name: "pc01", system: .linux, group: "pilot {{ 1 / 0 }} \"'\n: #é"),
        .init(name: "mac", system: .macOS, group: "yes"), .init(name: "no", system: .windows),
        .init(name: "a b", system: .windows), .init(name: "fe80::1", system: .linux),
        .init(name: "PC01"), .init(name: "1e3"),
      ])
    let (_, refused) = SwitchFleet.files(for: order)
    #expect(refused.map(\.value) == ["a b", "fe80::1"])
    let fleet = try Fleet(order)
    #expect(try fleet.run("ansible-playbook", "--syntax-check", "playbook.yml").status == 0)
    let lint = try fleet.run("ansible-lint", "--offline", "--nocolor", "playbook.yml")
    #expect(lint.status == 0, "\(lint.lines)")
    let told = try fleet.run("ansible-inventory", "--list")
    let inventory = try #require(
      JSON(told.lines.drop { !$0.hasPrefix("{") }.joined(separator: "\n")))
    #expect(inventory["linux"]["hosts"][0].text == "pc01")
    #expect(inventory["windows"]["hosts"][0].text == "no")
    #expect(inventory["unknown"]["hosts"][0].text == "1e3")
    #expect(inventory["group_2"]["hosts"][0].text == "mac")
  }
}

/// Computers in folders of their own, and the folder that runs the scripts on them.
private final class Fleet {
  let folder: String
  private let computers: [SwitchedComputer]

  /// So many computers `pc01` and on, reached as folders.
  convenience init(_ count: Int, pilot: Set<Int> = []) throws {
    let names = (1...count).map { "pc\($0 < 10 ? "0" : "")\($0)" }
    var hosts = names.enumerated().map { place, name in
      SwitchOrder.Host(
        name: name, system: .linux, group: pilot.contains(place + 1) ? "pilot" : "")
    }
    hosts = hosts.filter { $0.group != "" } + hosts.filter { $0.group == "" }
    let products = SwitchedComputer.order.products
    try self.init(
      SwitchOrder(number: 3, products: products, hosts: hosts),
      try names.map { _ in try SwitchedComputer(hasTypeFile: false) })
    for (name, computer) in zip(names, computers) {
      try connect(name, "ansible_connection: local\nansible_become: false\n")
      try write("overstap_root: \"\(computer.root)\"\n", to: "ansible/host_vars/\(name)/root.yml")
    }
  }

  init(_ order: SwitchOrder, _ computers: [SwitchedComputer] = []) throws {
    folder = NSTemporaryDirectory() + "overstap-fleet-\(UUID().uuidString)"
    self.computers = computers
    for file in SwitchScripts.files(for: order).files + SwitchFleet.files(for: order).files {
      try write(String(decoding: file.bytes, as: UTF8.self), to: file.name)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func computer(_ number: Int) -> SwitchedComputer { computers[number - 1] }
  func computer(_ name: String) -> SwitchedComputer { computer(Int(name.dropFirst(2)) ?? 1) }

  /// What all stand-ins have, each state once.
  var states: Set<String> { Set(computers.map(\.state)) }

  /// The results that were fetched.
  var results: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder + "/ansible/results")) ?? []
  }

  func connect(_ name: String, _ settings: String) throws {
    try write(settings, to: "ansible/host_vars/\(name)/connection.yml")
  }

  func text(_ path: String) -> String? {
    try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: "\(folder)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: false, encoding: .utf8)
  }

  /// Runs a command of Ansible in its folder.
  func run(_ command: String, _ arguments: String...) throws -> Outcome {
    try run([command] + arguments)
  }

  private func run(_ words: [String]) throws -> Outcome {
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C.UTF-8"
    environment["ANSIBLE_HOME"] = folder + "/home"
    environment["ANSIBLE_LOCAL_TEMP"] = folder + "/home/tmp"
    environment["ANSIBLE_NOCOLOR"] = "1"
    environment["ANSIBLE_FORKS"] = "10"
    environment["ANSIBLE_TIMEOUT"] = "5"
    let (lines, status) = try Started.run(
      ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder + "/ansible"] + words,
      environment: environment)
    return Outcome(lines: lines, status: status)
  }

  /// Plays the book with some settings.
  func play(_ settings: [String], _ arguments: String...) throws -> Outcome {
    try run(
      ["ansible-playbook", "playbook.yml"] + settings.flatMap { ["--extra-vars", $0] } + arguments)
  }

  struct Outcome {
    let lines: [String]
    let status: Int32

    /// The counts of a computer in the last table; empty where it is not in it.
    func recap(_ name: String) -> [String: Int] {
      guard let line = lines.last(where: { $0.hasPrefix("\(name) ") && $0.contains(" ok=") }) else {
        return [:]
      }
      var counts: [String: Int] = [:]
      for part in line.split(separator: " ") {
        let sides = part.split(separator: "=")
        if sides.count == 2 { counts[String(sides[0])] = Int(sides[1]) }
      }
      return counts
    }
  }
}

/// A real SSH server on the loopback, with a key of its own.
private struct LoopbackDoor {
  let port: Int
  /// How Ansible reaches it.
  let settings: String
  private let process: Int32

  init(_ folder: String) throws {
    let folder = folder + "/door"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for key in ["host", "user"] {
      _ = try Started.run([
        "/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "\(folder)/\(key)",
      ])
    }
    try FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: true)
    port = try Self.freePort()
    try """
    ListenAddress 127.0.0.1
    Port \(port)
    HostKey \(folder)/host
    AuthorizedKeysFile \(folder)/user.pub
    PasswordAuthentication no
    KbdInteractiveAuthentication no
    StrictModes no
    UsePAM no
    PidFile \(folder)/pid
    Subsystem sftp internal-sftp

    """.write(toFile: folder + "/config", atomically: false, encoding: .utf8)
    settings = """
      ansible_connection: ssh
      ansible_host: 127.0.0.1
      ansible_port: \(port)
      ansible_user: \(NSUserName())
      ansible_become: false
      ansible_ssh_private_key_file: "\(folder)/user"
      ansible_ssh_common_args: -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null

      """
    // It goes into the background by itself, and writes its number when it listens.
    _ = try Started.run(["/usr/sbin/sshd", "-f", folder + "/config", "-E", folder + "/log"])
    var number: Int32?
    for _ in 0..<200 where number == nil {
      let text = try? String(contentsOfFile: folder + "/pid", encoding: .utf8)
      number = text.flatMap { Int32($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
      if number == nil { usleep(50_000) }
    }
    let told = (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? ""
    process = try #require(number, "\(told)")
  }

  func close() { kill(process, SIGTERM) }

  private static func freePort() throws -> Int {
    let door = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { Glibc.close(door) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(door, $0, size) == 0 && getsockname(door, $0, &size) == 0
      }
    }
    try #require(isBound)
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
