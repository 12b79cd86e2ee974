import Migration
import Seeds
import SessionFile
import Testing

private let day = Licences.day

@Suite("Computers: what sources tell is one thing, the newest wins, and all of it is undone")
struct ComputerChangeTests {
  private let file: SessionFile

  init() throws { file = try SessionFile.inMemory() }

  private func at(_ minute: Int) -> Moment { Licences.moment(day, minute) }

  private func told(
    _ computer: String, _ methods: [(String, InstallationMethod?)], at minute: Int,
    _ source: DeviceSource = .helperList, failure: String = ""
  ) -> DeviceBatch {
    DeviceBatch([
      DeviceBatch.Told(
        ComputerDetails(name: computer), source, at: at(minute),
        products: methods.map { key, method in
          DeviceBatch.Product(
            key: key, version: "2024.0.0.F", method: method,
            failure: method == .user ? "" : failure, answer: failure.isEmpty ? "" : "busy")
        })
    ])
  }

  @discardableResult
  private func take(_ batch: DeviceBatch, at minute: Int = 900) throws -> ChangeOutcome {
    try file.apply(.switchDevices(.take(batch)), at: at(minute))
  }

  private func rows(_ part: InstallationPart = .all) throws -> [Installation] {
    try file.installations(InstallationQuery(part: part), places: 0..<100).rows
  }

  private func computers(_ query: ComputerQuery = ComputerQuery()) throws -> [Computer] {
    try file.computers(query, places: 0..<100).rows
  }

