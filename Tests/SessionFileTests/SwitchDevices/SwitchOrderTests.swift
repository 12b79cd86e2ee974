import Migration
import SessionFile
import Testing

@Suite("An order to switch: what is left, on which computers")
struct SwitchOrderTests {
  private let file: SessionFile

  init() throws { file = try SessionFile.inMemory() }

  private func at(_ minute: Int) -> Moment { Licences.moment(Licences.day, minute) }

  private func apply(_ change: Change) throws {
    _ = try file.apply(change, at: at(1))
  }

  /// Four computers: of the office, of nobody's group, of the pilot; and one that is done.
  private func fill() throws {
    for (name, system, group) in [
      ("PC1", ComputerSystem.windows, "Office"), ("PC2", .unknown, ""), ("PC3", .linux, "Pilot 1"),
      ("PC4", .macOS, "Office"),
    ] {
      try apply(
        .switchDevices(
          .saveComputer(nil, ComputerDetails(name: name, system: system, group: group))))
    }
    let told: [(String, [(String, InstallationMethod)])] = [
      ("PC1", [("001P1", .network), ("829P1", .cannot)]), ("PC3", [("829P1", .notChosen)]),
      ("PC4", [("001P1", .user)]),
    ]
    try apply(
      .switchDevices(
        .take(
          DeviceBatch(
            told.map { computer, products in
              DeviceBatch.Told(
                ComputerDetails(name: computer), .helperList, at: at(1),
                products: products.map {
                  DeviceBatch.Product(key: $0.0, version: "2024.0.0.F", method: $0.1)
                })
            }))))
    try apply(
      .switchDevices(
        .add([
          InstallationDetails(computer: "PC2", product: "AutoCAD 2022", offering: "AutoCAD"),
          InstallationDetails(computer: "PC2", product: "Wonder 2022", offering: "Wonder"),
        ])))
  }

  @Test("has each product by what its computer tells, else by its name; the pilot comes first")
  func order() throws {
    try fill()
    let draft = try file.switchOrder(lockedOut: true)
    #expect(draft.order.hosts.map(\.name) == ["PC3", "PC1", "PC2"])
    #expect(draft.order.hosts.map(\.system) == [.linux, .windows, .unknown])
    #expect(draft.order.hosts.map(\.group) == ["Pilot 1", "Office", ""])
    #expect(
      Set(draft.order.products.map { "\($0.key):\($0.version)" })
        == ["001P1:2024.0.0.F", "829P1:2024.0.0.F", "001N1:", "777N1:"])
    #expect(draft.unknown == ["Wonder 2022"])
    #expect(draft.closed == [])
    let office = try file.switchOrder(group: "Office", lockedOut: true)
    #expect(office.order.hosts.map(\.name) == ["PC1"])
    #expect(office.order.products.map(\.key) == ["001P1"])
    #expect(try file.switchOrder(group: "nobody", lockedOut: true).order.products == [])
  }

  @Test("leaves computers out at which somebody could be locked out, and names them")
  func closed() throws {
    try fill()
    let draft = try file.switchOrder()
    #expect(draft.order.hosts == [] && draft.order.products == [])
    #expect(draft.closed == ["PC1", "PC2", "PC3"])
  }
}
