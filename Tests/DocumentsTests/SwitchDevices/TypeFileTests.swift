import Documents
import Migration
import Testing

@Suite("Type files of 2017 to 2019")
struct TypeFileTests {
  private let moment = Moment(day: Day(number: 20_000), minute: 1)

  private func told(_ text: String, _ path: String) -> DeviceBatch.Told? {
    TypeFile.told(Array(text.utf8), at: path, written: moment)
  }

  @Test(
    "tell how a product is licensed, on the computer after which the folder above is called",
    arguments: [
      ("_USER", InstallationMethod.user), ("_NETWORK\r\n", .network),
      ("\u{FEFF}_Standalone ", .standalone),
    ])
  func told(_ text: String, _ method: InstallationMethod) throws {
    for path in [
      "/in/PC01/001J1_2018.0.0.F/LGS.data",
      "/in/PC01/C/ProgramData/Autodesk/CLM/LGS/001J1_2018.0.0.F/lgs.data",
      "/in/PC01/Library/Application Support/Autodesk/CLM/LGS/001J1_2018.0.0.F/LGS.data",
    ] {
      let found = try #require(told(text, path), "\(path)")
      #expect(found.computer.name == "PC01" && found.moment == moment && !found.isWhole)
      #expect(found.products.map(\.key) == ["001J1"])
      #expect(found.products.map(\.version) == ["2018.0.0.F"])
      #expect(found.products.map(\.method) == [method])
    }
  }

  @Test("are no others: another text, another folder, no computer")
  func others() {
    #expect(told("_OTHER", "/in/PC01/001J1_2018.0.0.F/LGS.data") == nil)
    #expect(told("_USER", "/in/PC01/001J1_2018.0.0.F/other.data") == nil)
    #expect(told("_USER", "/in/PC01/notes/LGS.data") == nil)
    #expect(told("_USER", "/in/My PC/001J1_2018.0.0.F/LGS.data") == nil)
    #expect(told("_USER", "LGS.data") == nil)
    // Of a computer's own folders none is called after it.
    #expect(told("_USER", "var/opt/Autodesk/CLM/LGS/001J1_2018.0.0.F/LGS.data") == nil)
    #expect(told("_USER", "C/ProgramData/Autodesk/CLM/LGS/001J1_2018.0.0.F/LGS.data") == nil)
  }
}
