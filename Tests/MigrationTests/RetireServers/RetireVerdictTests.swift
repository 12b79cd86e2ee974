import Migration
import Testing

private let today = Day(number: 20_832)
private let now = Moment(day: today, minute: 642)

private func server(
  _ change: (inout LicenceServer) -> Void = { _ in }
) -> LicenceServer {
  var server = LicenceServer(
    id: ServerID(1), details: ServerDetails(hosts: ["lic01"], daemon: "adskflex"))
  server.log = LogSpan(
    first: Moment(day: today - 90), end: Moment(day: today, minute: 600), outs: 400,
    lastOut: Moment(day: today - 20, minute: 60))
  server.answer = ServerAnswer(.up, at: Moment(day: today, minute: 630))
  change(&server)
  return server
}

private func verdict(
  _ servers: LicenceServer..., days: Int = 14, logins: LoginCount? = LoginCount(total: 5, nobody: 0)
) -> RetireVerdict {
  RetireVerdict(
    of: servers, switching: Funnel(total: 9, stated: 9), informing: Funnel(total: 5, stated: 5),
    logins: logins, quietDays: days, now: now)
}

private func condition(
  _ kind: RetireCondition.Kind, _ verdict: RetireVerdict
) throws -> RetireCondition {
  try #require(verdict.conditions.first { $0.kind == kind })
}

@Suite("Can the licence server go off?")
struct RetireVerdictTests {
  @Test("With a quiet recent log, an answer that shows nothing, and all steps done: yes")
  func ready() {
    let found = verdict(server())
    #expect(found.isReady)
    #expect(found.metCount == RetireCondition.Kind.allCases.count)
    #expect(found.earliest == nil)
  }

  @Test("What was only said is met as a statement, and is told from what was seen")
  func stated() throws {
    let found = verdict(server())
    #expect(try condition(.switched, found).verdict == .stated)
    #expect(try condition(.informed, found).verdict == .stated)
    #expect(found.statedCount == 2)
    let proven = RetireVerdict(
      of: [server()], switching: Funnel(total: 9, stated: 9, proven: 9), informing: Funnel(),
      informedOn: today, logins: LoginCount(total: 5, nobody: 0), quietDays: 14, now: now)
    #expect(try condition(.switched, proven).verdict == .met)
    #expect(try condition(.informed, proven).verdict == .stated)
  }

  @Test("Words alone are never enough: at least one condition has to be seen")
  func wordsAlone() {
    let said = RetireCondition.Kind.allCases.map { RetireCondition($0, .stated) }
    #expect(!RetireVerdict(said).isReady)
    #expect(RetireVerdict([RetireCondition(.quiet, .met)] + said).isReady)
  }

  @Test("A login of nobody stands in the way, however well the people of our list are doing")
  func nobody() throws {
    let found = verdict(server(), logins: LoginCount(total: 39, nobody: 39))
    #expect(!found.isReady)
    #expect(try condition(.logins, found).verdict == .open)
    #expect(try condition(.logins, found).count == 39)
    let uncounted = verdict(server(), logins: nil)
    #expect(try condition(.logins, uncounted).reason == .notCounted)
    #expect(!uncounted.isReady)
  }

  @Test("The same server is told of in whatever order the servers were added")
  func order() {
    let one = server { $0.answer?.state = .silent }
    let other = server {
      $0.id = ServerID(2)
      $0.details.hosts = ["alpha"]
      $0.answer?.state = .silent
    }
    #expect(verdict(one, other) == verdict(other, one))
  }

  @Test("Without any server nothing is met: it is unknown")
  func nothing() {
    let found = RetireVerdict(
      of: [], switching: Funnel(), informing: Funnel(), logins: nil, quietDays: 14, now: now)
    #expect(found.conditions.allSatisfy { $0.verdict == .unknown })
    #expect(!found.isReady)
  }

  @Test("A silent server is unknown, never unused, whatever the others say")
  func silent() throws {
    let quiet = server()
    let other = server {
      $0.id = ServerID(2)
      $0.log = nil
      $0.answer = ServerAnswer(.silent, at: now)
    }
    let found = verdict(quiet, other)
    #expect(try condition(.openCheckouts, found).verdict == .unknown)
    #expect(try condition(.openCheckouts, found).reason == .silent)
    #expect(try condition(.borrowed, found).verdict == .unknown)
    #expect(try condition(.quiet, found).reason == .noLog)
    #expect(!found.isReady)
  }

