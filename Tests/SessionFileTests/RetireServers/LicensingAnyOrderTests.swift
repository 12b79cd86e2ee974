import Migration
import Seeds
import SessionFile
import Testing

@Suite("Any order of changes to licence servers, undo and redo")
struct LicensingAnyOrderTests {
  @Test(
    "Undo and redo give back just what was, also after opening anew", arguments: 1...16)
  func anyOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try Folder()
    var file = try folder.open()
    var looks = [try look(file)]
    var undone: [Look] = []
    let now = Licences.moment(Licences.day, 900)
    _ = try file.apply(.createUsers(.addUser(People.ann, .typed)), at: now)
    looks.append(try look(file))
    for step in 0..<60 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0...1 where looks.count > 1:
        _ = try file.undo(at: now)
        undone.append(looks.removeLast())
      case 2 where !undone.isEmpty:
        _ = try file.redo(at: now)
        looks.append(undone.removeLast())
      case 3: file = try folder.open()
      default:
        let before = try file.revision()
        do {
          let later = Licences.moment(Licences.day - 40 + step, 1_000)
          let outcome = try file.apply(change(&random, step), at: later)
          guard outcome.revision > before else { break }
          looks.append(try look(file))
          undone = []
        } catch let refusal as ChangeRefusal {
          switch refusal {
          case .retireServers, .createUsers(.userGone): break
          default: Issue.record("\(refusal)")
          }
        }
      }
      #expect(try look(file) == looks.last)
    }
    while looks.count > 1 {
      _ = try file.undo(at: now)
      looks.removeLast()
      #expect(try look(file) == looks.last)
    }
  }

  private struct Look: Equatable {
    var servers: [LicenceServer]
    var uses: [NetworkUse]
    var installations: [Installation]
    var informedOn: Day?
    var switching: Funnel
  }

  private func look(_ file: SessionFile) throws -> Look {
    let summary = try file.summary()
    // Ids differ where a row was made anew after its undo lapsed; what a row says does not.
    return Look(
      servers: summary.licensing.servers,
      uses: try file.uses(UseQuery(order: .person, isDescending: false, window: 0), places: 0..<900)
        .window.rows,
      installations: try file.installations(InstallationQuery(), places: 0..<900).rows,
      informedOn: summary.informedOn, switching: summary.funnel(of: .switchDevices))
  }

  private func change(_ random: inout SeededGenerator, _ step: Int) -> Change {
    let installation = InstallationID(Int64.random(in: 1...4, using: &random))
    let day = Licences.day - 40 + step
    switch Int.random(in: 0..<14, using: &random) {
    case 0:
      return .switchDevices(
        .add(
          (0..<2).map { _ in
            InstallationDetails(
              computer: ["pc1", "PC2"].randomElement(using: &random) ?? "", product: "AutoCAD 2024",
              offering: "AutoCAD", login: "ann")
          }))
    case 1: return .switchDevices(.remove([installation]))
    case 2...3:
      return .switchDevices(.state([installation], isSwitched: Bool.random(using: &random)))
    case 4: return .informUsers(.stateInformed(Bool.random(using: &random) ? day : nil))
    default: return .retireServers(licensing(&random, step))
    }
  }

  private func licensing(_ random: inout SeededGenerator, _ step: Int) -> RetireServersChange {
    let host = ["lic01", "lic02", ""].randomElement(using: &random) ?? ""
    let server = ServerID(Int64.random(in: 1...3, using: &random))
    let uses = (0..<Int.random(in: 0..<5, using: &random)).map { _ in
      Licences.use(
        ["ann", "avries", "Bram", "cleo"].randomElement(using: &random) ?? "",
        open: Int.random(in: 0...2, using: &random), change: Int.random(in: -1...1, using: &random),
        on: Licences.day - Int.random(in: 0..<40, using: &random))
    }
    let day = Licences.day - 40 + step
    switch Int.random(in: 0..<10, using: &random) {
    case 0...3:
      return .take(
        Licences.log(
          uses, host: host, from: day - 3, to: day,
          shutDown: step.isMultiple(of: 3) ? Licences.moment(day, 700) : nil), server)
    case 4...5:
      return .take(
        Licences.answer(
          uses, host: host.isEmpty ? "lic03" : host, at: Licences.moment(day, step),
          state: Bool.random(using: &random) ? .up : .silent), nil)
    case 6: return .setAside(["ann", "BRAM"], step.isMultiple(of: 2) ? "Render node" : "")
    case 7: return .couple("cleo", Bool.random(using: &random) ? UserID(1) : nil)
    case 8 where Bool.random(using: &random):
      return .putFileAway(server, step.isMultiple(of: 2) ? day : nil)
    case 8: return .retire(server, typed: host, quietDays: 14)
    default:
      return step.isMultiple(of: 3)
        ? .removeServer(server) : .keepServer(server, step.isMultiple(of: 2) ? "Tokens" : "", day)
    }
  }
}
