import Migration
import Seeds
import Testing

@testable import SessionFile

private let day = Licences.day

@Suite("The index of computers follows changes")
struct DeviceIndexTests {
  private func at(_ minute: Int) -> Moment { Licences.moment(day, minute) }

  private func details(_ number: Int, login: String, last: String = "Bos") -> UserDetails {
    UserDetails(
      firstName: "Ann\(number)", lastName: last, address: "ann\(number)@example.com", login: login)
  }

  private func file(_ people: Int, seats: Int = 2) throws -> SessionFile {
    let file = try SessionFile.inMemory()
    file.today = day
    for number in 0..<people {
      _ = try file.apply(
        .createUsers(.addUser(details(number, login: "ann\(number)"), .typed)), at: at(1))
    }
    for name in ["AutoCAD", "Revit"] {
      _ = try file.apply(
        .assignProducts(.addProduct(ProductDetails(named: name, seats: seats * people))), at: at(1))
    }
    let told = (0..<people).map { number in
      DeviceBatch.Told(
        ComputerDetails(
          name: "PC\(number)", people: ["ann\(number)", "ann\((number + 1) % people)@example.com"]),
        .helperList, at: at(2),
        products: ["001P1", "829P1"].map {
          .init(key: $0, version: "2024.0.0.F", method: .network)
        })
    }
    _ = try file.apply(.switchDevices(.take(DeviceBatch(told))), at: at(3))
    return file
  }

  /// All that lists and counts show.
  private func seen(_ file: SessionFile) throws -> [String] {
    let summary = try file.summary()
    var seen = ["\(summary.devices)"]
    for query in [ComputerQuery(order: .people), ComputerQuery(filter: "ann1", order: .state)] {
      seen += try file.computers(query, places: 0..<99).rows.map { "\($0)" }
    }
    for part in InstallationPart.allCases {
      seen += try file.installations(InstallationQuery(part: part), places: 0..<99).rows
        .map { "\($0)" }
    }
    return seen
  }

  @Test(
    "What it shows after any change, undo and redo is what one that is built anew shows",
    arguments: 1...8)
  func same(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let file = try file(4)
    _ = try seen(file)
    var number = 10
    for step in 0..<40 {
      let moment = at(10 + step)
      let user = UserID(Int64.random(in: 1...5, using: &random))
      let installed = InstallationID(Int64.random(in: 1...9, using: &random))
      let change: Change
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        let login = ["ann1", "ann2", "", "other"].randomElement(using: &random) ?? ""
        change = .createUsers(.editUser(user, details(Int(user.number) - 1, login: login)))
      case 1:
        change = .createUsers(
          .editUser(user, details(Int(user.number) - 1, login: "ann1", last: "Vos\(step)")))
      case 2:
        number += 1
        change = .createUsers(.addUser(details(number, login: "ann3"), .typed))
      case 3: change = .createUsers(.removeUsers([user]))
      case 4: change = .createUsers(.groupUsers([user], "Pilot\(step)"))
      case 5:
        let product = ProductID(Int64.random(in: 1...2, using: &random))
        change = .assignProducts(.assign([user], [product], .chosen))
      case 6:
        change = .switchDevices(.state([installed], isSwitched: Bool.random(using: &random)))
      case 7: change = .switchDevices(.remove([installed]))
      case 8:
        change = .switchDevices(
          .take(
            DeviceBatch([
              .init(
                ComputerDetails(name: "PC1"), .result, at: moment,
                products: [
                  .init(
                    key: "001P1", version: "2024.0.0.F",
                    method: Bool.random(using: &random) ? .user : .network, failure: "refused")
                ])
            ])))
      default:
        change = .switchDevices(
          .groupComputers([ComputerID(Int64.random(in: 1...4, using: &random))], "G\(step)"))
      }
      switch Int.random(in: 0..<5, using: &random) {
      case 0: _ = try? file.undo(at: moment)
      case 1: _ = try? file.redo(at: moment)
      default: _ = try? file.apply(change, at: moment)
      }
      let followed = try seen(file)
      file.devices = nil
      #expect(try seen(file) == followed, "after \(change)")
    }
  }

  @Test("A change of a user who works nowhere else reads no products anew")
  func cheap() throws {
    let file = try file(3)
    _ = try file.summary()
    file.devices?.products[0].name = "kept"
    _ = try file.apply(
      .createUsers(.editUser(UserID(1), details(0, login: "ann0", last: "Bosch"))), at: at(20))
    #expect(try file.summary().devices.computers == 3)
    #expect(file.devices?.products[0].name == "kept")
    #expect(
      try file.computers(ComputerQuery(), places: 0..<1).rows.first?.people.first?.name
        == "Ann0 Bosch")
    _ = try file.apply(.createUsers(.groupUsers([UserID(1)], "Pilot")), at: at(21))
    _ = try file.undo(at: at(22))
    #expect(try file.summary().devices.computers == 3)
    #expect(file.devices?.products[0].name == "kept")
  }
}
