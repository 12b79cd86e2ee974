/// The parts of a line about a licence that is out or awaited, still as bytes.
struct LmstatLine {
  enum Kind { case checkout, queued }

  let kind: Kind
  let head: ByteRun
  let version: ByteRun
  let server: ByteRun
  let port: ByteRun
  let handle: ByteRun
  /// What follows `start ` or `queued for `.
  let tail: ByteRun

  /// Reads `USER HOST DISPLAY (vX) (SRV/PORT HANDLE), start …` or `… queued for …`; nil for any
  /// other line. Names can hold any punctuation, so the line is read from its last marker back.
  init?(_ line: ByteRun) {
    let mark: Int
    if let place = line.findLast("), start ") {
      (kind, mark, tail) = (.checkout, place, line.from(place + 9))
    } else if let place = line.findLast(") queued for ") {
      (kind, mark, tail) = (.queued, place, line.from(place + 13))
    } else {
      return nil
    }
    guard let open = line.upTo(mark).lastIndex(of: UInt8(ascii: "(")) else { return nil }
    let source = line.upTo(mark).from(open + 1)
    let name = source.firstWord
    handle = name.rest.trimmed
    let slash = name.word.lastIndex(of: UInt8(ascii: "/"))
    server = name.word.upTo(slash ?? name.word.count)
    port = name.word.from(slash.map { $0 + 1 } ?? name.word.count)
    let before = line.upTo(open).trimmed
    if before.count > 0, before[before.count - 1] == UInt8(ascii: ")"),
      let start = before.lastIndex(of: UInt8(ascii: "(")), start + 1 < before.count,
      before[start + 1] == UInt8(ascii: "v")
    {
      version = before.upTo(before.count - 1).from(start + 2)
      head = before.upTo(start).trimmed
    } else {
      version = before.from(before.count)
      head = before
    }
    guard !head.isEmpty else { return nil }
  }

  /// User, computer, display and token of the head. Three words are those three, four end with the
  /// token; a display that names the computer again tells where a longer head is split.
  func holder(_ text: (ByteRun) -> String) -> LmstatHolder {
    var words: [ByteRun] = []
    var rest = head
    while words.count < 64 {
      let (word, after) = rest.firstWord
      if word.isEmpty { break }
      words.append(word)
      rest = after
    }
    func made(_ user: ByteRun, _ host: ByteRun, _ display: ByteRun, _ token: ByteRun?, _ sure: Bool)
      -> LmstatHolder
    {
      LmstatHolder(
        user: text(user), host: text(host), display: text(display), token: token.map(text),
        head: text(head), isUncertain: !sure)
    }
    let none = head.from(head.count)
    switch words.count {
    case 0: return made(head, none, none, nil, false)
    case 1: return made(words[0], none, none, nil, false)
    case 2: return made(words[0], words[1], none, nil, true)
    case 3: return made(words[0], words[1], words[2], nil, true)
    case 4 where Self.isToken(words[3]):
      return made(words[0], words[1], words[2], words[3], true)
    default: break
    }
    // A computer that shows itself as the display stands twice, and the user is before it.
    for place in 1..<(words.count - 1)
    where words[place].count > 1 && Self.same(words[place], words[place + 1]) {
      let user = Self.joined(words[0], words[place - 1])
      let more = place + 2 < words.count ? words[place + 2] : nil
      guard words.count - place <= 3 else { continue }
      return made(user, words[place], words[place + 1], more, true)
    }
    return made(
      words[0], words[1], Self.joined(words[2], words[words.count - 1]), nil, false)
  }

  /// A release's name, `feature=…`, or a version such as `2017.06`.
  private static func isToken(_ word: ByteRun) -> Bool {
    AutodeskFeature.kind(of: word) != nil || word.hasPrefix("feature=")
      || word.leadingNumber.map { $0.digits < word.count && word[$0.digits] == 0x2E } ?? false
  }

  private static func same(_ left: ByteRun, _ right: ByteRun) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where (left[index] | 0x20) != (right[index] | 0x20) { return false }
    return true
  }

  /// The bytes from the first of one word to the last of another of the same line.
  private static func joined(_ first: ByteRun, _ last: ByteRun) -> ByteRun {
    ByteRun(start: first.start, count: last.start - first.start + last.count)
  }
}

