import Testing

extension EndToEnd {
  @Suite("add, status and export know products and seats")
  struct SeatsTests {
    private static let subscriptions = """
      team_alias,offering_name,contract_number,subscription_id,seat_quantity
      harrypotter switch - 9231,Maya,110001,55-001,4
      harrypotter switch - 9231,AEC Collection,110001,55-002,90

      """

    @Test("an export of subscriptions brings the products, once")
    func subscriptions() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 2)
      try place.write(Self.subscriptions, to: "subscriptions.csv")
      let first = try await place.overstap(
        "add", "--json", Workplace.session, "subscriptions.csv")
      #expect(first.status == 0)
      #expect(
        try first.records() == [
          [
            "file": "subscriptions.csv", "kind": "subscriptions-export", "products": 2,
            "updated": 0, "unchanged": 0, "seats": 94, "ended": 0,
            "otherTeam": 0,
          ]
        ])
      let again = try await place.overstap(
        "add", "--json", Workplace.session, "subscriptions.csv")
      #expect(try again.records().first?["unchanged"] == 2)

      let status = try await place.overstap("status", "--json", Workplace.session)
      let record = try #require(try status.records().first)
      #expect(
        record["products"].items.last == [
          "name": "Maya", "seats": 4, "available": 4, "free": 4, "short": 0, "waiting": 0,
          "total": 0, "stated": 0, "proven": 0,
        ])
      let told = try await place.overstap("status", Workplace.session)
      #expect(told.lines.contains { $0.contains("Maya: 4 of 4 seats available") }, "\(told.text)")
    }

    @Test("an export of users tells what it cannot place, and ends with 1")
    func users() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 2)
      try place.write(Self.subscriptions, to: "subscriptions.csv")
      try place.write(
        """
        first_name,last_name,email,team_alias,role,account_status,offering_name
        Ann,Other,other@example.com,harrypotter switch - 9231,user,Verified,Maya
        Ann,Other,other@example.com,harrypotter switch - 9231,user,Verified,Unheard Of

        """, to: "users.csv")
      let outcome = try await place.overstap(
        "add", "--json", Workplace.session, "subscriptions.csv", "users.csv")
      #expect(outcome.status == 1)
      #expect(
        try outcome.records().last == [
          "file": "users.csv", "kind": "users-export", "people": 1, "proven": 0, "takenBack": 0,
          "pending": 0, "accepted": 1, "strangers": 1, "absent": 2, "masked": 0,
          "seats": ["proven": 0, "gone": 0, "extra": 0, "strangers": 1, "unmatched": 1],
        ])
    }

    @Test("with --take-over the plan follows the portal: the stranger and the seat")
    func takeOver() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 2)
      try place.write(Self.subscriptions, to: "subscriptions.csv")
      try place.write(
        """
        first_name,last_name,email,team_alias,role,account_status,offering_name
        Ann,Other,other@example.com,harrypotter switch - 9231,user,Verified,Maya

        """, to: "users.csv")
      let outcome = try await place.overstap(
        "add", "--json", "--take-over", Workplace.session, "subscriptions.csv", "users.csv")
      #expect(outcome.status == 0)
      let maya = try await maya(in: place)
      #expect(maya["total"] == 1)
      #expect(maya["proven"] == 1)
      #expect(maya["available"] == 3)
    }

    @Test("an export before any product names what it has seats of, and --take-over makes it")
    func withoutProducts() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 2)
      let person = People.row(1)
      let parts = person.split(separator: ",")
      try place.write(
        "first_name,last_name,email,team_alias,role,account_status,offering_name\n"
          + "\(parts[0]),\(parts[1]),\(parts[2]),harrypotter switch - 9231,user,Verified,Maya\n",
        to: "users.csv")
      let named = try await place.overstap("add", Workplace.session, "users.csv")
      #expect(named.problem.contains("Maya"))
      let taken = try await place.overstap(
        "add", "--json", "--take-over", Workplace.session, "users.csv")
      #expect(!taken.problem.contains("Maya"))
      let maya = try await maya(in: place)
      #expect(maya["total"] == 1)
      #expect(maya["proven"] == 1)
    }

    @Test("with --product everyone of a list gets a seat, whoever is there already too")
    func product() async throws {
      let place = try Workplace()
      try place.makeMigration(people: 2)
      try place.write(Self.subscriptions, to: "subscriptions.csv")
      try place.write(
        "\(People.header)\n\(People.row(1))\nAnn,Other,other@example.com\n", to: "list.csv")
      let outcome = try await place.overstap(
        "add", "--json", "--product", "maya", Workplace.session, "subscriptions.csv", "list.csv")
      #expect(try outcome.records().last?["added"] == 1)
      #expect(try outcome.records().last?["seats"]["planned"] == 2)
      #expect(try await maya(in: place)["total"] == 2)

      let none = try await place.overstap(
        "add", "--product", "Nope", Workplace.session, "list.csv")
      #expect(none.status == 65)
      #expect(none.isOneSentence)
      #expect(none.problem.contains("There is no product Nope"))
    }

    private func maya(in place: Workplace) async throws -> JSONValue {
      let status = try await place.overstap("status", "--json", Workplace.session)
      let products = try #require(try status.records().first)["products"].items
      return try #require(products.first { $0["name"] == "Maya" })
    }
  }
}
