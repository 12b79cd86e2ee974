/// Takes a pasted text apart: lines, pieces of a line, parts of a piece.
struct PasteReader {
  typealias Run = Range<Int>

  private(set) var builder: PeopleBatchBuilder
  private(set) var pieces: [PastedPeople.Piece] = []
  private(set) var hasHeader = false

  private let bytes: UnsafeBufferPointer<UInt8>
  // The delimiter and the columns of a table, when the text begins with its header or has tabs.
  private var tableDelimiter: UInt8?
  private var columns: [PeopleColumn] = []
  // The places of the columns, those that only stand in for another one first.
  private var order: [Int] = []

  private static let tab: UInt8 = 0x09
  private static let comma: UInt8 = 0x2C
  private static let semicolon: UInt8 = 0x3B
  /// Lines that are looked at to see what a table's columns are.
  private static let sampleSize = 50
  /// The longest address, with its brackets and some blanks.
  private static let longestBracket = 320

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    builder = PeopleBatchBuilder(reservingRows: bytes.count / 40 + 8, bytes: bytes.count)
  }

  mutating func read() {
    let lines = PasteReader.lines(bytes)
    let isHeaderPassed = lookForTable(lines)
    for (number, line) in lines.enumerated().dropFirst(isHeaderPassed) {
      if bytes[line].contains(where: { $0 > 0x20 }) {
        readLine(withoutBullet(trimmed(line)), number + 1)
      }
    }
  }

  // MARK: - Tables

  /// Finds header and columns; answers how many lines in front are no people.
  private mutating func lookForTable(_ lines: [Run]) -> Int {
    guard let first = lines.firstIndex(where: { !trimmed($0).isEmpty }) else { return 0 }
    if !bytes[lines[first]].contains(0x40) {
      for delimiter in [PasteReader.tab, PasteReader.semicolon, PasteReader.comma] {
        let names = fields(lines[first], delimiter).map(text)
        let named = PeopleColumnGuess.byName(names)
        guard named.contains(.address), named.count(where: { $0 != .ignored }) > 1 else { continue }
        (tableDelimiter, columns, hasHeader) = (delimiter, named, true)
        order = PeopleColumn.allCases.flatMap {
          PeopleColumnGuess.places(of: $0, in: named, names: names).reversed()
        }
        return first + 1
      }
      if PeopleColumn.meaning(of: text(lines[first].prefix(40)))?.column == .address {
        hasHeader = true
        return first + 1
      }
    }
    var rows: [[String]] = []
    for line in lines where rows.count < PasteReader.sampleSize {
      guard bytes[line].contains(PasteReader.tab) else { continue }
      rows.append(fields(line, PasteReader.tab).map(text))
    }
    guard let width = rows.map(\.count).max() else { return 0 }
    tableDelimiter = PasteReader.tab
    columns = PeopleColumnGuess.byPosition(rows, fieldCount: width)
    order = Array(columns.indices)
    return 0
  }

  private mutating func readCells(_ line: Run, _ cells: [Run], _ number: Int) {
    var person = PeopleBatchBuilder.Person()
    var display = 0..<0
    var isTurned = false
    var cause: PersonFinding?
    for place in order where place < cells.count {
      let cell = cells[place]
      let run = view(cell)
      if run.isEmpty { continue }
      switch columns[place] {
      case .firstName: person.first = run
      case .particle: person.particle = run
      case .lastName: person.last = run
      case .displayName: if !isTurned { display = cell }
      case .lastNameFirst: (display, isTurned) = (cell, true)
      case .address: person.address = run
      case .login: person.login = run
      case .group: person.group = run
      case .language: person.language = run
      case .accountOn: person.isOn = run
      case .accountOff: person.isOff = run
      // What day it is nobody knows here; a word for gone is one all the same.
      case .leavingDay: if PersonRules.hasLeft(run, today: nil) { cause = .hasLeft }
      case .accountKind: cause = PersonRules.accountKind(run) ?? cause
      case .ignored: break
      }
    }
    if person.first.isEmpty, person.last.isEmpty {
      add(line, number, .cells, name: display, person, isTurned: isTurned, cause: cause)
    } else {
      finish(line, .cells, builder.add(line: number, person, cause: cause))
    }
  }

  // MARK: - Lines and pieces

  private mutating func readLine(_ line: Run, _ number: Int) {
    if let delimiter = tableDelimiter, bytes[line].contains(delimiter) {
      let cells = fields(line, delimiter)
      // Fewer cells can be a spreadsheet's empty end; more are another kind of line, and so is one
      // with its only address in another column.
      let isOtherwise = isOtherwise(cells)
      if isOtherwise { return readFields(line, cells, number) }
      if cells.count <= columns.count { return readCells(line, cells, number) }
    }
    let items = pieces(of: line)
    let withAddress = items.filter { bytes[$0].contains(0x40) }
    if items.count > 1, withAddress.count == 1,
      !bytes[withAddress[0]].contains(where: { $0 == 0x20 || $0 == 0x3C || $0 == 0x2C })
    {
      // `Ann;de Vries;ann@example.com` is one person, not three.
      return readFields(line, items, number)
    }
    for item in items { readPiece(item, number) }
  }

  /// Whether a line's only address, or its name, stands in other columns than those of the table.
  private func isOtherwise(_ cells: [Run]) -> Bool {
    guard !hasHeader, let place = columns.firstIndex(of: .address),
      cells.count(where: { bytes[$0].contains(0x40) }) == 1
    else { return false }
    if place >= cells.count || !bytes[cells[place]].contains(0x40) { return true }
    let isNamed = zip(cells, columns).contains { cell, column in
      [.firstName, .lastName, .displayName].contains(column) && !cell.isEmpty
    }
    return !isNamed
      && cells.contains { !$0.isEmpty && !isNumber($0) && !bytes[$0].contains(0x40) }
  }

  private mutating func readPiece(_ piece: Run, _ number: Int) {
    guard bytes[piece].contains(0x40) else {
      return add(piece, number, .withoutAddress, name: piece, address: 0..<0)
    }
    if let open = bytes[piece].lastIndex(of: 0x3C),
      let close = bytes[open..<piece.upperBound].firstIndex(of: 0x3E),
      bytes[open..<close].contains(0x40)
    {
      let name = trimmed(piece.lowerBound..<open)
      let form: PastedPeople.Form =
        bytes[name].contains(PasteReader.comma) ? .bracketedLastNameFirst : .bracketed
      return add(piece, number, form, name: name, address: open + 1..<close)
    }
    let parts = fields(piece, PasteReader.comma)
    if parts.count > 1 { return readFields(piece, parts, number) }
    readWords(piece, number)
  }

  /// Fields with one address or several among them: names belong to the address behind them, or to
  /// the one in front when it leads.
  private mutating func readFields(_ piece: Run, _ parts: [Run], _ number: Int) {
    let parts = parts.filter { !$0.isEmpty }
    let places = parts.indices.filter { bytes[parts[$0]].contains(0x40) }
    guard let first = places.first else {
      return add(piece, number, .withoutAddress, name: piece, address: 0..<0)
    }
    if places.count == 1 {
      // A number in front is a row's or a person's, no name.
      let names = parts.indices.filter { $0 != first && !isNumber(parts[$0]) }.map { parts[$0] }
      return addFields(piece, number, names, parts[first])
    }
    var start = 0
    for place in places {
      let whole = parts[start].lowerBound..<parts[place].upperBound
      addFields(whole, number, Array(parts[start..<place]), parts[place])
      start = place + 1
    }
    if start < parts.count {
      let rest = parts[start].lowerBound..<parts[parts.count - 1].upperBound
      add(rest, number, .withoutAddress, name: rest, address: 0..<0)
    }
  }

  private mutating func addFields(_ piece: Run, _ number: Int, _ names: [Run], _ address: Run) {
    switch names.count {
    case 0: return readWords(address, number)
    case 1:
      // The name may also stand beside the address: `Vries, Ann ann@example.com` is read as words.
      if bytes[address].contains(0x20) { return readWords(piece, number) }
      return add(piece, number, .fields, name: names[0], address: address)
    default: break
    }
    var person = PeopleBatchBuilder.Person()
    person.first = view(stripped(names[0]))
    person.address = view(stripped(address))
    var last = names[1]
    if names.count > 2, isParticles(names[1]) {
      person.particle = view(stripped(names[1]))
      last = names[2]
    } else if names.count > 2, isParticles(names[2]) {
      // `Ann, Vries, de, ann@example.com`: the last name as HR lists spell it.
      person.particle = view(stripped(names[2]))
    }
    person.last = view(stripped(last))
    finish(piece, .fields, builder.add(line: number, person))
  }

  /// Words of which one is an address: the others are the name.
  private mutating func readWords(_ piece: Run, _ number: Int) {
    guard let at = bytes[piece].lastIndex(of: 0x40) else {
      return add(piece, number, .withoutAddress, name: piece, address: 0..<0)
    }
    func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
    let start = (bytes[piece.lowerBound..<at].lastIndex(where: isBlank) ?? piece.lowerBound - 1) + 1
    let end = bytes[at..<piece.upperBound].firstIndex(where: isBlank) ?? piece.upperBound
    let before = trimmed(piece.lowerBound..<start)
    let after = trimmed(end..<piece.upperBound)
    let name = before.isEmpty ? after : before
    add(piece, number, name.isEmpty ? .addressAlone : .words, name: name, address: start..<end)
  }

  // MARK: - People

  private mutating func add(
    _ piece: Run, _ number: Int, _ form: PastedPeople.Form, name: Run, address: Run
  ) {
    var person = PeopleBatchBuilder.Person()
    person.address = view(stripped(address))
    add(piece, number, form, name: name, person)
  }

  /// Adds a person whose names stand in one; without one the name is proposed from the address.
  private mutating func add(
    _ piece: Run, _ number: Int, _ form: PastedPeople.Form, name: Run,
    _ given: PeopleBatchBuilder.Person, isTurned: Bool = false, cause known: PersonFinding? = nil
  ) {
    var person = given
    let written = view(stripped(name))
    // Some programs write the address once more where the name should be.
    let isProposed = (written.isEmpty || written.contains(0x40)) && !person.address.isEmpty
    let parts =
      isProposed
      ? PersonName(proposedFrom: person.address)
      : PersonName(written: written, order: isTurned ? .lastName : .firstName)
    let verdict = parts.first.withUnsafeBufferPointer { first in
      parts.last.withUnsafeBufferPointer { last in
        person.first = first
        person.last = last
        var cause = known ?? (isProposed ? .nameProposed : parts.isGuess ? .nameOrderGuessed : nil)
        if form == .withoutAddress { cause = .addressMissing }
        return builder.add(line: number, person, cause: cause)
      }
    }
    finish(piece, isProposed && form != .cells ? .addressAlone : form, verdict)
  }

  private mutating func finish(
    _ piece: Run, _ form: PastedPeople.Form, _ verdict: PeopleBatch.Verdict
  ) {
    let extent = PeopleBatch.Extent(
      offset: UInt32(clamping: piece.lowerBound), length: UInt32(clamping: piece.count))
    pieces.append(PastedPeople.Piece(form: form, extent: extent))
  }

  // MARK: - Runs

  private func view(_ run: Run) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[run])
  }

  private func text(_ run: Run) -> String { String(decoding: bytes[stripped(run)], as: UTF8.self) }

  private func isNumber(_ run: Run) -> Bool {
    !run.isEmpty && bytes[run].allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E }
  }

  private func isParticles(_ run: Run) -> Bool {
    text(run).split(separator: " ").allSatisfy { PersonName.isParticle(String($0)) }
  }

  /// A run without blanks at its ends.
  private func trimmed(_ run: Run) -> Run {
    var (start, end) = (run.lowerBound, run.upperBound)
    while start < end, bytes[start] <= 0x20, bytes[start] != PasteReader.tab { start += 1 }
    while end > start, bytes[end - 1] <= 0x20, bytes[end - 1] != PasteReader.tab { end -= 1 }
    return start..<end
  }

  /// A line without the bullet of a list in front of it.
  private func withoutBullet(_ line: Run) -> Run {
    for bullet in PasteReader.bullets where bytes[line].starts(with: bullet) {
      let rest = line.lowerBound + bullet.count..<line.upperBound
      if let next = bytes[rest].first, next <= 0x20 {
        return trimmed(rest.lowerBound + 1..<rest.upperBound)
      }
    }
    return line
  }

  /// Bullets and strokes that word processors and people put in front of a line.
  private static let bullets = ["•", "◦", "▪", "‣", "·", "–", "—", "*", "-"].map { Array($0.utf8) }

  /// A run without blanks, quotes and brackets around it.
  private func stripped(_ run: Run) -> Run {
    var run = trimmed(run)
    while run.count > 1, let last = PasteReader.closing(bytes[run.lowerBound]),
      bytes[run.upperBound - 1] == last
    {
      run = trimmed(run.lowerBound + 1..<run.upperBound - 1)
    }
    return run
  }

  private static func closing(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x22, 0x27: byte
    case 0x28: 0x29
    case 0x3C: 0x3E
    case 0x5B: 0x5D
    default: nil
    }
  }

  private static func lines(_ bytes: UnsafeBufferPointer<UInt8>) -> [Run] {
    var lines: [Run] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      lines.append(start..<index - 1)
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      start = index
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }

  /// A line's fields between delimiters that stand outside quotes; quotes around a field are left out.
  private func fields(_ line: Run, _ delimiter: UInt8) -> [Run] {
    cut(line) { index, _ in bytes[index] == delimiter ? index + 1 : nil }
      .map { run in
        let run = trimmed(run)
        let isQuoted = run.count > 1 && bytes[run.lowerBound] == 0x22
        return isQuoted && bytes[run.upperBound - 1] == 0x22
          ? run.lowerBound + 1..<run.upperBound - 1 : run
      }
  }

  /// A line's pieces: between semicolons, or behind a closing bracket and a comma.
  private func pieces(of line: Run) -> [Run] {
    cut(line) { index, start in
      if bytes[index] == PasteReader.semicolon { return index + 1 }
      guard bytes[index] == PasteReader.comma else { return nil }
      let before = trimmed(start..<index)
      let isClosed = !before.isEmpty && bytes[before.upperBound - 1] == 0x3E
      return isClosed && bytes[before.suffix(PasteReader.longestBracket)].contains(0x40)
        ? index + 1 : nil
    }
    .map(trimmed).filter { !$0.isEmpty }
  }

  /// Cuts a run where `isEnd` names the place behind a separator; quotes that open a part and are
  /// closed on the same line, and angle brackets, are passed over.
  private func cut(_ run: Run, at isEnd: (Int, Int) -> Int?) -> [Run] {
    var parts: [Run] = []
    var start = run.lowerBound
    var index = start
    var isAtStart = true
    while index < run.upperBound {
      let byte = bytes[index]
      if byte == 0x22, isAtStart,
        let close = bytes[index + 1..<run.upperBound].firstIndex(of: 0x22)
      {
        index = close + 1
        isAtStart = false
      } else if byte == 0x3C,
        let close = bytes[index..<run.upperBound].prefix(PasteReader.longestBracket)
          .firstIndex(of: 0x3E),
        !bytes[index..<close].contains(PasteReader.semicolon)
      {
        index = close + 1
        isAtStart = false
      } else if let next = isEnd(index, start) {
        parts.append(start..<index)
        start = next
        index = next
        isAtStart = true
      } else {
        if byte > 0x20 { isAtStart = false }
        index += 1
      }
    }
    parts.append(start..<run.upperBound)
    return parts
  }
}
