import Migration
import SessionFile
import Testing

private let day = Licences.day

@Suite("Hand-overs of products on computers")
struct DeviceHandOverTests {
  private let file: SessionFile

  init() throws {
    file = try SessionFile.inMemory()
    for name in ["PC1", "PC2", "PC3"] { try take(name, "001P1", .network, at: 100, .helperList) }
  }

  private func at(_ minute: Int) -> Moment { Licences.moment(day, minute) }

  private func apply(_ change: SwitchDevicesChange, at minute: Int) throws {
    _ = try file.apply(.switchDevices(change), at: at(minute))
  }

  private func take(
    _ computer: String, _ key: String, _ method: InstallationMethod, at minute: Int,
    _ source: DeviceSource = .result, order: Int = 0, failure: String = "", isUndone: Bool = false
  ) throws {
    let product = DeviceBatch.Product(
      key: key, version: "2024.0.0.F", method: method, failure: failure, isUndone: isUndone)
    try apply(
      .take(
        DeviceBatch([
          .init(
            ComputerDetails(name: computer), source, at: at(minute), products: [product],
            order: order)
        ])), at: minute)
  }

  private func left(_ part: SwitchScope.Part) throws -> [String] {
    try file.switchOrder(SwitchScope(part, lockedOut: true)).hosts.map(\.host.name)
  }

  /// Hands over what is meant, as the wizard does.
  private func handOver(
    _ number: Int, _ scope: SwitchScope, at minute: Int, _ way: SwitchWay = .script
  ) throws {
    let rows = try file.switchOrder(scope).hosts.flatMap(\.rows).map(\.installation)
    let written = HandOver(
      number: number, step: .switchDevices, writtenOn: day, rowCount: rows.count,
      files: ["/tmp/switch.sh"], digest: "00ff")
    try apply(.handOver(written, rows, SwitchTerms(way, lockedOut: true)), at: minute)
  }

  private func standings() throws -> [Standing] {
    try file.installations(InstallationQuery(), places: 0..<9).rows.map(\.standing)
  }

  @Test("What is handed over comes into no other one, until it is withdrawn or undone")
  func once() throws {
    try handOver(1, SwitchScope(.new, computers: [ComputerID(1)], lockedOut: true), at: 200)
    #expect(try left(.new) == ["PC2", "PC3"])
    #expect(try left(.left) == ["PC1", "PC2", "PC3"])
    #expect(try file.summary().handOvers.map(\.rowCount) == [1])
    #expect(try file.switchTerms(1) == SwitchTerms(lockedOut: true))
    #expect(try file.journal(latest: 1).first?.name == .switchDevices(.handOverLockedOut))
    _ = try file.apply(.withdrawHandOver(1), at: at(201))
    #expect(try left(.new) == ["PC1", "PC2", "PC3"])
    _ = try file.undo(at: at(202))
    #expect(try left(.new) == ["PC2", "PC3"])
    _ = try file.undo(at: at(203))
    #expect(try left(.new) == ["PC1", "PC2", "PC3"])
  }

  @Test("Stated are the products as they were; a computer of another name is planned again")
  func stated() throws {
    try handOver(1, SwitchScope(.new, lockedOut: true), at: 200)
    try apply(.saveComputer(ComputerID(2), ComputerDetails(name: "WS-2")), at: 201)
    #expect(try left(.new) == ["WS-2"])
    _ = try file.apply(.stateHandOver(1, day), at: at(202))
    #expect(try standings() == [.stated, .stated, .planned])
    _ = try file.undo(at: at(203))
    #expect(try standings() == [.planned, .planned, .planned])
  }

  @Test("What was read back since is not covered by saying that it is done")
  func readBack() throws {
    try handOver(1, SwitchScope(.new, lockedOut: true), at: 200)
    try take("PC1", "001P1", .network, at: 210, order: 1, failure: "refused")
    try take("PC2", "001P1", .user, at: 210, order: 1)
    _ = try file.apply(.stateHandOver(1, day), at: at(220))
    #expect(try standings() == [.failed, .proven, .stated])
  }

