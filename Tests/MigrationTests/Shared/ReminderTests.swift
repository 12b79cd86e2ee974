import Testing

@testable import Migration

@Suite("Days on which something is to be done about invitations")
struct ReminderTests {
  private let today = Day(number: 20_832)

  private func summary(_ ages: [Int: Int], exportAge: Int? = nil) -> Summary {
    var summary = Summary(
      setup: Setup(startDate: today - 200), users: [.stated: ages.values.reduce(0, +)],
      openInvitations: ages.sorted { $0.key > $1.key }.map {
        Summary.DayCount(day: today - $0.key, count: $0.value)
      })
    if let exportAge {
      summary.evidence = [
        Evidence(
          kind: .usersExport, file: "users.csv", day: today - exportAge, team: "", isWhole: true,
          digest: "", rowCount: 0, personCount: 0)
      ]
    }
    return summary
  }

  private func due(_ summary: Summary, _ kind: ToDo.Kind) -> Int {
    summary.toDo(today: today).first { $0.kind == kind }?.count ?? 0
  }

  @Test("are 7 days, 90 days, and an export older than 7 days")
  func days() {
    let open = summary([6: 1, 7: 2, 89: 4, 90: 8, 120: 16], exportAge: 8)
    #expect(due(open, .resendInvitations) == 6)
    #expect(due(open, .inviteAnew) == 24)
    #expect(due(open, .staleExport) == 8)
    #expect(due(summary([6: 1], exportAge: 7), .staleExport) == 0)
    #expect(due(summary([6: 1]), .staleExport) == 0)
  }

  @Test("ask for an export from the day after the statement, not on the day itself")
  func export() {
    #expect(due(summary([0: 3]), .readExport) == 0)
    #expect(due(summary([1: 3]), .readExport) == 3)
    #expect(due(summary([1: 3], exportAge: 0), .readExport) == 0)
  }

  @Test("to come are in order, what is overdue is for today, one for each day and kind")
  func reminders() {
    let found = summary([3: 1, 8: 2, 10: 4, 95: 8], exportAge: 2).reminders(today: today)
    #expect(found.map(\.day) == found.map(\.day).sorted())
    let resend = found.filter { $0.kind == .resendInvitations }
    #expect(resend.map { $0.day - today } == [0, 4])
    #expect(resend.map(\.count) == [6, 1])
    let anew = found.filter { $0.kind == .inviteAnew }
    #expect(anew.map { $0.day - today } == [0, 80, 82, 87])
    #expect(found.filter { $0.kind == .staleExport }.map { $0.day - today } == [6])
  }

  @Test("are none when everybody has accepted")
  func nothing() {
    var summary = summary([:], exportAge: 30)
    summary.users = [.proven: 3]
    summary.invitations = [.accepted: 3]
    #expect(summary.reminders(today: today).isEmpty)
    #expect(due(summary, .staleExport) == 0)
  }
}