  @Test("A log without any line of use proves no silence: logging may be off")
  func withoutUse() throws {
    let found = verdict(
      server {
        $0.log?.outs = 0; $0.log?.lastOut = nil
      })
    #expect(try condition(.quiet, found).verdict == .unknown)
    #expect(try condition(.quiet, found).reason == .logWithoutUse)
  }

  @Test("A log that ends days ago is too old, unless it ends with a shutdown")
  func stale() throws {
    let old = server { $0.log?.end = Moment(day: today - 3) }
    #expect(try condition(.quiet, verdict(old)).reason == .stale)
    let shut = server {
      $0.log?.end = Moment(day: today - 3)
      $0.log?.shutDown = Moment(day: today - 3)
    }
    #expect(try condition(.quiet, verdict(shut)).verdict == .met)
  }

  @Test("Quiet days count to the log's own last line, and the earliest day follows from them")
  func quietDays() throws {
    let used = server { $0.log?.lastOut = Moment(day: today - 5, minute: 60) }
    let found = try condition(.quiet, verdict(used))
    #expect(found.verdict == .open)
    #expect(found.count == 5)
    #expect(found.from == today + 9)
    #expect(try condition(.quiet, verdict(used, days: 5)).verdict == .met)
  }

  @Test("A borrowed licence stands in the way until the day after its last")
  func borrowed() throws {
    let lent = server {
      $0.borrowed = [
        Summary.DayCount(day: today - 1, count: 4), Summary.DayCount(day: today + 29, count: 1),
      ]
    }
    let found = verdict(lent)
    #expect(try condition(.borrowed, found).verdict == .open)
    #expect(try condition(.borrowed, found).count == 1, "what is past has come back by itself")
    #expect(found.earliest == today + 30)
  }

  @Test("A log alone says nothing about borrowed licences")
  func borrowedUnasked() throws {
    #expect(try condition(.borrowed, verdict(server { $0.answer = nil })).verdict == .unknown)
  }

  @Test("An answer of which lines are missing does not show that nothing is out")
  func unclear() throws {
    let found = verdict(server { $0.answer?.unclear = 2 })
    #expect(try condition(.openCheckouts, found).reason == .unclear)
    #expect(try condition(.borrowed, found).reason == .unclear, "nor that nothing is borrowed")
  }

  @Test("An answer without any line on who holds what is unknown, never nobody")
  func bare() throws {
    let found = verdict(server { $0.answer?.state = .bare })
    for kind in [RetireCondition.Kind.openCheckouts, .borrowed] {
      #expect(try condition(kind, found).verdict == .unknown)
      #expect(try condition(kind, found).reason == .bare)
    }
  }

  @Test("Use that only an answer showed ends the quiet, also when the log goes on after it")
  func laterUse() throws {
    let found = try condition(
      .quiet, verdict(server { $0.lastUsed = Moment(day: today - 3, minute: 700) }))
    #expect(found.verdict == .open)
    #expect(found.count == 3)
    #expect(found.from == today + 11)
  }

  @Test("What is out for weeks is not quiet")
  func held() throws {
    let found = verdict(
      server {
        $0.openLicences = 1; $0.answer = nil
      })
    #expect(try condition(.quiet, found).verdict == .open)
  }

  @Test("A moment that has yet to come is no evidence; a clock a few hours ahead is")
  func ahead() throws {
    let found = verdict(
      server {
        $0.answer?.moment = Moment(day: today + 7)
        $0.log?.end = Moment(day: today + 6)
      })
    for kind in [RetireCondition.Kind.openCheckouts, .borrowed, .quiet] {
      #expect(try condition(kind, found).verdict == .unknown)
      #expect(try condition(kind, found).reason == .ahead)
    }
    let fast = server { $0.answer?.moment = Moment(day: today, minute: 1_400) }
    #expect(verdict(fast).isReady)
  }

