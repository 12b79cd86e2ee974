import Migration

/// Reads the answers of the licensing helper's `list` as they stream in, with whatever a shell or a
/// log printed around them.
package struct HelperListReader: Sendable {
  private var bytes: [UInt8] = []
  private var isFull = false

  /// The most bytes that are kept: the answers of some ten thousand computers.
  private static let most = 67_108_864

  /// A reader at the start of a file.
  package init() {}

  /// Takes the next bytes; where the file is cut makes no difference.
  package mutating func consume(_ bytes: Span<UInt8>) {
    let room = Self.most - self.bytes.count
    if bytes.count > room { isFull = true }
    bytes.withUnsafeBufferPointer { buffer in
      self.bytes.append(contentsOf: buffer.prefix(room))
    }
  }

  /// The lists, after the last byte; the reader is at a start again.
  package mutating func finish() -> HelperList {
    var list = HelperList()
    let bytes = TextStream.text(of: self.bytes)
    bytes.withUnsafeBufferPointer { buffer in
      if let run = ByteRun(buffer) { Self.read(run, into: &list) }
    }
    list.isCutOff = list.isCutOff || isFull
    self = HelperListReader()
    return list
  }

  private static func read(_ run: ByteRun, into list: inout HelperList) {
    var position = 0
    while let open = nextOpening(run, from: position) {
      position = readAnswer(run, at: open, into: &list)
    }
  }

  /// The next bracket that a record or the list's end follows; a shell's prompt such as
  /// `[admin@pc ~]` is passed over.
  static func nextOpening(_ run: ByteRun, from offset: Int) -> Int? {
    var position = offset
    while let open = run.firstIndex(of: UInt8(ascii: "["), from: position) {
      let inner = run.from(open + 1).trimmedStart
      if inner.hasPrefix("{") || inner.hasPrefix("]") { return open }
      position = open + 1
    }
    return nil
  }

  /// Reads one answer, record by record, so that one which breaks off gives what it has. Gives the
  /// place to go on from.
  private static func readAnswer(
    _ run: ByteRun, at open: Int, into list: inout HelperList
  ) -> Int {
    var position = open + 1
    var products: [HelperList.Product] = []
    var isWhole = false
    while position < run.count {
      let byte = run[position]
      if ByteRun.isBlank(byte) || byte == UInt8(ascii: ",") {
        position += 1
        continue
      }
      if byte == UInt8(ascii: "]") {
        position += 1
        isWhole = true
        break
      }
      guard byte == UInt8(ascii: "{") else { break }
      var reading = JSONReader(run, at: position)
      guard let record = reading.value() else {
        if reading.isCutOff { list.isCutOff = true }
        break
      }
      position = reading.position
      if let product = HelperList.Product(record, list: list.lists) { products.append(product) }
    }
    // Another program's list, or an empty one in a line of text, is none of the helper's.
    if products.isEmpty, !isWhole || position - open > 64 { return max(position, open + 1) }
    list.products += products
    list.lists += 1
    list.computers.append(computer(before: open, in: run))
    if !isWhole { list.isCutOff = true }
    return max(position, open + 1)
  }
}

extension HelperListReader {
  /// The computer that the words on an answer's line, or on the last line above it, name: `PC01:`,
  /// `=== PC01 ===`, `Computer: PC01`, or `pc01 | CHANGED | rc=0 >>` as Ansible writes it.
  fileprivate static func computer(before open: Int, in run: ByteRun) -> String? {
    var end = open
    while end > 0, ByteRun.isBlank(run[end - 1]) { end -= 1 }
    let above = run.upTo(end)
    let line = above.from((above.lastIndex(of: 0x0A) ?? -1) + 1).text
    if let stroke = line.firstIndex(of: "|") {
      let name = line[..<stroke].split(separator: " ").joined(separator: " ")
      return HostName.isPlain(name) ? name : nil
    }
    let words = line.split { " \t\r=#*->:".contains($0) }.map { String($0) }
    let names = ["computer", "host", "hostname", "computername", "pc", "device", "machine"]
    switch words.count {
    case 1: return HostName.isPlain(words[0]) && words[0] != "]" ? words[0] : nil
    case 2 where names.contains(words[0].lowercased()):
      return HostName.isPlain(words[1]) ? words[1] : nil
    default: return nil
    }
  }
}