  private func add(_ name: String, _ login: String) throws -> UserID {
    try #require(
      try file.apply(
        .createUsers(
          .addUser(
            UserDetails(
              firstName: name, lastName: "Bos", address: "\(login)@example.com", login: login),
            .typed)), at: at(1)
      ).user)
  }

  @Test("What the log and the computer tell of a product is one row, each with its date")
  func merged() throws {
    let seen = InstallationDetails(
      computer: "PC1", product: "AutoCAD 2024", offering: "AutoCAD", login: "ann",
      lastUsed: at(100))
    _ = try file.apply(.switchDevices(.add([seen])), at: at(200))
    try take(told("pc1.example.com", [("001P1", .network)], at: 300))
    let row = try #require(try rows().first)
    #expect(try rows().count == 1)
    #expect(row.key == "001P1" && row.method == .network && row.year == 2024)
    #expect(row.proof.used == at(100) && row.helperAt == at(300) && row.standing == .planned)
    #expect(try computers().map(\.details.name) == ["PC1"])
    #expect(try computers().first?.people.map(\.login) == ["ann"])
    _ = try file.undo(at: at(901))
    #expect(try rows().first?.key == "")
    _ = try file.undo(at: at(902))
    #expect(try rows().isEmpty && computers().isEmpty)
    _ = try file.redo(at: at(903))
    _ = try file.redo(at: at(904))
    #expect(try rows() == [row])
  }

  @Test(
    "A pilot is done though a computer without a product is in it; what is handed over is not next")
  func nextGroup() throws {
    let ann = try add("Ann", "ann")
    let product = try file.apply(
      .assignProducts(.addProduct(ProductDetails(named: "AutoCAD", seats: 5))), at: at(2)
    ).product
    let autocad = try #require(product)
    _ = try file.apply(.assignProducts(.assign([ann], [autocad], .chosen)), at: at(3))
    let seats = HandOver(number: 1, step: .assignProducts, writtenOn: day, rowCount: 1)
    _ = try file.apply(
      .assignProducts(
        .handOverSeats(seats, [SeatKey(user: ann, product: autocad)], isEarly: false)), at: at(4))
    _ = try file.apply(.stateHandOver(1, day), at: at(5))
    for (name, group) in [("PC1", "Pilot"), ("PC2", "Pilot"), ("PC3", "Wave 1")] {
      let details = ComputerDetails(name: name, group: group, people: ["ann"])
      _ = try file.apply(.switchDevices(.saveComputer(nil, details)), at: at(6))
    }
    try take(told("PC1", [("001P1", .network)], at: 100), at: 101)
    try take(told("PC3", [("001P1", .network)], at: 100), at: 102)
    let ids = try rows().map(\.id)
    _ = try file.apply(.switchDevices(.list(ids)), at: at(103))
    try take(told("PC1", [("001P1", .user)], at: 200, .result), at: 201)
    #expect(try file.summary().devices.nextGroup == .init(name: "Wave 1", count: 1))
    let rest = try rows().filter { $0.standing != .proven }.map(\.id)
    let written = HandOver(number: 2, step: .switchDevices, writtenOn: day, rowCount: rest.count)
    _ = try file.apply(.switchDevices(.handOver(written, rest, SwitchTerms())), at: at(300))
    #expect(try file.summary().devices.nextGroup == nil, "it is handed over already")
  }

  @Test("No server may go off for what was found beside our list on the network")
  func foundOnNetwork() throws {
    func switched() throws -> RetireCondition? {
      try file.summary().retireVerdict(now: at(900)).conditions.first { $0.kind == .switched }
    }
    try take(told("PC1", [("001P1", .user)], at: 300))
    #expect(try switched()?.verdict == .met)
    let more: [(String, InstallationMethod?)] = [
      ("001P1", .user), ("829P1", .network), ("657P1", .standalone),
    ]
    try take(told("PC1", more, at: 400))
    #expect(try switched()?.verdict == .open)
    #expect(try switched().map { [$0.count, $0.total] } == [1, 2])
    #expect(try rows(.found).map(\.key).sorted() == ["657P1", "829P1"])
  }

  @Test("A list that was cut off says nothing of what is not in it")
  func cutOff() throws {
    try take(told("PC1", [("001P1", .network), ("829P1", .network)], at: 300))
    var batch = told("PC1", [("001P1", .network)], at: 400)
    batch.told[0].isWhole = false
    try take(batch)
    #expect(try rows(.missing).isEmpty)
    batch.told[0].isWhole = true
    try take(batch)
    #expect(try rows(.missing).map(\.key) == ["829P1"])
  }

  @Test("What was put back on purpose is to be done again, and is no failure")
  func putBack() throws {
    try take(told("PC1", [("001P1", .user)], at: 300, .result))
    var batch = told("PC1", [("001P1", .network)], at: 400, .result)
    batch.told[0].products[0].isUndone = true
    try take(batch)
    #expect(try rows().map(\.standing) == [.planned])
    #expect(try file.summary().devices.failed == 0)
  }

  @Test("A computer is open when somebody there has a seat for each of its products")
  func covered() throws {
    let ann = try add("Ann", "ann")
    let products = try ["AutoCAD", "Revit"].map { name in
      try #require(
        try file.apply(
          .assignProducts(.addProduct(ProductDetails(named: name, seats: 9))), at: at(2)
        ).product)
    }
    let person = ComputerDetails(name: "PC1", people: ["ann"])
    try take(DeviceBatch([DeviceBatch.Told(person, .deviceList, at: at(3))]))
    try take(told("PC1", [("001P1", .network), ("829P1", .network)], at: 300))
    for (place, product) in products.enumerated() {
      _ = try file.apply(.assignProducts(.assign([ann], [product], .chosen)), at: at(4))
      let written = HandOver(
        number: place + 1, step: .assignProducts, writtenOn: day, rowCount: 1)
      _ = try file.apply(
        .assignProducts(
          .handOverSeats(written, [SeatKey(user: ann, product: product)], isEarly: false)),
        at: at(5))
      _ = try file.apply(.stateHandOver(place + 1, day), at: at(6))
      let computer = try #require(try computers().first)
      #expect(computer.isOpen == (place == 1), "with \(place + 1) of two seats")
      #expect(computer.warnings.contains(.someWithoutSeat) == (place == 0))
    }
  }

  @Test("Never by the feature: two years of a product are two rows, and stay so")
  func years() throws {
    var batch = told("PC1", [("827P1", .network), ("827Q1", .user)], at: 300)
    batch.told[0].products[1].version = "2025.0.0.F"
    for place in batch.told[0].products.indices { batch.told[0].products[place].feature = "ACDLTM" }
    try take(batch)
    #expect(try take(batch).unchanged == 1)
    #expect(try rows().map(\.version) == ["2024.0.0.F", "2025.0.0.F"])
    #expect(try rows().map(\.standing) == [.planned, .proven])
  }

  @Test("Newer beats older both ways, in whatever order they are read; the future is no evidence")
  func newest() throws {
    try take(told("PC1", [("001P1", .network)], at: 300))
    try take(told("PC1", [("001P1", .user)], at: 500, .result))
    #expect(try rows().map(\.standing) == [.proven])
    #expect(try file.summary().funnel(of: .switchDevices).proven == 1)
    try take(told("PC1", [("001P1", .network)], at: 400))
    #expect(try rows().map(\.standing) == [.proven], "an older list")
    #expect(try rows().first?.method == .user)
    try take(told("PC1", [("001P1", .network)], at: 600))
    #expect(try rows().map(\.standing) == [.failed], "taken back by a newer one")
    #expect(try rows(.failed).count == 1 && rows(.usedAfter).isEmpty)
    let ahead = Moment(minutes: at(900).minutes + 3 * 1_440)
    var batch = told("PC1", [("001P1", .user)], at: 0)
    batch.told[0].moment = ahead
    #expect(try take(batch).unchanged == 1)
    #expect(try rows().map(\.standing) == [.failed])
  }

  @Test("A script's failure is kept with the helper's answer; the retry proves it")
  func failure() throws {
    try take(told("PC1", [("001P1", .network), ("829P1", .network)], at: 300))
    _ = try file.apply(
      .switchDevices(.stateComputers([ComputerID(1)], isSwitched: true)), at: at(400))
    #expect(try rows().map(\.standing) == [.stated, .stated])
    let batch = told(
      "PC1", [("001P1", .user), ("829P1", .network)], at: 500, .result, failure: "timeout")
    try take(batch)
    #expect(try rows().map(\.standing) == [.proven, .failed])
    #expect(try rows().last?.failure == "timeout" && rows().last?.answer == "busy")
    #expect(try computers().first?.warnings.first == .failed)
    #expect(try file.summary().devices.failed == 1)
    #expect(try file.summary().toDo(today: day).contains { $0.kind == .setUp })
    #expect(
      try file.summary().devices.toDo.first
        == ToDo(.failedSwitches, step: .switchDevices, count: 1, isUrgent: true))
    try take(told("PC1", [("829P1", .user)], at: 600, .result))
    #expect(try rows().map(\.standing) == [.proven, .proven])
    #expect(try rows().last?.failure == "")
    #expect(try computers().first?.state == .proven)
  }

  @Test(
    "What is found after the switch began is a difference, and so is what is not there any more")
  func differences() throws {
    try take(told("PC1", [("001P1", .network), ("829P1", .network)], at: 300))
    _ = try file.apply(
      .switchDevices(.state([InstallationID(1)], isSwitched: true)), at: at(400))
    try take(told("PC1", [("001P1", .user), ("657P1", .network)], at: 500))
    #expect(try rows(.found).map(\.key) == ["657P1"])
    #expect(try rows(.missing).map(\.key) == ["829P1"])
    #expect(
      try file.summary().funnel(of: .switchDevices).total == 2, "a find is no part of the plan")
    let found = try file.installationIDs(InstallationQuery(part: .found))
    _ = try file.apply(.switchDevices(.list(found)), at: at(901))
    #expect(try rows(.found).isEmpty && rows().count == 3)
    let missing = try file.installationIDs(InstallationQuery(part: .missing))
    _ = try file.apply(.switchDevices(.remove(missing)), at: at(902))
    #expect(try rows().map(\.key) == ["001P1", "657P1"])
    _ = try file.undo(at: at(903))
    _ = try file.undo(at: at(904))
    #expect(try rows(.found).count == 1 && rows(.missing).count == 1)
  }

  @Test("A computer is open as soon as all its people have their seats, and not before")
  func open() throws {
    let (ann, bram) = (try add("Ann", "ann"), try add("Bram", "bram"))
    let product = try #require(
      try file.apply(
        .assignProducts(.addProduct(ProductDetails(named: "AutoCAD", seats: 9))), at: at(2)
      ).product)
    try take(
      DeviceBatch([
        DeviceBatch.Told(
          ComputerDetails(name: "PC1", group: "Pilot", people: ["ann", "EXAMPLE\\bram"]),
          .deviceList, at: at(3)),
        DeviceBatch.Told(
          ComputerDetails(name: "PC2", people: ["nobody"]), .deviceList, at: at(3)),
      ]))
    try take(told("PC1", [("001P1", .network)], at: 300))
    #expect(try computers().map(\.warnings) == [[.noSeat], [.noPerson]])
    _ = try file.apply(.assignProducts(.assign([ann, bram], [product], .chosen)), at: at(4))
    func state(_ user: UserID, _ number: Int) throws {
      let written = HandOver(
        number: number, step: .assignProducts, writtenOn: day, rowCount: 1)
      _ = try file.apply(
        .assignProducts(
          .handOverSeats(written, [SeatKey(user: user, product: product)], isEarly: false)),
        at: at(5))
      _ = try file.apply(.stateHandOver(number, day), at: at(6))
    }
    try state(ann, 1)
    #expect(try computers().first?.warnings == [.someWithoutSeat])
    #expect(try file.summary().devices.open == 0)
    try state(bram, 2)
    #expect(try computers().map(\.isOpen) == [true, false])
    let gate = try { try file.summary() }()
    #expect(gate.devices.open == 1 && gate.devices.computers == 2)
    #expect(try file.computerIDs(ComputerQuery(part: .open)) == [ComputerID(1)])
  }

  @Test(
    "Computers are kept, grouped, renamed and taken out with what is on them; undo gives it back")
  func edited() throws {
    try take(told("PC1", [("001P1", .network)], at: 300))
    let details = ComputerDetails(
      name: "WS-1", system: .linux, group: "Pilot", people: ["ann", "bram"])
    _ = try file.apply(.switchDevices(.saveComputer(ComputerID(1), details)), at: at(400))
    #expect(try computers().map(\.details) == [details])
    #expect(try rows().map(\.details.computer) == ["WS-1"])
    _ = try file.apply(.switchDevices(.saveComputer(nil, .init(name: "WS-2"))), at: at(401))
    #expect(throws: ChangeRefusal.switchDevices(.computerTaken("ws-1.example.com"))) {
      try file.apply(
        .switchDevices(.saveComputer(nil, .init(name: "ws-1.example.com"))), at: at(402))
    }
    _ = try file.apply(
      .switchDevices(.groupComputers([ComputerID(1), ComputerID(2)], "Office")), at: at(403))
    #expect(try file.summary().devices.groups == [.init(name: "Office", count: 2)])
    let before = try computers()
    _ = try file.apply(.switchDevices(.removeComputers([ComputerID(1)])), at: at(404))
    #expect(try rows().isEmpty && computers().count == 1)
    _ = try file.undo(at: at(405))
    #expect(try computers() == before)
  }

  @Test("The list is filtered by everything, sorted by every column, and turned round")
  func queries() throws {
    for (place, name) in ["B1", "A1", "C1"].enumerated() {
      let group = ["Office", "", "Pilot"][place]
      try take(
        DeviceBatch([
          DeviceBatch.Told(
            ComputerDetails(name: name, group: group, people: ["p\(place)"]), .deviceList, at: at(3)
          )
        ]))
      try take(told(name, [(["829P1", "001P1", "657P1"][place], .network)], at: 300))
    }
    func names(_ query: ComputerQuery) throws -> [String] {
      try computers(query).map(\.details.name)
    }
    #expect(try names(ComputerQuery(filter: "revit")) == ["B1"])
    #expect(try names(ComputerQuery(filter: "pilot p2")) == ["C1"])
    #expect(try names(ComputerQuery(order: .group)) == ["B1", "C1", "A1"])
    #expect(try names(ComputerQuery(order: .products)) == ["A1", "C1", "B1"])
    #expect(try names(ComputerQuery(order: .people, isDescending: true)) == ["C1", "A1", "B1"])
    for column in ComputerColumn.allCases {
      let forward = try names(ComputerQuery(order: column))
      #expect(try names(ComputerQuery(order: column, isDescending: true)) == forward.reversed())
    }
  }

  @Test("What was handed over and not heard of is asked after some days later")
  func unanswered() throws {
    try take(told("PC1", [("001P1", .network)], at: 300))
    let written = HandOver(number: 1, step: .switchDevices, writtenOn: day + 1, rowCount: 1)
    _ = try file.apply(
      .switchDevices(.handOver(written, [InstallationID(1)], SwitchTerms())),
      at: Licences.moment(day + 1, 1))
    file.today = day + 2
    #expect(try file.summary().devices.unanswered == 0)
    file.today = day + 1 + DevicesSummary.answersWithin
    #expect(try file.summary().devices.unanswered == 1)
    #expect(try computers().first?.warnings.contains(.noAnswer) == true)
    #expect(try rows(.unanswered).count == 1)
  }

  @Test("Any changes in any order are taken back to what was", arguments: 1...12)
  func anyOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func state() throws -> [String] {
      try rows().map { "\($0)" } + rows(.found).map { "\($0)" } + computers().map { "\($0)" }
    }
    var states = [try state()]
    var minute = 300
    for _ in 0..<20 {
      minute += 5
      let name = ["PC1", "pc1.example.com", "PC2"].randomElement(using: &random) ?? ""
      let keys = ["001P1", "829P1", "657P1"].filter { _ in Bool.random(using: &random) }
      let method = [InstallationMethod.user, .network, nil].randomElement(using: &random) ?? nil
      let ids = try computers().map(\.id).filter { _ in Bool.random(using: &random) }
      let changes: [SwitchDevicesChange] = [
        .take(
          told(name, keys.map { ($0, method) }, at: minute - Int.random(in: 0...20, using: &random))
        ),
        .take(told(name, keys.map { ($0, method) }, at: minute, .result, failure: "refused")),
        .stateComputers(ids, isSwitched: Bool.random(using: &random)),
        .groupComputers(ids, "G\(minute % 3)"), .removeComputers(ids),
        .list(try file.installationIDs(InstallationQuery(part: .found))),
      ]
      guard let change = changes.randomElement(using: &random) else { continue }
      let before = try file.revision()
      _ = try file.apply(.switchDevices(change), at: at(minute))
      if try file.revision() != before { states.append(try state()) }
      let funnel = try file.summary().funnel(of: .switchDevices)
      #expect(try funnel.total == rows().count)
      #expect(try funnel.proven == rows().count { $0.standing == .proven })
    }
    let last = states.removeLast()
    for expected in states.reversed() {
      _ = try file.undo(at: at(901))
      #expect(try state() == expected)
    }
    while try file.summary().redoable != nil { _ = try file.redo(at: at(902)) }
    #expect(try state() == last)
  }
}
