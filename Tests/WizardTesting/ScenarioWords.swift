import Canvas
import Glibc
import Migration

/// The words of the stories.
extension ScenarioDriver {
  /// Presses keys one after another.
  package mutating func press(_ keys: Key...) throws { try press(keys) }

  /// Presses one key several times.
  package mutating func press(_ key: Key, times: Int) throws {
    try press(Array(repeating: key, count: times))
  }

  /// What is seen now.
  package mutating func screen() throws -> SeenScreen { try look { _ in true } }

  /// The text is on the screen, on one row.
  package mutating func expect(see text: String) throws {
    try expect("to see \"\(text)\"") { $0.shows(text) }
  }

  /// The text is not on the screen.
  package mutating func expect(notSee text: String) throws {
    try expect("not to see \"\(text)\"") { !$0.shows(text) }
  }

  /// The focus is on the thing with this label: a field, a button, a line, a tab, a row.
  package mutating func expect(focus name: String) throws {
    try expect("the focus on \"\(name)\"") { $0.hasFocus(on: name) }
  }

  /// The first row names this screen's number.
  package mutating func expect(screen number: String) throws {
    try expect("screen \(number)") { $0.number == number }
  }

  /// What a check of the screen says holds.
  package mutating func expect(_ what: String, _ isSo: (SeenScreen) -> Bool) throws {
    let seen = try look(until: isSo)
    guard isSo(seen) else { throw ScenarioFailure(expected: what, seen: seen) }
  }

  /// The program has ended of itself.
  package mutating func expectEnd() throws {
    guard try hasEnded() else {
      throw ScenarioFailure(expected: "the program to end", seen: try screen())
    }
  }

  /// Goes to a screen by its number, as two people on the telephone do.
  package mutating func go(to number: String) throws {
    try press(.control("p"))
    try expect(screen: "0.4")
    try type(" \(number)")
    try press(.enter)
    try expect(screen: number)
  }

  /// Types into the present field and goes to the next.
  package mutating func fill(_ text: String) throws {
    try type(text)
    try press(.tab)
  }

  /// The session file holds so many people in these stages.
  package mutating func expect(
    total: Int, stated: Int = 0, proven: Int = 0, failed: Int = 0
  ) throws {
    let funnel = try summary()?.userFunnel ?? Funnel()
    let wanted = Funnel(total: total, stated: stated, proven: proven, failed: failed)
    guard funnel == wanted else {
      throw ScenarioFailure(
        expected: "\(wanted) in the file, and it holds \(funnel)", seen: try screen())
    }
  }

  // MARK: Files

  /// Puts a file into the folder of the run and gives its path.
  @discardableResult
  package func put(_ text: String, as name: String) throws -> String {
    let path = "\(folder)/\(name)"
    guard let file = fopen(path, "w") else { throw ScenarioFileFailure(path: path, code: errno) }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw ScenarioFileFailure(path: path, code: errno) }
    return path
  }

  /// The text of a file under the folder of the run.
  package func text(ofFile name: String) throws -> String {
    let path = "\(folder)/\(name)"
    guard let file = fopen(path, "r") else { throw ScenarioFileFailure(path: path, code: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte >= 0 { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