  @Test("Whoever waits in a queue stands in the way")
  func queue() throws {
    let found = try condition(.openCheckouts, verdict(server { $0.queued = 1 }))
    #expect(found.verdict == .open)
    #expect(found.reason == .waiting)
    #expect(found.count == 1)
  }

  @Test("A log without a start block does not say what else runs on the server")
  func withoutStart() throws {
    let part = server {
      $0.details.daemon = ""
      $0.answer = nil
    }
    let found = try condition(.alone, verdict(part))
    #expect(found.verdict == .unknown)
    #expect(found.reason == .logWithoutStart)
  }

  @Test("What is missing is named: the log, the answer, or both")
  func missing() throws {
    #expect(try condition(.borrowed, verdict(server { $0.answer = nil })).reason == .noAnswer)
    #expect(try condition(.quiet, verdict(server { $0.log = nil })).reason == .noLog)
    let neither = verdict(
      server {
        $0.log = nil; $0.answer = nil
      })
    #expect(try condition(.quiet, neither).reason == .noEvidence)
    #expect(try condition(.borrowed, neither).reason == .noEvidence)
  }

  @Test("An answer of last week does not say what is out now")
  func oldAnswer() throws {
    let found = verdict(
      server {
        $0.log = nil
        $0.answer = ServerAnswer(.up, at: Moment(day: today - 7))
      })
    #expect(try condition(.openCheckouts, found).reason == .stale)
  }

  @Test("Checkouts add up over all servers, also those that an old source shows")
  func open() throws {
    let one = server { $0.openLicences = 2 }
    let other = server {
      $0.id = ServerID(2); $0.openLicences = 3
    }
    let found = try condition(.openCheckouts, verdict(one, other))
    #expect(found.verdict == .open)
    #expect(found.count == 5)
    #expect(found.from == nil, "no day says when somebody closes a program")
  }

  @Test("Another vendor's daemon stands in the way; so does what is left of steps 3 and 4")
  func others() throws {
    let shared = verdict(server { $0.details.otherDaemons = ["mapinfo"] })
    #expect(try condition(.alone, shared).verdict == .open)
    let found = RetireVerdict(
      of: [server()], switching: Funnel(total: 9, stated: 7), informing: Funnel(),
      logins: nil, quietDays: 14, now: now)
    #expect(try condition(.switched, found).count == 2)
    #expect(try condition(.informed, found).verdict == .unknown)
  }
}

@Suite("What waits in step 5")
struct RetireToDoTests {
  private func summary(_ servers: LicenceServer...) -> Summary {
    var summary = Summary(setup: Setup(organisation: "Hogwarts", startDate: today - 13))
    summary.licensing = LicensingSummary(servers: servers)
    return summary
  }

  private func kinds(_ summary: Summary) -> [ToDo.Kind] {
    summary.toDo(today: today).filter { $0.step == .retireServers }.map(\.kind)
      .filter { $0 != .networkRightsEnd }
  }

  @Test("A borrowed licence that outlives the network rights is told of, one that does not is not")
  func borrowed() {
    let end = today - 13 + 30
    let within = server { $0.borrowed = [Summary.DayCount(day: end, count: 1)] }
    let beyond = server { $0.borrowed = [Summary.DayCount(day: end + 1, count: 1)] }
    #expect(kinds(summary(within)) == [])
    #expect(kinds(summary(beyond)) == [.borrowedBeyondEnd])
  }

  @Test("A log older than a week, a silent server, one that is used again, one without proof")
  func others() {
    #expect(kinds(summary(server { $0.log?.end = Moment(day: today - 8) })) == [.staleLog])
    #expect(kinds(summary(server { $0.answer?.state = .silent })) == [.silentServer])
    #expect(kinds(summary(server { $0.standing = .failed })) == [.serverUsedAgain])
    #expect(kinds(summary(server { $0.standing = .stated })) == [.proveServers])
  }

  @Test("A kept server is no part of the step, and waits for nothing")
  func kept() {
    let all = summary(
      server {
        $0.standing = .setAside; $0.answer?.state = .silent
      })
    #expect(all.funnel(of: .retireServers).total == 0)
    #expect(kinds(all) == [])
    #expect(all.gate(of: .retireServers, today: today).isOpen)
  }
}