extension LmstatLine {
  /// Whether a line begins as one about a feature or a licence that is out, and does not end as one.
  static func goesOn(_ line: ByteRun) -> Bool {
    if line.hasPrefix("Users of ") {
      return line.find("(Total of ") != nil && line[line.count - 1] != UInt8(ascii: ")")
    }
    guard let version = line.find(" (v"), version > 0, version + 3 < line.count,
      ByteRun.isDigit(line[version + 3])
    else { return false }
    return LmstatLine(line)?.isWhole != true
  }

  /// Whether each part is written as the program writes it, so that none was cut in two.
  private var isWhole: Bool {
    guard version.firstBlank() == nil, handle.number != nil,
      port.number != nil || port.equals("port")
    else { return false }
    if kind == .queued { return true }
    let day = tail.trimmedStart.firstWord
    let date = ByteRun.isDigit(day.word.isEmpty ? 0 : day.word[0]) ? day : day.rest.firstWord
    let clock = date.rest.firstWord.word
    guard let slash = date.word.firstIndex(of: UInt8(ascii: "/")), slash > 0,
      slash + 1 < date.word.count, let colon = clock.firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    return clock.from(colon + 1).leadingNumber.map { $0.digits == 2 } ?? false
  }
}

extension LmstatCheckout {
  /// Reads what follows `start `: weekday, date, clock, then any of licences, process and linger.
  mutating func readTail(_ tail: ByteRun) {
    var rest = tail.trimmed
    let weekday = rest.firstWord
    let date = ByteRun.isDigit(weekday.word.isEmpty ? 0 : weekday.word[0]) ? rest : weekday.rest
    let dayWord = date.firstWord
    let clockWord = dayWord.rest.firstWord
    let clock = clockWord.word.upTo(
      clockWord.word.firstIndex(of: UInt8(ascii: ",")) ?? clockWord.word.count)
    if let start = Self.start(dayWord.word, clock) {
      self.start = start
      rest = rest.from(clock.start - rest.start + clock.count)
    }
    var unknown: [String] = []
    while true {
      while rest.count > 0, ByteRun.isBlank(rest[0]) || rest[0] == UInt8(ascii: ",") {
        rest = rest.from(1)
      }
      if rest.isEmpty { break }
      if let after = rest.after("(linger:") {
        let close = after.firstIndex(of: UInt8(ascii: ")")) ?? after.count
        readLinger(after.upTo(close))
        rest = after.from(close + 1)
        continue
      }
      let end = min(
        rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.count, rest.find("(linger:") ?? rest.count)
      let part = rest.upTo(end).trimmed
      rest = rest.from(end)
      if let count = part.leadingNumber, part.from(count.digits).trimmedStart.hasPrefix("licen") {
        licences = count.value
      } else if let process = part.after("PID:")?.trimmedStart.leadingNumber {
        processID = process.value
      } else if !part.isEmpty, unknown.count < 16 {
        unknown.append(part.text)
      }
    }
    if !unknown.isEmpty { self.rest = unknown.joined(separator: ", ") }
  }

  private mutating func readLinger(_ numbers: ByteRun) {
    guard let first = numbers.trimmedStart.leadingNumber else { return }
    let rest = numbers.trimmedStart.from(first.digits).trimmedStart
    let all = rest.after("/")?.trimmedStart.leadingNumber
    linger =
      all.map { Linger(secondsLeft: first.value, secondsInAll: $0.value) }
      ?? Linger(secondsLeft: nil, secondsInAll: first.value)
  }

  private static func start(_ date: ByteRun, _ clock: ByteRun) -> Start? {
    guard let second = LogDay.clock(clock), let month = date.leadingNumber,
      month.digits < date.count, date[month.digits] == UInt8(ascii: "/"),
      (1...12).contains(month.value)
    else { return nil }
    let rest = date.from(month.digits + 1)
    guard let day = rest.leadingNumber, (1...31).contains(day.value) else { return nil }
    let year = rest.from(day.digits).after("/")?.number
    return Start(year: year, month: month.value, day: day.value, secondOfDay: Int(second))
  }
}
