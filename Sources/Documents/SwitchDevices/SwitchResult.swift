import Migration

/// What a script that switched a computer wrote of it, as `SwitchOrder` describes it.
package struct SwitchResult: Hashable, Sendable {
  /// What was asked of the licensing helper.
  package struct Call: Hashable, Sendable {
    /// The arguments of the call.
    package var arguments: [String]
    /// How it ended; -1 where it was ended at its time limit.
    package var exit: Int
    /// What the helper answered.
    package var answer: String
  }

  /// A product that was to be switched.
  package struct Product: Hashable, Sendable {
    /// Its product key and version.
    package var key: String, version: String
    /// `switched`, `already`, `failed` or `undone`.
    package var outcome: String
    /// Why it failed; empty where it did not.
    package var reason: String
    /// How it was licensed before and after; nil where that could not be read.
    package var before: InstallationMethod?, after: InstallationMethod?
    /// What the helper answered last.
    package var answer: String
    /// What was asked of the helper for it.
    package var calls: [Call]
  }

  /// The computer as it calls itself.
  package var host = ""
  /// The moment by the computer's clock, in UTC; nil where it is not to be read.
  package var moment: Moment?
  /// The number of the hand-over that it is of; 0 for none.
  package var order = 0
  /// Whether it put back what was before.
  package var isUndo = false
  /// The products in scope.
  package var products: [Product] = []
  /// Its lists that were asked of the helper.
  package var calls: [Call] = []

  /// The figures in the order in which they are reported.
  package var figures: [(name: String, value: FigureValue)] {
    func count(_ outcome: String) -> FigureValue {
      .number(products.count { $0.outcome == outcome })
    }
    return [
      ("host", .text(host)), ("order", .number(order)),
      ("day", moment.map { .text($0.day.iso) } ?? .absent),
      ("products", .number(products.count)), ("switched", count("switched")),
      ("already", count("already")), ("failed", count("failed")), ("undone", count("undone")),
    ]
  }

  /// The longest answer of a helper that is kept, in characters.
  private static let longestAnswer = 400

  /// Reads a result; nil for bytes that are none, or that break off.
  package static func read(_ bytes: [UInt8]) -> SwitchResult? {
    TextStream.text(of: bytes).withUnsafeBufferPointer { buffer in
      guard let run = ByteRun(buffer), let open = run.firstIndex(of: UInt8(ascii: "{")) else {
        return nil
      }
      var reader = JSONReader(run, at: open)
      guard let record = reader.value(), record["overstap"]?.integer == 1,
        let host = record["host"]?.text
      else { return nil }
      var result = SwitchResult()
      result.host = host
      result.order = record["order"]?.integer ?? 0
      result.isUndo = record["action"]?.text == "undo"
      if let day = record["day"]?.text.flatMap({ Day(text: $0) }) {
        result.moment = Moment(day: day, minute: record["time"]?.text.flatMap(minute) ?? 0)
      }
      result.calls = Call.all(record["calls"])
      if case .list(let products) = record["products"] {
        result.products = products.compactMap(Product.init)
      }
      return result
    }
  }

  /// Whether a file that begins like this is one.
  package static func recognises(_ head: Span<UInt8>) -> Bool {
    head.withUnsafeBufferPointer { buffer in
      guard let run = ByteRun(buffer) else { return false }
      let mark = run.hasPrefix("\u{FEFF}") ? 3 : 0
      let text = run.from(mark).trimmedStart
      guard text.hasPrefix("{") else { return false }
      let inner = text.from(1).trimmedStart
      guard let name = inner.after("\"overstap\"") else { return false }
      return name.trimmedStart.hasPrefix(":")
    }
  }

  /// The minute of the day of `09:31:07`.
  private static func minute(_ text: String) -> Int? {
    let parts = text.split(separator: ":")
    guard parts.count >= 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  fileprivate static func shortened(_ answer: String) -> String {
    let shown = answer.unicodeScalars.prefix(longestAnswer).map { scalar in
      scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? " " : scalar
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: shown)
    return String(text).split(separator: " ").joined(separator: " ")
  }
}

extension SwitchResult.Call {
  /// The calls of a list of them; none where it is none.
  fileprivate static func all(_ value: JSONValue?) -> [SwitchResult.Call] {
    guard case .list(let calls)? = value else { return [] }
    return calls.map { call in
      var arguments: [String] = []
      if case .list(let words)? = call["arguments"] { arguments = words.compactMap(\.text) }
      return SwitchResult.Call(
        arguments: arguments, exit: call["exit"]?.integer ?? -1,
        answer: SwitchResult.shortened(call["answer"]?.text ?? ""))
    }
  }
}

extension SwitchResult.Product {
  fileprivate init?(_ record: JSONValue) {
    guard let key = record["key"]?.text, !key.isEmpty else { return nil }
    self.key = key
    version = record["version"]?.text ?? ""
    outcome = record["outcome"]?.text ?? ""
    reason = outcome == "failed" ? record["reason"]?.text ?? "failed" : ""
    before = record["before"].flatMap(Self.method)
    after = record["after"].flatMap(Self.method)
    calls = SwitchResult.Call.all(record["calls"])
    answer = outcome == "failed" ? calls.last?.answer ?? "" : ""
  }

  private static func method(_ state: JSONValue) -> InstallationMethod? {
    state["method"]?.integer.map { InstallationMethod(HelperList.Method(code: $0)) }
  }
}

extension InstallationMethod {
  /// The method that the helper's word stands for; what it does not know is not chosen yet.
  init(_ method: HelperList.Method) {
    self =
      switch method {
      case .network: .network
      case .standalone, .deployment: .standalone
      case .user: .user
      case .unknown: .notChosen
      }
  }
}