extension HelperList.Product {
  /// A product from a record; nil where none of the helper's names is in it.
  fileprivate init?(_ record: JSONValue, list: Int) {
    self.list = list
    feature = record["feature_id"]?.text
    installedKey = record["def_prod_key"]?.text
    installedVersion = record["def_prod_ver"]?.text
    installedCode = record["def_prod_code"]?.text
    chosenKey = record["sel_prod_key"]?.text
    chosenVersion = record["sel_prod_ver"]?.text
    chosenCode = record["sel_prod_code"]?.text
    guard feature != nil || key != nil else { return nil }
    method = record["lic_method"].flatMap(Self.method)
    if case .list(let methods) = record["supported_lic_methods"] {
      supportedMethods = methods.compactMap(Self.method)
    }
    serverType = record["lic_server_type"]?.integer.map(HelperList.ServerType.init(code:))
    if case .list(let names) = record["lic_servers"] {
      servers = names.compactMap(\.text).filter { !$0.isEmpty }
    }
    standaloneSerial = record["serial_number_sa"]?.text
    networkSerial = record["serial_number_nw"]?.text
    lastKnownExpiry = record["last_known_expire_date"]?.text
    isTrialEnabled = record["trial_enabled"]?.truth
    isUserLicensingEnabled = record["user_lic_enabled"]?.truth
  }

  /// The method of a code, or of the word that the helper's own commands take.
  private static func method(_ value: JSONValue) -> HelperList.Method? {
    if let code = value.integer { return HelperList.Method(code: code) }
    switch value.text?.uppercased() {
    case "NETWORK": return .network
    case "STANDALONE": return .standalone
    case "USER": return .user
    default: return nil
    }
  }
}

extension HelperList {
  /// True where the first bytes of a file are those of the helper's answer: a list of records with
  /// two of its names, or an empty list below the helper's own name.
  package static func recognises(_ head: Span<UInt8>) -> Bool {
    TextStream.text(of: head.withUnsafeBufferPointer { Array($0) }).withUnsafeBufferPointer {
      buffer in
      guard let run = ByteRun(buffer) else { return false }
      if run.find("AdskLicensingInstHelper") != nil, hasEmptyList(run) { return true }
      var position = 0
      while let open = HelperListReader.nextOpening(run, from: position) {
        position = open + 1
        let record = run.from(position).trimmedStart
        if record.hasPrefix("{"), hasNames(record) { return true }
      }
      return false
    }
  }

  private static func hasEmptyList(_ run: ByteRun) -> Bool {
    guard let place = run.find("[]") else { return false }
    let startsLine = place == 0 || run[place - 1] == 0x0A
    let after = run.from(place + 2)
    return startsLine && (after.isEmpty || after[0] == 0x0A || after[0] == 0x0D)
  }

  /// Whether a record, cut off by the end of the bytes or not, has two of the helper's names.
  private static func hasNames(_ record: ByteRun) -> Bool {
    guard record.from(1).trimmedStart.hasPrefix("\"") else { return false }
    var reading = JSONReader(record, at: 0)
    let isWhole = reading.value() != nil
    guard isWhole || reading.isCutOff else { return false }
    let part = record.upTo(reading.position)
    let names: [StaticString] = [
      "\"feature_id\"", "\"def_prod_key\"", "\"sel_prod_key\"", "\"def_prod_ver\"",
      "\"sel_prod_ver\"", "\"supported_lic_methods\"", "\"lic_method\"", "\"lic_servers\"",
    ]
    return names.count { isName($0, in: part) } >= 2
  }

  private static func isName(_ name: StaticString, in run: ByteRun) -> Bool {
    guard let place = run.find(name) else { return false }
    return run.from(place + name.utf8CodeUnitCount).trimmedStart.hasPrefix(":")
  }
}
