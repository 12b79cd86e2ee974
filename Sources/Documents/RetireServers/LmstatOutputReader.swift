import Migration

/// Reads the output of `lmstat -a` as it streams in, however it was pasted: any indent, double
/// spacing, the command as the first line.
package struct LmstatOutputReader: Sendable {
  private var feed = LineFeed()
  private var output = LmstatOutput()
  /// The answers before the one that is read.
  private var earlier: [LmstatOutput] = []
  private var names = ByteTable()
  private var texts: [String] = []
  private var hasReadLine = false
  private var isAmongDaemons = false
  private var awaitsCode = false
  /// A line that goes on: a window or a mail program has wrapped it.
  private var begun: [UInt8] = []

  /// A reader at the start of an output.
  package init() {}

  /// Takes the next bytes; where the output is cut makes no difference.
  package mutating func consume(_ bytes: Span<UInt8>) {
    var lines = feed
    feed = LineFeed()
    bytes.withUnsafeBufferPointer { buffer in
      lines.feed(buffer) { read($0) }
    }
    feed = lines
  }

  /// The output, after its last byte; the reader is at a start again.
  package mutating func finish() -> LmstatOutput {
    var lines = feed
    lines.finish { read($0) }
    begun.withUnsafeBufferPointer { bytes in
      if let run = ByteRun(bytes) { read(body: run) }
    }
    let whole = earlier.isEmpty ? output : LmstatOutput(lastOf: earlier + [output])
    self = LmstatOutputReader()
    return whole
  }

  // MARK: A line

  /// Reads one line, without its newline.
  mutating func read(_ line: ByteRun) {
    if let plain = line.withPlainBlanks {
      return plain.withUnsafeBufferPointer { bytes in
        if let run = ByteRun(bytes) { readWhole(run.trimmed.unquoted) }
      }
    }
    readWhole(line.trimmed.unquoted)
  }

  /// Reads a line, or the line that it ends.
  private mutating func readWhole(_ body: ByteRun) {
    guard !body.isEmpty else { return }
    // A daemon may write into the window in which somebody asks.
    if ByteRun.isDigit(body[0]), DebugLog.textOfLine(body) != nil { return }
    guard begun.isEmpty, !LmstatLine.goesOn(body) else { return goOn(body) }
    read(body: body)
  }

  /// Ends a line that was wrapped, at a blank or within a word; or begins one.
  private mutating func goOn(_ body: ByteRun) {
    let first = begun
    begun = []
    let next = Array(UnsafeBufferPointer(start: body.start, count: body.count))
    let joints: [[UInt8]] = first.isEmpty || LmstatOutput.isLine(body) ? [] : [[0x20], []]
    for joint in joints {
      let whole = first + joint + next
      let isRead = whole.withUnsafeBufferPointer { bytes in
        guard let run = ByteRun(bytes), !LmstatLine.goesOn(run) else { return false }
        read(body: run)
        return true
      }
      if isRead { return }
    }
    first.withUnsafeBufferPointer { bytes in
      if let run = ByteRun(bytes) { read(body: run) }
    }
    if LmstatLine.goesOn(body) { begun = next } else { read(body: body) }
  }

  private mutating func read(body: ByteRun) {
    let isFirst = !hasReadLine
    hasReadLine = true
    if let grant = LmstatLine(body) { return readGrant(grant) }
    if awaitsCode, body.hasPrefix("(-") { return completeFailure(body) }
    awaitsCode = false
    if ByteRun.isDigit(body[0]), body.find("RESERVATION") != nil, readReservation(body) { return }
    if body[0] == UInt8(ascii: "\""), readLicence(body) { return }
    if let rest = body.after("Users of ") { return readHeader(rest) }
    if readStatus(body) { return }
    if readServer(body) || readLicenceDetail(body) { return }
    if let rest = body.find(" status on ").map({ body.from($0 + 11) }),
      output.day == nil || body.hasPrefix("Flexible License Manager")
    {
      if output.day != nil { beginAnswer() }
      readTime(rest)
    } else if body.find(" - Copyright ") != nil,
      output.banner == nil || body.hasPrefix("lmutil") || body.hasPrefix("lmstat")
    {
      if output.banner != nil || output.day != nil { beginAnswer() }
      output.banner = body.text
    } else if isFirst, body.find("lmstat") != nil {
      output.command = body.text
    } else {
      readFailure(body)
    }
  }

  /// Begins the next answer: a task that appends leaves several in a text.
  private mutating func beginAnswer() {
    earlier.append(output)
    output = LmstatOutput()
    isAmongDaemons = false
    awaitsCode = false
  }

  private mutating func readTime(_ rest: ByteRun) {
    var words = rest.firstWord
    while !words.word.isEmpty {
      if let day = LogDay.american(words.word)?.day {
        output.day = day
        if let clock = LogDay.clock(words.rest.firstWord.word) {
          output.minuteOfDay = Int(clock) / 60
        }
        return
      }
      words = words.rest.firstWord
    }
  }

  // MARK: Who holds, waits, keeps

  private mutating func readGrant(_ line: LmstatLine) {
    let holder = line.holder { text($0) }
    let grant = LmstatGrant(
      version: text(line.version), server: text(line.server), port: text(line.port),
      handle: line.handle.text)
    let feature = output.features.isEmpty ? nil : output.features.count - 1
    switch line.kind {
    case .checkout:
      var checkout = LmstatCheckout(feature: feature, holder: holder, grant: grant, licences: 1)
      checkout.readTail(line.tail)
      if let feature {
        let licences = output.features[feature].licences.count
        checkout.licence = licences == 0 ? nil : licences - 1
        output.features[feature].seatsOnLines += checkout.licences
      }
      output.checkouts.append(checkout)
    case .queued:
      let licences = line.tail.trimmedStart.leadingNumber?.value ?? 1
      output.queued.append(
        LmstatQueued(feature: feature, holder: holder, grant: grant, licences: licences))
    }
  }

  /// `10 RESERVATIONs for GROUP NAME (SRV/PORT)`; the name may have blanks.
  private mutating func readReservation(_ body: ByteRun) -> Bool {
    guard let count = body.leadingNumber else { return false }
    let word = body.from(count.digits).firstWord
    guard word.word.hasPrefix("RESERVATION") else { return false }
    let joint = word.rest.firstWord
    let kind = joint.word.equals("for") ? joint.rest.firstWord : joint
    var name = kind.rest.trimmed
    var source = name.from(name.count)
    if name.count > 0, name[name.count - 1] == UInt8(ascii: ")"),
      let open = name.lastIndex(of: UInt8(ascii: "("))
    {
      source = name.upTo(name.count - 1).from(open + 1)
      name = name.upTo(open).trimmed
    }
    let slash = source.lastIndex(of: UInt8(ascii: "/"))
    let feature = output.features.isEmpty ? nil : output.features.count - 1
    output.reservations.append(
      LmstatReservation(
        feature: feature, licences: count.value, kind: text(kind.word), name: text(name),
        server: text(source.upTo(slash ?? source.count)),
        port: text(source.from(slash.map { $0 + 1 } ?? source.count))))
    if let feature { output.features[feature].reservedOnLines += count.value }
    return true
  }

  // MARK: Features

  private mutating func readHeader(_ rest: ByteRun) {
    isAmongDaemons = false
    let block = output.blocks.isEmpty ? nil : output.blocks.count - 1
    var split: Int?
    var offset = 0
    while let colon = rest.firstIndex(of: UInt8(ascii: ":"), from: offset) {
      let after = rest.from(colon + 1).trimmedStart
      split = split ?? colon
      if after.hasPrefix("(Total of ") || after.hasPrefix("(Uncounted") || after.hasPrefix("(Error")
        || after.hasPrefix("Cannot get users of ")
      {
        split = colon
        break
      }
      offset = colon + 1
    }
    let name = rest.upTo(split ?? rest.count).trimmed.text
    let state = rest.from(split.map { $0 + 1 } ?? rest.count).trimmed
    var header = LmstatFeature.Header.unknown
    if let total = state.after("(Total of "), let issued = total.leadingNumber {
      let used = total.find("Total of ").flatMap { total.from($0 + 9).leadingNumber?.value }
      header = .counted(issued: issued.value, inUse: used ?? 0)
    } else if state.hasPrefix("(Uncounted") {
      header = .uncounted
    } else if state.hasPrefix("(Error") || state.hasPrefix("Cannot get users of ") {
      header = .failed
      addFailure(.feature(name), state)
    }
    output.features.append(LmstatFeature(name: name, header: header, block: block))
  }

  /// `"NAME" vX, vendor: V, expiry: DATE`.
  private mutating func readLicence(_ body: ByteRun) -> Bool {
    guard let close = body.firstIndex(of: UInt8(ascii: "\""), from: 1),
      let vendor = body.find("vendor:"), !output.features.isEmpty
    else { return false }
    let version = body.upTo(vendor).from(close + 1).trimmed
    let rest = body.from(vendor + 7)
    let comma = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.count
    var licence = LmstatFeature.Licence(
      name: body.upTo(close).from(1).text, version: Self.version(version) ?? "",
      vendor: text(rest.upTo(comma).trimmed), isPermanent: false)
    if let place = rest.find("expiry:") {
      let expiry = rest.from(place + 7).trimmed
      licence.expiry = text(expiry)
      licence.lastDay = LogDay.dashed(expiry.firstWord.word)
      licence.isPermanent = LicenceExpiry.isPermanent(expiry)
      if licence.isPermanent { licence.lastDay = nil }
    }
    output.features[output.features.count - 1].licences.append(licence)
    return true
  }

  private mutating func readLicenceDetail(_ body: ByteRun) -> Bool {
    let feature = output.features.count - 1
    guard feature >= 0, !output.features[feature].licences.isEmpty else { return false }
    let licence = output.features[feature].licences.count - 1
    if let rest = body.after("vendor_string:") {
      output.features[feature].licences[licence].vendorString = text(rest.trimmed)
    } else if body.hasPrefix("floating license") || body.find("nodelocked license") != nil {
      output.features[feature].licences[licence].sort = text(body)
    } else {
      return false
    }
    return true
  }

  // MARK: Servers and daemons

  private mutating func readStatus(_ body: ByteRun) -> Bool {
    if let rest = body.after("License server status:") {
      output.blocks.append(LmstatBlock(addresses: addresses(rest.trimmed)))
      isAmongDaemons = false
    } else if let rest = body.after("License file(s) on ") {
      var path = rest
      if let colon = rest.find(": ") {
        path = rest.from(colon + 2).trimmed
        if path.count > 0, path[path.count - 1] == 0x3A { path = path.upTo(path.count - 1) }
        block.licenceFiles.append(.init(host: rest.upTo(colon).text, path: path.text))
      }
    } else if let rest = body.after("Vendor daemon status") {
      isAmongDaemons = true
      if let on = rest.after(" (on ") {
        block.daemonHost = on.upTo(on.firstIndex(of: UInt8(ascii: ")")) ?? on.count).text
      }
    } else if body.hasPrefix("Feature usage info") {
      isAmongDaemons = false
    } else {
      return body.hasPrefix("[Detecting") || body.hasPrefix("----")
    }
    return true
  }

  private func addresses(_ list: ByteRun) -> [LmstatBlock.Address] {
    var addresses: [LmstatBlock.Address] = []
    var rest = list
    while !rest.isEmpty {
      let comma = rest.firstIndex(of: UInt8(ascii: ",")) ?? rest.count
      let address = rest.upTo(comma).trimmed
      rest = rest.from(comma + 1)
      guard !address.isEmpty else { continue }
      let at = address.firstIndex(of: UInt8(ascii: "@"))
      addresses.append(
        .init(
          port: address.upTo(at ?? 0).text, host: address.from(at.map { $0 + 1 } ?? 0).text))
    }
    return addresses
  }

  /// The block that lines belong to; an output pasted without its head has one all the same.
  private var block: LmstatBlock {
    get { output.blocks.last ?? LmstatBlock() }
    set {
      if output.blocks.isEmpty {
        output.blocks.append(newValue)
      } else {
        output.blocks[output.blocks.count - 1] = newValue
      }
    }
  }

  private mutating func readServer(_ body: ByteRun) -> Bool {
    if let place = body.find(": license server ") {
      let state = body.from(place + 17)
      let isUp = state.hasPrefix("UP")
      guard isUp || state.hasPrefix("DOWN") else { return false }
      block.servers.append(
        .init(
          host: body.upTo(place).trimmed.text, state: isUp ? .up : .down,
          isMaster: state.find("(MASTER)") != nil, version: Self.version(state)))
      return true
    }
    // A name and its state; the words of a general failure have blanks before the colon.
    guard let colon = body.find(": "), body.upTo(colon).firstBlank() == nil else { return false }
    let name = body.upTo(colon).text
    let state = body.from(colon + 2).trimmedStart
    let isUp = state.equals("UP") || state.hasPrefix("UP ")
    if isUp || state.equals("DOWN") || state.hasPrefix("DOWN ") {
      block.daemons.append(
        .init(name: name, state: isUp ? .up : .down, version: Self.version(state)))
      return true
    }
    let saysDown = state.find("vendor daemon is down") != nil
    if saysDown || (isAmongDaemons && Self.hasCode(state)) {
      block.daemons.append(.init(name: name, state: saysDown ? .down : .unknown, version: nil))
      addFailure(.daemon(name), state)
      return true
    }
    if Self.hasCode(state) || state.hasPrefix("Cannot connect to license server") {
      block.servers.append(.init(host: name, state: .unknown, isMaster: false, version: nil))
      addFailure(.server(name), state)
      return true
    }
    return false
  }

  /// The version after a blank and `v`.
  private static func version(_ state: ByteRun) -> String? {
    var words = state.firstWord
    while !words.word.isEmpty {
      if words.word.count > 1, words.word[0] == UInt8(ascii: "v"), ByteRun.isDigit(words.word[1]) {
        let comma = words.word.firstIndex(of: UInt8(ascii: ",")) ?? words.word.count
        return words.word.upTo(comma).from(1).text
      }
      words = words.rest.firstWord
    }
    return nil
  }

  // MARK: Failures

  private static func hasCode(_ words: ByteRun) -> Bool { code(in: words) != nil }

  /// The code in `(-15,570:115 "…")`, or in `error:-96,7`.
  private static func code(in words: ByteRun) -> (start: Int, code: Int, digits: ByteRun)? {
    var offset = 0
    while let place = words.firstIndex(of: UInt8(ascii: "-"), from: offset) {
      offset = place + 1
      guard place > 0, words[place - 1] == UInt8(ascii: "(") || words[place - 1] == 0x3A,
        let number = words.from(place + 1).leadingNumber, number.value > 0
      else { continue }
      let rest = words.from(place + 1 + number.digits)
      guard rest.count > 0,
        rest[0] == UInt8(ascii: ",") || rest[0] == UInt8(ascii: ")") || rest[0] == 0x3A
      else { continue }
      return (place - 1, -number.value, rest)
    }
    return nil
  }

  private mutating func readFailure(_ body: ByteRun) {
    let isFailure =
      Self.hasCode(body) || body.hasPrefix("Error getting status")
      || body.hasPrefix("lmgrd is not running")
      || body.hasPrefix("Cannot connect to license server")
    if isFailure { addFailure(.status, body) }
  }

  private mutating func addFailure(_ subject: LmstatFailure.Subject, _ words: ByteRun) {
    guard let code = Self.code(in: words) else {
      output.failures.append(.init(subject: subject, words: words.text))
      awaitsCode = true
      return
    }
    output.failures.append(
      .init(
        subject: subject, words: words.upTo(code.start).trimmed.text, code: code.code,
        detail: Self.detail(code.digits)))
  }

  /// A code that was wrapped to the next line.
  private mutating func completeFailure(_ body: ByteRun) {
    awaitsCode = false
    guard let code = Self.code(in: body), let last = output.failures.indices.last else { return }
    output.failures[last].code = code.code
    output.failures[last].detail = Self.detail(code.digits)
  }

  private static func detail(_ rest: ByteRun) -> String? {
    var detail = rest.from(1)
    if let close = detail.lastIndex(of: UInt8(ascii: ")")) { detail = detail.upTo(close) }
    return detail.isEmpty ? nil : detail.trimmed.text
  }

  /// A text that recurs is made once.
  private mutating func text(_ run: ByteRun) -> String {
    let found = names.number(of: run)
    if found.isNew { texts.append(run.text) }
    return texts[found.number]
  }
}