  @Test("A failure that its own script tells counts, also when it was said before to be on its way")
  func toldLater() throws {
    try handOver(1, SwitchScope(.new, lockedOut: true), at: 200)
    _ = try file.apply(.stateHandOver(1, day), at: at(300))
    try take("PC1", "001P1", .network, at: 250, order: 1, failure: "refused")
    #expect(try standings() == [.failed, .stated, .stated])
    // Somebody saw to it by hand; the same result once more takes that not back.
    try apply(.state([InstallationID(1)], isSwitched: true), at: 310)
    try take("PC1", "001P1", .network, at: 250, order: 1, failure: "refused")
    #expect(try standings() == [.stated, .stated, .stated])
  }

  @Test("A retry has exactly what failed or was never answered, each once")
  func again() throws {
    try handOver(1, SwitchScope(.new, lockedOut: true), at: 200)
    _ = try file.apply(.stateHandOver(1, day), at: at(201))
    try take("PC1", "001P1", .network, at: 210, order: 1, failure: "refused")
    try take("PC2", "001P1", .user, at: 210, order: 1)
    #expect(try left(.again) == ["PC1"])
    file.today = day + DevicesSummary.answersWithin
    #expect(try left(.again) == ["PC1", "PC3"])
    #expect(try file.summary().devices.again == 2)
    #expect(try file.installationIDs(InstallationQuery(part: .unanswered)).count == 1)
    try handOver(2, SwitchScope(.again, lockedOut: true), at: 300)
    file.today = day
    #expect(try left(.again) == [])
    // What the first one's script tells later is no answer to the second.
    try take("PC1", "001P1", .network, at: 290, order: 1, failure: "refused")
    #expect(try left(.again) == [])
    try take("PC1", "001P1", .network, at: 310, order: 2, failure: "timeout")
    #expect(try left(.again) == ["PC1"])
    try take("PC1", "001P1", .user, at: 320, order: 2)
    #expect(try left(.again) == [])
    #expect(try standings() == [.proven, .proven, .planned])
  }

  @Test("What was only stated, or is done with a leaflet, is never asked after")
  func notAsked() throws {
    try apply(.state([InstallationID(1)], isSwitched: true), at: 200)
    try handOver(
      1, SwitchScope(.new, computers: [ComputerID(2)], lockedOut: true), at: 200, .leaflet)
    try handOver(2, SwitchScope(.new, computers: [ComputerID(3)], lockedOut: true), at: 200)
    _ = try file.apply(.stateHandOver(1, day), at: at(201))
    _ = try file.apply(.stateHandOver(2, day), at: at(201))
    file.today = day + DevicesSummary.answersWithin
    let silent = try file.installations(InstallationQuery(part: .unanswered), places: 0..<9).rows
    #expect(silent.map(\.details.computer) == ["PC3"])
    #expect(try file.summary().devices.unanswered == 1)
  }

  @Test("What was put back on purpose comes into the next hand-over")
  func putBack() throws {
    try handOver(1, SwitchScope(.new, lockedOut: true), at: 200)
    try take("PC1", "001P1", .user, at: 210, order: 1)
    #expect(try left(.new) == [])
    try take("PC1", "001P1", .network, at: 220, order: 1, isUndone: true)
    #expect(try left(.new) == ["PC1"])
    #expect(try left(.again) == [])
  }

  @Test("It counts what it would hold: products, computers, who is locked out, who has no key")
  func counted() throws {
    try apply(
      .add([InstallationDetails(computer: "PC9", product: "Wonder 2022", offering: "Wonder")]),
      at: 200)
    let closed = try file.switchCount(SwitchScope(.new))
    #expect(closed.products == 0 && closed.computers == 0 && closed.closed == 4)
    let open = try file.switchCount(SwitchScope(.new, lockedOut: true))
    #expect(open.products == 3 && open.computers == 3 && open.closed == 4 && open.unknown == 1)
    #expect(try file.summary().devices.new == closed)
  }
}
