import Foundation
import Migration
import Seeds
import Testing

@testable import Documents

/// A computer in a folder of its own, with a stand-in for the licensing helper that behaves as the
/// helper is documented to: products in a file, `list` and `change`. The scripts are really run on it.
final class SwitchedComputer {
  /// How the stand-in behaves otherwise.
  enum Trouble: String, CaseIterable {
    case none, refuse, lie, noise, slow, garbage
    case crashList = "crash-list"
    case crashChange = "crash-change"
    case hangList = "hang-list"
    case hangChange = "hang-change"
  }

  static let helperFolder = "/opt/Autodesk/AdskLicensing/12.0.0.6537/helper"
  static let typeFile = "/Library/Application Support/Autodesk/CLM/LGS/001J1_2018.0.0.F/LGS.data"
  /// Feature, key and version as installed and as chosen, method, type of the servers, servers, what it
  /// can be switched to.
  static let products = """
    ACD|001L1|2020.0.0.F|001L1|2020.0.0.F|1|1|2080@lic01.example.com|1,2,4
    RVT|829L1|2020.0.0.F|829L1|2020.0.0.F|4|||1,2,4
    MAYA|657L1|2020.0.0.F|657P1|2024.0.0.F||||2,1,4
    MBXPRO|498L1|2020.0.0.F|498L1|2020.0.0.F|1|2|@a,@b,@c|1,2,4

    """
  /// All of them but the last, and a product of 2018.
  static let order = SwitchOrder(
    number: 3,
    products: [
      .init(key: "001L1", version: "2020.0.0.F"), .init(key: "829L1", version: "2020.0.0.F"),
      .init(key: "657L1"), .init(key: "001J1", version: "2018.0.0.F"),
    ])

  let root: String

  init(_ products: String = SwitchedComputer.products, hasTypeFile: Bool = true) throws {
    root = NSTemporaryDirectory() + "overstap-computer-\(UUID().uuidString)"
    for version in ["9.2.1.2399", "12.0.0.6537"] {
      try install(
        StandInHelper.program, at: "/opt/Autodesk/AdskLicensing/\(version)/helper/\(Self.name)")
    }
    try write(products, to: Self.helperFolder + "/state")
    if hasTypeFile { try write("_NETWORK", to: Self.typeFile) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: root + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: false, encoding: .utf8)
  }

  /// Writes a program. Another one writes it: what this one still has open for writing somewhere can not
  /// be started.
  func install(_ text: String, at path: String) throws {
    try write(text, to: path + ".txt")
    _ = try Started.run(["/bin/cp", root + path + ".txt", root + path])
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: root + path)
  }

  func text(_ path: String) -> String? {
    try? String(contentsOfFile: root + path, encoding: .utf8)
  }

  /// What the stand-in has now.
  var state: String { text(Self.helperFolder + "/state") ?? "" }

  /// What was asked of it, one call a line.
  var asked: [Substring] { (text(Self.helperFolder + "/asked") ?? "").split(separator: "\n") }

  func trouble(_ trouble: Trouble) throws {
    try write(trouble.rawValue, to: Self.helperFolder + "/mode")
  }

  /// Every file below a folder, without those of the stand-in itself.
  func files(below path: String = "/") -> Set<String> {
    let all = FileManager.default.enumerator(atPath: root + path)?.allObjects as? [String] ?? []
    return Set(all.filter { !$0.hasSuffix("/asked") && !$0.hasSuffix("/mode") })
  }

  /// The result that a script wrote; nil where there is none, or none that is whole.
  func result(
    of host: String = "pc01", in folder: String = "/var/lib/overstap-switch/results"
  ) -> JSON? {
    text("\(folder)/overstap-3-\(host).json").flatMap { JSON($0) }
  }

  /// Runs a script; its lines and how it ended.
  func run(
    _ shell: String, _ arguments: String..., order: SwitchOrder = SwitchedComputer.order,
    action: String = "switch", host: String = "pc01"
  ) throws -> (lines: [String], status: Int32) {
    let script = try #require(
      SwitchScripts.files(for: order).files.first { $0.name == "\(action).sh" })
    try write(String(decoding: script.bytes, as: UTF8.self), to: "/tmp/\(action).sh")
    let words = shell.split(separator: " ").map(String.init)
    return try Started.run(
      words + [root + "/tmp/\(action).sh", "--root", root, "--host", host] + arguments)
  }

  private static let name = "AdskLicensingInstHelper"
}

/// A part of a result.
struct JSON {
  let value: Any?

  init?(_ text: String) {
    guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else { return nil }
    self.value = value
  }

  private init(value: Any?) { self.value = value }

  subscript(name: String) -> JSON { JSON(value: (value as? [String: Any])?[name]) }
  subscript(place: Int) -> JSON {
    let list = value as? [Any] ?? []
    return JSON(value: list.indices.contains(place) ? list[place] : nil)
  }
  var count: Int { (value as? [Any])?.count ?? -1 }
  var text: String? { value as? String }
  var number: Int? { value as? Int }
  var isNull: Bool { value is NSNull }
  /// The product with a key.
  func product(_ key: String) -> JSON {
    let list = self["products"].value as? [[String: Any]] ?? []
    return JSON(value: list.first { $0["key"] as? String == key })
  }
}
