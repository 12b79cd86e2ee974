import Migration
import Testing
import WizardTesting

@testable import Wizard

@Suite("An export beside the plan, with names that no product has")
struct SeatDecisionTests {
  private static let document = Evidence(
    kind: .usersExport, file: "users.csv", day: Fixtures.now.day - 1,
    team: "Brugman Ingenieurs - 4417", isWhole: true, digest: "d", rowCount: 3, personCount: 2)

  /// Seats in the portal: two people of the list and a stranger.
  private static let evidence = SeatEvidence(
    offerings: ["AutoCAD", "Design Something"],
    lines: [
      SeatEvidence.Line(address: Fixtures.people[0].address, offering: 0, isAssigned: true),
      SeatEvidence.Line(address: Fixtures.people[1].address, offering: 1, isAssigned: true),
      SeatEvidence.Line(address: "stranger@example.com", offering: 0, isAssigned: true),
    ])

  /// The wizard at an export that is laid beside a plan with or without AutoCAD.
  private func compared(hasProduct: Bool) throws -> Rehearsal {
    var wizard = try Rehearsal.small("en")
    if hasProduct {
      try wizard.perform([.apply(.assignProducts(.addProduct(ProductDetails(named: "AutoCAD"))))])
    }
    let review = SeatReview(path: "users.csv", document: Self.document, evidence: Self.evidence)
    try wizard.perform([.assignProducts(.compareSeats(review))])
    try wizard.jump("seat-differences")
    return wizard
  }

  private func turn(_ wizard: inout Rehearsal, to kind: String) throws {
    try wizard.focus("kind-\(kind)")
    try wizard.press(.enter)
    try wizard.focus("rows")
  }

  private func name(_ offering: String, _ wizard: inout Rehearsal) throws {
    try turn(&wizard, to: "unmatched")
    #expect(render(wizard.state).text.contains(offering))
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "map-offering")
    try wizard.focus("new")
    try wizard.press(.enter)
    #expect(wizard.state.visit.screen == "seat-differences")
  }

  @Test(
    "naming an unknown product keeps what was decided on the other tabs, and its seats are taken")
  func named() throws {
    var wizard = try compared(hasProduct: true)
    for kind in ["extra", "strangers"] {
      try turn(&wizard, to: kind)
      try wizard.press(.character("t"))
    }
    try name("Design Something", &wizard)
    let comparison = try #require(wizard.state.assignProducts.review?.comparison)
    #expect(comparison.extra.map(\.followsPortal) == [true, true])
    #expect(comparison.strangers.map(\.followsPortal) == [true])
    #expect(comparison.unmatched.isEmpty)
    try wizard.focus("take-over")
    try wizard.press(.enter)
    let products = wizard.state.summary.products
    #expect(
      Dictionary(uniqueKeysWithValues: products.map { ($0.details.name, $0.counts.proven) })
        == ["AutoCAD": 1, "Design Something": 1])
  }

  @Test("what was decided against stays so, for a product that was made as for others")
  func left() throws {
    var wizard = try compared(hasProduct: true)
    try name("Design Something", &wizard)
    try turn(&wizard, to: "extra")
    let extra = try #require(wizard.state.assignProducts.review?.comparison.extra)
    #expect(extra.map(\.followsPortal) == [false, true])
    try wizard.press(.down, .character("w"))
    try wizard.perform([
      .assignProducts(.compareSeats(try #require(wizard.state.assignProducts.review)))
    ])
    #expect(
      wizard.state.assignProducts.review?.comparison.extra.map(\.followsPortal) == [false, false])
  }

  @Test(
    "without any product an export's names are offered, and the page shows what the portal does")
  func withoutProducts() throws {
    var wizard = try Rehearsal.small("en")
    let person = Fixtures.people[0]
    try wizard.read(
      "first_name,last_name,email,team_alias,role,account_status,offering_name\n"
        + "\(person.firstName),\(person.lastName),\(person.address),"
        + "\(Self.document.team),user,Verified,Maya\n", as: "users.csv")
    #expect(wizard.state.visit.screen == "review-evidence")
    try wizard.focus("export-whole")
    try wizard.press(.right, .right, .function(10))
    #expect(wizard.state.visit.screen == "seat-differences")
    try name("Maya", &wizard)
    try wizard.focus("take-over")
    try wizard.press(.enter)
    let maya = try #require(wizard.state.summary.products.first)
    var details = maya.details
    details.seats = 4
    try wizard.perform([.apply(.assignProducts(.editProduct(maya.id, details)))])
    try wizard.jump("by-product")
    #expect(render(wizard.state).text.contains("3 of 4"))
  }
}
