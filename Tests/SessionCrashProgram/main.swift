// Works on a session so that tests can kill it, fill its disk and take its rights away.
//
//   SessionCrashProgram work FILE   imports, adds, removes, undoes; one line for each thing that is
//                                   on the disk: `acknowledged REVISION COUNT`
//   SessionCrashProgram half FILE   is killed in the middle of an import, when pages are in the file
//   SessionCrashProgram look FILE   opens for writing and for reading, and says what came of it

import Glibc
import Migration
import SessionFile

let moment = Moment(day: Day(number: 20_000), minute: 600)

/// Says a line at once: what is said is on the disk already.
func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}

func person(_ number: Int) -> UserDetails {
  UserDetails(
    firstName: "Ann \(number)", lastName: "de Vries", address: "ann\(number)@example.com")
}

func list(_ count: Int) -> PeopleBatch {
  var batch = PeopleBatch()
  func add(_ text: String) -> PeopleBatch.Extent {
    defer { batch.bytes.append(contentsOf: text.utf8) }
    return PeopleBatch.Extent(
      offset: UInt32(batch.bytes.count), length: UInt32(text.utf8.count))
  }
  for number in 0..<count {
    var row = PeopleBatch.Row(line: UInt32(number + 2))
    let person = person(number)
    row.firstName = add(person.firstName)
    row.lastName = add(person.lastName)
    row.address = add(person.address)
    batch.rows.append(row)
  }
  return batch
}

/// Does one thing, and a second time when the disk said no.
func twice<Value>(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch {
    say("refused \(error)")
    return try body()
  }
}

/// Makes a change and says that it is on the disk.
func acknowledge(_ file: SessionFile, _ body: () throws -> ChangeOutcome) throws {
  let outcome = try twice(body)
  let count = try file.summary().users[.planned, default: 0]
  say("acknowledged \(outcome.revision) \(count)")
}

func work(_ path: String) throws {
  let lock = try SessionLock.take(of: path, at: moment)
  let file = try twice { try SessionFile.open(path: path, access: .readWrite) }
  try acknowledge(file) {
    try file.apply(.createUsers(.importUsers(list(400), .imported, .keep)), at: moment)
  }
  try acknowledge(file) { try file.apply(.createUsers(.addUser(person(500), .typed)), at: moment) }
  try acknowledge(file) {
    try file.apply(.createUsers(.removeUsers([UserID(1), UserID(2)])), at: moment)
  }
  try acknowledge(file) { try file.undo(at: moment) }
  try twice { try file.keep(Place(entries: [("screen", "users")])) }
  say("done")
  _ = consume lock
}

func half(_ path: String) throws {
  let file = try SessionFile.open(path: path, access: .readWrite)
  _ = try file.apply(.createUsers(.importUsers(list(40_000), .imported, .keep)), at: moment) {
    done in
    if done > 30_000 { kill(getpid(), SIGKILL) }
    return true
  }
  say("not killed")
}

func look(_ path: String) {
  for access in [SessionFile.Access.readWrite, .readOnly] {
    do {
      let file = try SessionFile.open(path: path, access: access)
      let users = try file.summary().users[.planned, default: 0]
      say("\(access): \(file.writability), \(users) users")
    } catch SessionOpenError.strayJournal(let journal) {
      say("\(access): \(journal.cause.rawValue)")
    } catch {
      say("\(access): \(error)")
    }
  }
  do {
    _ = try SessionLock.take(of: path, at: moment)
    say("locked")
  } catch {
    say("lock: \(error)")
  }
}

switch CommandLine.arguments.dropFirst().first {
case "work" where CommandLine.arguments.count == 3: try work(CommandLine.arguments[2])
case "half" where CommandLine.arguments.count == 3: try half(CommandLine.arguments[2])
case "look" where CommandLine.arguments.count == 3: look(CommandLine.arguments[2])
default:
  say("usage: SessionCrashProgram work|half|look FILE")
  exit(64)
}
