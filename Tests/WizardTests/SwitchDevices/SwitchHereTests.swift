import Canvas
import Foundation
import Migration
import Seeds
import Testing
import WizardTesting

@testable import Wizard
@testable import overstap

@Suite("Here and now", .serialized)
struct SwitchHereTests {
  private let root: String

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      .path(percentEncoded: false)
  }

  /// A computer whose highest version of the helper is the stand-in, with two products.
  private func standIn() throws -> StandInHelper {
    try StandInHelper(
      in: root + "/opt/Autodesk/AdskLicensing/12.0.0.6537/helper",
      products: """
        ACD|001P1|2024.0.0.F|001P1|2024.0.0.F|1|1|2080@lic01.example.com|1,2,4
        RVT|829P1|2024.0.0.F|829P1|2024.0.0.F|1|1|2080@lic01.example.com|1,2,4

        """)
  }

  /// Runs the wizard on a thread of its own, as the program does: the shared ones are needed for the work
  /// that is waited for.
  private func onOwnThread(_ body: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { continuation in
      let thread = Thread { continuation.resume(with: Result { try body() }) }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  private func opened() throws -> Rehearsal {
    var wizard = try Rehearsal.small("en")
    wizard.lookFor(helperBelow: root, on: "PC1")
    try wizard.jump("hand-over-devices")
    try wizard.focus("here")
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "switch-here")
    return wizard
  }

  private func texts(_ wizard: Rehearsal) -> String {
    render(wizard.state).nodes.map { "\($0.name) \($0.value)" }.joined(separator: "\n")
  }

  private func state() throws -> [Substring] {
    try String(
      contentsOfFile: root + "/opt/Autodesk/AdskLicensing/12.0.0.6537/helper/state",
      encoding: .utf8
    ).split(separator: "\n").map { $0.split(separator: "|", omittingEmptySubsequences: false)[5] }
  }

  @Test("What the helper lists is switched at the second press, each call shown, and put back")
  func switched() async throws { try await onOwnThread { try switchedHere() } }

  private func switchedHere() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    _ = try standIn()
    var wizard = try opened()
    #expect(wizard.state.switchDevices.here?.products.map(\.method) == [.network, .network])
    #expect(render(wizard.state).text.contains("AutoCAD 2024"))
    try wizard.focus("products")
    try wizard.press(.character(" "))
    #expect(texts(wizard).contains("Switch: 1"))
    try wizard.focus("switch")
    try wizard.press(.enter)
    #expect(try state() == ["1", "1"], "one press changes nothing")
    try wizard.press(.enter)
    #expect(try state() == ["4", "1"])
    #expect(
      wizard.state.switchDevices.here?.calls.contains {
        $0.arguments.starts(with: ["change", "--prod_key", "001P1"]) && $0.exit == 0
      } == true)
    #expect(wizard.state.summary.funnel(of: .switchDevices).proven == 1)
    #expect(texts(wizard).contains("change --prod_key 001P1"))
    #expect(
      wizard.state.switchDevices.here?.products.map(\.method) == [.user, .network],
      "what was not switched is still listed, in its place")

    try wizard.focus("put-back")
    try wizard.press(.enter, .enter)
    #expect(try state() == ["1", "1"])
    #expect(wizard.state.summary.funnel(of: .switchDevices).proven == 0)
    #expect(wizard.state.summary.devices.failed == 0, "what was put back on purpose did not fail")
    let left = try FileManager.default.contentsOfDirectory(atPath: AdminPath.temporary)
    #expect(!left.contains { $0.hasPrefix("overstap-here-") })
  }

  @Test("A helper that refuses is shown with its own words")
  func refused() async throws { try await onOwnThread { try refusedHere() } }

  private func refusedHere() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try standIn().trouble("refuse")
    var wizard = try opened()
    try wizard.focus("switch")
    try wizard.press(.enter, .enter)
    #expect(wizard.state.summary.devices.failed == 2)
    #expect(texts(wizard).contains("administrator rights are"))
    try wizard.press(.character("m"))
    #expect(!texts(wizard).contains("administrator rights are"))
  }

  @Test("Without a helper it says so, and nothing can be pressed that would need one")
  func none() throws {
    var wizard = try opened()
    #expect(texts(wizard).contains("There is no licensing helper here"))
    #expect(!texts(wizard).contains("Switch:"))
    try wizard.press(.escape)
    #expect(wizard.state.visit.screen == "hand-over-devices")
  }
}
