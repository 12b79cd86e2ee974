import Testing

@testable import Migration

@Suite("Products that an export of subscriptions proposes")
struct ProposedProductsTests {
  private let today = Day(number: 20_832)

  private func seats(_ proposed: ProposedProducts) -> [String: Int?] {
    Dictionary(
      uniqueKeysWithValues: proposed.proposals.map { ($0.details.name, $0.details.seats) })
  }

  @Test("have the seats of the own team that run or are to begin, and tell of the others")
  func counted() {
    let proposed = ProposedProducts(
      [
        BoughtSeats(offering: "AutoCAD", team: "Brugman", status: "Active", seats: 5),
        BoughtSeats(
          offering: "AutoCAD", team: "BRUGMAN", endsOn: Day(year: 2027, month: 12, day: 31),
          seats: 3),
        BoughtSeats(
          offering: "AutoCAD", team: "Brugman", endsOn: Day(year: 2025, month: 1, day: 1),
          seats: 50),
        BoughtSeats(offering: "Revit", team: "Brugman", status: "Cancelled", seats: 2),
        BoughtSeats(offering: "Maya", team: "Other", status: "Active", seats: 77),
      ], team: "brugman", today: today)
    #expect(seats(proposed) == ["AutoCAD": 8])
    #expect(proposed.endedSeats == 52)
    #expect(proposed.otherTeamSeats == 77)
  }

  @Test("are all of them where no subscription names the team")
  func noTeam() {
    let proposed = ProposedProducts(
      [BoughtSeats(offering: "Maya", team: "Other", seats: 4)], team: "Brugman", today: today)
    #expect(seats(proposed) == ["Maya": 4])
  }

  @Test("have an unknown number where the file has none, never zero")
  func unknown() {
    let proposed = ProposedProducts(
      [BoughtSeats(offering: "Maya", seats: nil)], team: "", today: today)
    #expect(seats(proposed) == ["Maya": nil])
  }
}
