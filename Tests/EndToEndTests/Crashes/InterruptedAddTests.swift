import Foundation
import Testing

extension EndToEnd {
  /// This shows what happens when a process dies or the disk refuses, not when the power fails.
  @Suite(
    "overstap add, interrupted at any call that changes the disk",
    .enabled(if: Machine.canTrace, Comment(rawValue: Machine.needsTrace)))
  struct InterruptedAddTests {
    /// The calls by which SQLite changes what is on the disk.
    private static let calls = ["pwrite64", "fdatasync", "fsync", "unlink"]
    /// People before, and in each of the two lists.
    private static let before = 30
    private static let lists = [900, 5]

    @Test("by a kill: each list is in the session whole or not at all", arguments: calls)
    func killed(call: String) async throws {
      let place = try await place()
      for when in try await times(of: call, in: place) {
        let outcome = try await add(in: place, injecting: "\(call):signal=KILL:when=\(when)")
        #expect(outcome.isKilled, "\(call) \(when)")
        try await check(place, after: outcome, "\(call) \(when)")
      }
    }

    @Test("by a full disk: a sentence, 73, and each list whole or not at all", arguments: calls)
    func noRoom(call: String) async throws {
      let place = try await place()
      for when in try await times(of: call, in: place) {
        let outcome = try await add(in: place, injecting: "\(call):error=ENOSPC:when=\(when)+")
        #expect(outcome.status == 73, "\(call) \(when): \(outcome.end)")
        let sentences = outcome.problem.split(separator: "\n")
        #expect(!sentences.isEmpty && sentences.count <= Self.lists.count, "\(outcome.problem)")
        for sentence in sentences {
          #expect(sentence.hasPrefix("overstap: "), "\(call) \(when): \(sentence)")
          #expect(sentence.split(separator: " ").count > 3 && !sentence.contains("(\""))
        }
        try await check(place, after: outcome, "\(call) \(when)")
      }
    }

    @Test("by a kill while the session is being made: the next call makes it", arguments: calls)
    func killedInMaking(call: String) async throws {
      let place = try await place()
      let all = try await times(of: call, in: place, isNew: true)
      for when in all {
        try? FileManager.default.removeItem(atPath: place.path("new.overstap"))
        let outcome = try await add(
          in: place, to: "new.overstap", injecting: "\(call):signal=KILL:when=\(when)")
        #expect(outcome.isKilled)
        let acknowledged = outcome.lines.count
        let again = try await place.overstap("add", "--json", "new.overstap", "0.csv", "1.csv")
        #expect(again.status == 0, "\(call) \(when): \(again.problem)")
        let added = try again.records().map { $0["added"] }
        for list in 0..<acknowledged { #expect(added[list] == 0, "\(call) \(when)") }
        #expect(try await total(place, "new.overstap") == Self.lists.reduce(0, +))
        #expect(try await integrity(place, "new.overstap") == ["ok"])
      }
    }

    // MARK: Steps

    /// A folder with a session in which some people are, and two lists of others.
    private func place() async throws -> Workplace {
      let place = try Workplace()
      try place.write(People.list(Self.before), to: "before.csv")
      #expect(try await place.overstap("add", "base.overstap", "before.csv").status == 0)
      var first = Self.before
      for (number, count) in Self.lists.enumerated() {
        try place.write(People.list(count, from: first), to: "\(number).csv")
        first += count
      }
      return place
    }

    /// At which of the times that `add` makes a call it is interrupted: all of them when they are
    /// few, else some, with the first and the last among them.
    private func times(
      of call: String, in place: Workplace, isNew: Bool = false
    ) async throws -> [Int] {
      let outcome = try await add(
        in: place, to: isNew ? "trial.overstap" : nil, injecting: "\(call):when=1:delay_enter=1")
      try #require(outcome.status == 0)
      let trace = String(decoding: try place.read("trace"), as: UTF8.self)
      let total = trace.split(separator: "\n").count { $0.contains("\(call)(") }
      try #require(total > 0 || call == "fsync", "SQLite makes no \(call)")
      let most = call == "pwrite64" ? 12 : 8
      guard total > most else { return total > 0 ? Array(1...total) : [] }
      return (0..<most).map { 1 + $0 * (total - 1) / (most - 1) }
    }

    /// Adds the two lists to a copy of the session, or to a new one, with a call tampered with.
    private func add(
      in place: Workplace, to session: String? = nil, injecting injection: String
    ) async throws -> Outcome {
      if session == nil { try place.write(place.read("base.overstap"), to: "copy.overstap") }
      let call = injection.prefix { $0 != ":" }
      return try await place.run(
        "strace",
        [
          "-f", "-qq", "-o", "trace", "-e", "trace=\(call)", "-e",
          "inject=\(injection)", Workplace.program(), "add", "--json",
          session ?? "copy.overstap", "0.csv", "1.csv",
        ])
    }

    /// What has to hold whatever happened.
    private func check(
      _ place: Workplace, after outcome: Outcome, _ comment: Comment
    ) async throws {
      // Whoever said that a list is in, has it in.
      let acknowledged = outcome.lines.count
      let total = try await total(place, "copy.overstap")
      let possible = (0...Self.lists.count).map { Self.lists.prefix($0).reduce(Self.before, +) }
      // A kill may come between a list and the word that it is in.
      let allowed = possible.dropFirst(acknowledged).prefix(outcome.isKilled ? 2 : 1)
      #expect(allowed.contains(total), "\(total) people after \(outcome.lines); \(comment)")
      #expect(try await integrity(place, "copy.overstap") == ["ok"], comment)

      let again = try await place.overstap("add", "--json", "copy.overstap", "0.csv", "1.csv")
      #expect(again.status == 0, comment)
      #expect(try await self.total(place, "copy.overstap") == possible.last, comment)
      #expect(try place.names().filter { $0.hasSuffix("-journal") } == [], comment)
    }

    private func total(_ place: Workplace, _ session: String) async throws -> Int {
      let outcome = try await place.overstap("status", "--json", session)
      guard case .number(let total) = try outcome.records().first?["steps"][0]["total"] else {
        throw Failure("status says nothing: \(outcome.problem)")
      }
      return total
    }

    private func integrity(_ place: Workplace, _ session: String) async throws -> [String] {
      try await place.run("sqlite3", [session, "PRAGMA integrity_check"]).lines
    }
  }
}
