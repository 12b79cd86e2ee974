import Canvas
import Foundation
import Migration
import Testing
import Widgets

@testable import Wizard
@testable import overstap

@Suite("Choosing a file of people")
struct FilePickerTests {
  private func picking() throws -> Rehearsal {
    var wizard = try Rehearsal.small("en")
    try wizard.jump("import-users")
    return wizard
  }

  @Test("begins in the folder that the program was started in, for reading as for looking")
  func start() throws {
    var wizard = try picking()
    let here = FileManager.default.currentDirectoryPath
    #expect(wizard.state.folder.path == here + "/")
    #expect(AdminPath.fromStart("people.csv") == here + "/people.csv")
    #expect(AdminPath.fromStart("/tmp/people.csv") == "/tmp/people.csv")
    try wizard.type("no such file.csv")
    try wizard.press(.enter)
    #expect(render(wizard.state).text.contains("There is no file \(here)/no such"))
  }

  @Test("says what is wrong with a file beside the field, until it is another")
  func failure() throws {
    var wizard = try picking()
    let path = try TemporaryFile.write("", as: "empty.csv")
    defer { TemporaryFile.remove(path) }
    try wizard.fill("path", path)
    try wizard.press(.enter)
    func isTold() -> Bool {
      render(wizard.state).nodes.contains { $0.id == "path" && $0.isError }
    }
    #expect(isTold())
    #expect(wizard.state.notice == nil)
    try wizard.press(.tab, .tab)
    #expect(isTold())
    try wizard.focus("path")
    try wizard.type("x")
    #expect(!isTold())
  }

  @Test("opens a folder that was typed, and lists it once")
  func folder() throws {
    var wizard = try picking()
    let path = try TemporaryFile.write("x", as: "people.csv")
    defer { TemporaryFile.remove(path) }
    let folder = String(path.dropLast("/people.csv".count))
    try wizard.fill("path", folder)
    try wizard.press(.enter)
    #expect(wizard.state.memory.text("path") == folder + "/")
    #expect(wizard.state.folder.entries.map(\.name) == ["people.csv"])
    #expect(wizard.state.notice == nil)
    var listed = 0
    for scalar in "peo".unicodeScalars {
      for effect in reduce(&wizard.state, .input(.key(.character(scalar)))) {
        if case .listFolder = effect { listed += 1 }
      }
    }
    #expect(listed == 0)
    #expect(render(wizard.state).text.contains("people.csv"))
    try wizard.type("x")
    #expect(render(wizard.state).text.contains("There is no file here that begins like this."))
  }

  @Test("refuses a pipe in a sentence, and can be left")
  func pipe() throws {
    var wizard = try picking()
    let file = try TemporaryFile.write("x", as: "people.csv")
    defer { TemporaryFile.remove(file) }
    let path = file + ".pipe"
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    try wizard.fill("path", path)
    try wizard.press(.enter)
    #expect(render(wizard.state).text.contains("a pipe or a device"))
    try wizard.press(.escape)
    #expect(wizard.state.visit.screen == "user-table")
  }
}
