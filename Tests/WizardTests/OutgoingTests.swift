import Documents
import Glibc
import Migration
import Testing

@testable import SessionFile
@testable import Wizard
@testable import overstap

private let moment = Moment(day: Day(number: 20_000), minute: 600)

/// Files for the portal are written outside the session, and names are in them: none may be there of
/// which the session does not know.
@Suite("Files that are written outside: the session knows of them whatever happens")
final class OutgoingTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/overstap-outgoing-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    folder = String(cString: made)
  }

  deinit { Self.remove(folder) }

  /// What may be broken off.
  enum Kind: String, CaseIterable, Sendable {
    case users, seats, devices
  }

  // MARK: Refused

  @Test("A full disk before the first file: none is written", arguments: Kind.allCases)
  func fullBefore(_ kind: Kind) throws {
    let file = try session(people: 600)
    try fill(file)
    #expect(throws: ChangeRefusal.diskFull) { try handOver(kind, on: file) }
    #expect(
      (FileAccess.names(in: folder) ?? []).filter { $0.hasPrefix("overstap-hand-over") } == [])
  }

  @Test("A session that was removed: none is written", arguments: Kind.allCases)
  func removedBefore(_ kind: Kind) throws {
    let file = try session()
    unlink(folder + "/a.overstap")
    #expect(throws: ChangeRefusal.self) { try handOver(kind, on: file) }
    #expect(
      (FileAccess.names(in: folder) ?? []).filter { $0.hasPrefix("overstap-hand-over") } == [])
  }

  @Test("A disk that is full, or a session removed, when the files are there: they are taken away")
  func refusedAfter() throws {
    for isFull in [true, false] {
      let file = try session(people: 600)
      let (outgoing, change, outputs) = try prepared(.users, on: file)
      #expect(throws: ChangeRefusal.self) {
        try OutgoingWriter.carryOut(outgoing, outputs, on: file, at: moment) { kept in
          #expect(
            (FileAccess.names(in: kept.folder) ?? []).filter { $0.hasSuffix(".csv") }.count == 1)
          if isFull { try self.fill(file) } else { unlink(self.folder + "/a.overstap") }
          return change
        }
      }
      #expect(!FileAccess.exists(outgoing.folder))
      if isFull { #expect(try file.unfinished() == []) }
      unlink(folder + "/a.overstap")
    }
  }

  @Test("A file that cannot be written takes those before it away, and the intent")
  func notWritten() throws {
    let file = try session()
    var (outgoing, _, outputs) = try prepared(.users, on: file)
    outgoing.makesFolder = false
    mkdir(outgoing.folder, 0o700)
    mkdir(outgoing.folder + "/" + outputs[1].name, 0o700)
    #expect(throws: FileFailure.self) {
      try OutgoingWriter.carryOut(outgoing, outputs, on: file, at: moment)
    }
    let left = (FileAccess.names(in: outgoing.folder) ?? []).filter { !$0.hasPrefix(".") }
    #expect(left == [outputs[1].name])
    #expect(OutgoingWriter.settle(on: file, at: moment) == nil)
    #expect(try file.unfinished() == [])
  }

  // MARK: Broken off

  @Test(
    "Broken off between two files, they are removed by the next start", arguments: Kind.allCases)
  func brokenOff(_ kind: Kind) throws {
    for count in 0..<2 {
      let file = try session()
      let outgoing = try breakOff(kind, after: count, on: file)
      #expect(FileAccess.exists(outgoing.folder))
      let told = OutgoingWriter.settle(on: file, at: moment)
      #expect(
        told == UnfinishedFiles(end: .removed, folder: AdminPath.shown(outgoing.folder)))
      #expect(!FileAccess.exists(outgoing.folder))
      #expect(try file.unfinished() == [])
      #expect(try file.summary().handOvers == [])
      #expect(OutgoingWriter.settle(on: file, at: moment) == nil)
      guard case .handedOver = try handOver(kind, on: file) else {
        Issue.record("not written again")
        return
      }
      Self.remove(outgoing.folder)
      unlink(folder + "/a.overstap")
    }
  }

  @Test("Broken off when all is there, it is finished by the next start", arguments: Kind.allCases)
  func finished(_ kind: Kind) throws {
    let file = try session()
    let outgoing = try breakOff(kind, after: .max, on: file)
    #expect(OutgoingWriter.settle(on: file, at: moment)?.end == .finished)
    let handOvers = try file.summary().handOvers
    #expect(handOvers.map(\.number) == [1])
    #expect(handOvers.first?.files.count == outgoing.files.count)
    #expect(try file.summary().undoable?.text.hasPrefix("hand-over") == true)
    #expect(try file.unfinished() == [])
    #expect(try file.outgoing().map(\.files) == [outgoing.files])
    let again = try handOver(kind, on: file)
    guard case .notRead("hand-over-empty", _) = again else {
      Issue.record("handed over twice: \(again)")
      return
    }
  }

  @Test("All is there and somebody in it was changed since: it is removed")
  func changedPerson() throws {
    let file = try session()
    let outgoing = try breakOff(.users, after: .max, on: file)
    var details = UserDetails(firstName: "Bo", lastName: "Wit", address: "a@example.com")
    details.login = "b"
    _ = try file.apply(.createUsers(.editUser(UserID(1), details)), at: moment)
    #expect(OutgoingWriter.settle(on: file, at: moment)?.end == .removed)
    #expect(!FileAccess.exists(outgoing.folder))
    #expect(try file.summary().handOvers == [])
  }

  @Test("A file that somebody changed since is not removed")
  func changedFile() throws {
    let file = try session()
    let outgoing = try breakOff(.users, after: 2, on: file)
    let changed = outgoing.files[0].name
    try FileAccess.write([65], to: "\(outgoing.folder)/\(changed)")
    #expect(OutgoingWriter.settle(on: file, at: moment)?.end == .changed)
    #expect(
      (FileAccess.names(in: outgoing.folder) ?? []).filter { !$0.hasPrefix(".") } == [changed])
    #expect(try file.unfinished() == [])
  }

  @Test("The next try tells of it before anything is written")
  func nextTry() throws {
    let file = try session()
    _ = try breakOff(.seats, after: 1, on: file)
    guard case .notRead("unfinished-removed", _) = try handOver(.users, on: file) else {
      Issue.record("not told")
      return
    }
    guard case .handedOver = try handOver(.users, on: file) else {
      Issue.record("not written")
      return
    }
  }

  @Test("A message is listed when it is whole, and removed when it is half there")
  func message() throws {
    let file = try session()
    guard case .handedOver(let handOver, _) = try handOver(.users, on: file) else {
      Issue.record("not handed over")
      return
    }
    let order = MessageOrder(
      handOver: handOver, to: "a@example.com", subject: "Subject", text: "Text")
    guard case .written = try UserHandOverWriter.write(order, on: file, at: moment) else {
      Issue.record("not written")
      return
    }
    let listed = try file.outgoing().last
    #expect(listed?.kind == .message)
    #expect(listed?.files.map(\.name) == ["message.txt", "message.eml"])
    let all = (FileAccess.names(in: listed?.folder ?? "") ?? []).sorted()

    var half = try #require(listed)
    half.files = ["message-2.txt", "message-2.eml"].map {
      Outgoing.File(name: $0, digest: Digest.of([[1, 2]]))
    }
    _ = try file.begin(half)
    try FileAccess.write([1, 2], to: half.folder + "/message-2.txt")
    try FileAccess.write([1], to: FileAccess.partPath(half.folder + "/message-2.eml"))
    #expect(OutgoingWriter.settle(on: file, at: moment)?.end == .removed)
    #expect((FileAccess.names(in: half.folder) ?? []).sorted() == all)
  }

  // MARK: Making them

  /// A session in which everybody has a seat of two products. Many people do not fit into the pages
  /// that there are.
  private func session(people: Int = 2) throws -> SessionFile {
    let file = try SessionFile.open(path: folder + "/a.overstap", access: .readWrite)
    for number in 1...people {
      let details = UserDetails(
        firstName: "Ann", lastName: "Wit", address: "a\(number)@example.com")
      _ = try file.apply(.createUsers(.addUser(details, .typed)), at: moment)
    }
    let installed = (1...people).map {
      InstallationDetails(computer: "PC\($0)", product: "AutoCAD 2024", offering: "AutoCAD")
    }
    _ = try file.apply(.switchDevices(.add(installed)), at: moment)
    for name in ["AutoCAD", "Revit"] {
      _ = try file.apply(
        .assignProducts(.addProduct(ProductDetails(named: name, seats: 900))), at: moment)
    }
    _ = try file.apply(
      .assignProducts(
        .assign(
          (1...people).map { UserID(Int64($0)) }, try file.summary().products.map(\.id), .chosen)),
      at: moment)
    return file
  }

  private func handOver(_ kind: Kind, on file: SessionFile) throws -> Answer {
    switch kind {
    case .users:
      try UserHandOverWriter.carryOut(
        UserHandOverOrder(
          step: .createUsers, users: .all(UserQuery(), count: 0), folder: folder), on: file,
        at: moment)
    case .seats:
      try SeatHandOverWriter.carryOut(
        SeatHandOverOrder(folder: folder), on: file, at: moment)
    case .devices:
      try DeviceHandOverWriter.carryOut(
        DeviceHandOverOrder(
          scope: Self.everything, terms: SwitchTerms(lockedOut: true), folder: folder), on: file,
        at: moment)
    }
  }

  private static func kind(_ kind: Kind) -> Outgoing.Kind {
    switch kind {
    case .users: .users
    case .seats: .seats
    case .devices: .devices
    }
  }

  private static let everything = SwitchScope(.new, lockedOut: true)

  private func prepared(
    _ kind: Kind, on file: SessionFile
  ) throws -> (Outgoing, Change, [OutgoingWriter.Output]) {
    var outgoing = Outgoing(
      Self.kind(kind), folder: folder + "/overstap-hand-over-1",
      makesFolder: true, day: moment.day)
    outgoing.handOver = 1
    let made: (Change, [OutgoingWriter.Output])?
    switch kind {
    case .users:
      outgoing.users = try file.userIDs(UserQuery())
      made = try UserHandOverWriter.prepared(outgoing, on: file)
    case .seats:
      outgoing.seats = try file.handableSeats(group: nil).flatMap { product, users in
        users.map { SeatKey(user: $0.id, product: product.id) }
      }
      made = try SeatHandOverWriter.prepared(outgoing, on: file)
    case .devices:
      outgoing.installations = try file.switchOrder(Self.everything).hosts.flatMap(\.rows)
        .map(\.installation)
      outgoing.terms.lockedOut = true
      made = try DeviceHandOverWriter.prepared(outgoing, on: file)
    }
    let (change, outputs) = try #require(made)
    outgoing.files = outputs.map {
      Outgoing.File(name: $0.name, digest: Digest.of([$0.bytes]))
    }
    return (outgoing, change, outputs)
  }

  /// Leaves things as a program does that is killed after some files, in the middle of the next.
  private func breakOff(
    _ kind: Kind, after count: Int, on file: SessionFile
  ) throws -> Outgoing {
    let (wanted, _, outputs) = try prepared(kind, on: file)
    let outgoing = try file.begin(wanted)
    #expect(try FileAccess.makeOwnFolder(outgoing.folder))
    for (place, output) in outputs.enumerated() where place <= count {
      let path = "\(outgoing.folder)/\(output.name)"
      if output.name.contains("/") { try FileAccess.makeFolder(PathText.folder(of: path)) }
      try FileAccess.write(
        place < count ? output.bytes : Array(output.bytes.prefix(3)),
        to: place < count ? path : FileAccess.partPath(path))
    }
    return outgoing
  }

  /// Leaves the session no page more than it has.
  private func fill(_ file: SessionFile) throws {
    let counting = try file.connection.once("PRAGMA page_count")
    let count = try counting.step() ? counting.int(0) : 0
    counting.reset()
    try file.connection.run("PRAGMA max_page_count = \(count)")
  }

  private static func remove(_ folder: String) {
    for name in (FileAccess.names(in: folder) ?? []) where name != "." && name != ".." {
      let path = "\(folder)/\(name)"
      if unlink(path) != 0 { remove(path) }
    }
    rmdir(folder)
  }
}
