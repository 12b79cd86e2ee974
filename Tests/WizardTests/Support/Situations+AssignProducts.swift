import Canvas
import Migration
import Widgets
import WizardTesting

@testable import Wizard

/// The screens of step 2 in every way in which they look different.
extension Situations {
  static let assignProducts = byProduct + productPages + assigning + seatHandOvers + proving

  /// AEC Collection, AutoCAD, Maya and Navisworks of the fixtures, by their numbers.
  private static let (collection, autocad, maya, navisworks) = ("1", "2", "3", "4")

  private static func products(_ language: String) throws -> Rehearsal {
    try Rehearsal.organisation(language) { file throws(ChangeRefusal) in
      try Fixtures.fillSmallOrganisation(file, language: language)
      try Fixtures.fillProducts(file)
    }
  }

  private static func jumped(
    _ language: String, to screen: String, _ argument: String = "",
    _ change: (inout Rehearsal) throws -> Void = { _ in }
  ) throws -> State {
    var wizard = try products(language)
    try wizard.jump(screen, argument)
    try change(&wizard)
    return wizard.state
  }

  // MARK: By Product

  private static let byProduct = [
    Situation("by-product") { try jumped($0, to: "by-product") },
    Situation("by-product", "with no products") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("by-product")
      return wizard.state
    },
    Situation("by-product", "on a product with the right number") { language in
      try jumped(language, to: "by-product") { try $0.press(.down, .down) }
    },
    Situation("by-product", "on a product whose seats are not known") { language in
      try jumped(language, to: "by-product") { try $0.press(.down, .down, .down) }
    },
    Situation("by-product", "on a product with the wrong number") { language in
      try jumped(language, to: "by-product") {
        try $0.press(.down, .down)
        try $0.focus("wrong")
        try $0.press(.enter)
        try $0.focus("products")
      }
    },
    Situation("by-product", "filtered, in another order") { language in
      try jumped(language, to: "by-product") {
        try $0.press(.character("s"), .character("s"), .character("S"), .character("/"))
        try $0.type("co")
      }
    },
    Situation("by-product", "with what nobody has") { language in
      try jumped(language, to: "by-product") {
        $0.state.summary.products[0].counts = SeatCounts()
        try $0.press(.character("z"))
      }
    },
    Situation("by-product", "with nothing that nobody has") { language in
      try jumped(language, to: "by-product") {
        for place in $0.state.summary.products.indices {
          $0.state.summary.products[place].counts.planned = 1
        }
        try $0.press(.character("z"))
      }
    },
    Situation("user-table", "of who has no product") { language in
      try jumped(language, to: "user-table") { try $0.press(.character("z")) }
    },
    Situation("user-table", "where everyone has a product") { language in
      try jumped(language, to: "user-table") { wizard in
        try wizard.press(.character("z"))
        wizard.state.createUsers.users.window = RowWindow(revision: 99)
        _ = reduce(&wizard.state, .moment(wizard.state.moment))
      }
    },
    Situation("by-product", "with letters that nothing has") { language in
      try jumped(language, to: "by-product") {
        try $0.press(.character("/"))
        try $0.type("qqq")
      }
    },
    Situation("by-product", "with more taken than bought") { language in
      try jumped(language, to: "by-product") {
        $0.state.summary.products[1].details.seats = 1
        try $0.press(.down)
      }
    },
    Situation("by-product", "with more in files than is left") { language in
      try jumped(language, to: "by-product") {
        $0.state.summary.products[1].counts.proven = 4
        try $0.press(.down)
      }
    },
    Situation("by-product", "with seats gone and a log") { language in
      try jumped(language, to: "by-product") {
        $0.state.summary.products[0].details.seats = 9
        $0.state.summary.products[0].counts.failed = 2
        $0.state.assignProducts.use[ProductID(1)] = ProductUse(
          people: 79, daysUsed: 61, occasional: 11, withBoth: 4, withoutSeat: 5,
          logEnd: Fixtures.now.day)
      }
    },
    Situation("by-product", "with a collection that has room") { language in
      try jumped(language, to: "by-product") { $0.state.summary.products[0].details.seats = 9 }
    },
    Situation("product-form") { language in
      try jumped(language, to: "product-form") { try $0.type("aut") }
    },
    Situation("product-form", "as it opens") { try jumped($0, to: "product-form") },
    Situation("product-form", "with an unknown name and no number") { language in
      try jumped(language, to: "product-form") {
        try $0.fill("product", "Own Thing")
        try $0.fill("seats", "many")
        try $0.press(.function(10))
        try $0.press(.function(10))
      }
    },
    Situation("product-form", "to correct") { try jumped($0, to: "product-form", maya) },
    Situation("product-form", "of a product that is gone") {
      try jumped($0, to: "product-form", "99")
    },
    Situation("products-file") { try choosing($0, "products-file") },
    Situation("review-products") { try proposing($0, .subscriptions) },
    Situation("review-products", "of a licence file") { try proposing($0, .tradeIn) },
    Situation("review-products", "with what was said of it") { language in
      var state = try proposing(language, .tradeIn)
      state.assignProducts.mapped = ["OWNTHING": ProductID(3), "AutoCAD": nil]
      state.memory.focus = "rows"
      state.memory.tables["rows", default: Memory.Rows()].cursor = 1
      _ = reduce(&state, .moment(state.moment))
      return state
    },
    Situation("review-products", "with nothing chosen") { language in
      var state = try proposing(language, .tradeIn)
      for place in state.assignProducts.proposals.indices {
        state.assignProducts.proposals[place].isTaken = false
      }
      _ = reduce(&state, .moment(state.moment))
      return state
    },
    Situation("review-products", "that is gone") { try jumped($0, to: "review-products") },
    Situation("without-product") { try jumped($0, to: "without-product") },
    Situation("without-product", "filtered to nobody") { language in
      try jumped(language, to: "without-product") { wizard in
        try wizard.press(.character("/"), .character("q"), .character("x"))
      }
    },
    Situation("without-product", "with nobody left") { language in
      try jumped(language, to: "without-product") { wizard in
        wizard.state.createUsers.users.window = RowWindow(revision: 99)
        _ = reduce(&wizard.state, .moment(wizard.state.moment))
      }
    },
  ]

  private static let files = [
    Folder.Entry(name: "Exports", isFolder: true, size: 0),
    Folder.Entry(name: "subscriptions.csv", isFolder: false, size: 2_211),
    Folder.Entry(name: "users.csv", isFolder: false, size: 44_000),
  ]

  private static func choosing(
    _ language: String, _ screen: String, _ argument: String = ""
  ) throws -> State {
    try jumped(language, to: screen, argument) { wizard in
      var folder = Folder()
      folder.path = "/home/jan/Downloads/"
      folder.entries = files
      try wizard.answer(.folder(folder))
    }
  }

  private static func proposing(_ language: String, _ source: SeatSource) throws -> State {
    try jumped(language, to: "products-file") { wizard in
      let proposals =
        source == .tradeIn
        ? ProductProposal.tradeIn([(code: "ACD", licences: 10), (code: "OWNTHING", licences: 2)])
        : ProductProposal.bought(
          [("Maya", 5), ("Revit", 9)] as [(offering: String, seats: Int?)])
      let name = source == .tradeIn ? "adskflex.lic" : "subscriptions.csv"
      var proposed = ProposedProducts(proposals)
      if source != .tradeIn { (proposed.endedSeats, proposed.otherTeamSeats) = (50, 77) }
      try wizard.answer(.assignProducts(.proposals("/home/jan/Downloads/\(name)", proposed)))
    }
  }

  // MARK: One product

  /// Somebody whose seat of AutoCAD is stated has another address since.
  private static func moved(_ language: String, to screen: String, _ argument: String = "") throws
    -> Rehearsal
  {
    var wizard = try Rehearsal.organisation(language) { file throws(ChangeRefusal) in
      try Fixtures.fillSmallOrganisation(file, language: language)
      try Fixtures.fillProducts(file)
      var person = Fixtures.people[0]
      person.address = "harry.potter@example.com"
      _ = try file.apply(
        .createUsers(.editUser(try Fixtures.userIDs(file)[0], person)), at: Fixtures.now)
    }
    try wizard.jump(screen, argument)
    return wizard
  }

  private static let productPages = [
    Situation("overview", "with a seat under an old address") {
      try moved($0, to: "overview").state
    },
    Situation("by-product", "with a seat under an old address") { language in
      var wizard = try moved(language, to: "by-product")
      try wizard.press(.down)
      return wizard.state
    },
    Situation("product-page", "with a seat under an old address") {
      try moved($0, to: "product-page", autocad).state
    },
    Situation("product-page") { try jumped($0, to: "product-page", autocad) },
    Situation("product-page", "that is short of seats") {
      try jumped($0, to: "product-page", collection) { try $0.press(.end) }
    },
    Situation("product-page", "with the buyer's seat") { try jumped($0, to: "product-page", maya) },
    Situation("product-page", "with seats not known") {
      try jumped($0, to: "product-page", navisworks)
    },
    Situation("product-page", "that nobody has") { try jumped($0, to: "product-page", "5") },
    Situation("product-page", "that is gone") { try jumped($0, to: "product-page", "99") },
    Situation("product-page", "filtered, with chosen people") { language in
      try jumped(language, to: "product-page", collection) {
        try $0.press(.character(" "), .character("/"))
        try $0.type("o")
      }
    },
    Situation("product-page", "with letters that nobody has") { language in
      try jumped(language, to: "product-page", collection) {
        try $0.press(.character("/"))
        try $0.type("qqq")
      }
    },
    Situation("product-page", "with seats in every standing") { language in
      try jumped(language, to: "product-page", autocad) { wizard in
        let day = Fixtures.now.day - 3
        let id = ProductID(2)
        let seats: [(Standing, AssignmentSource, SeatProof?)] = [
          (.failed, .chosen, .usersExport), (.proven, .chosen, .usersExport),
          (.proven, .chosen, .usageReport), (.stated, .buyer, nil),
        ]
        for (place, seat) in seats.enumerated() {
          wizard.state.assignProducts.rows.window.rows[place].waits = false
          wizard.state.assignProducts.rows.window.rows[place].assignment = Assignment(
            user: UserID(1), product: id, standing: seat.0, source: seat.1, since: day,
            proof: seat.2)
        }
      }
    },
    Situation("seat-queue") { try jumped($0, to: "seat-queue", collection) },
    Situation("seat-queue", "with chosen people") { language in
      try jumped(language, to: "seat-queue", collection) {
        try $0.press(.character(" "), .character(" "), .character("-"))
      }
    },
    Situation("seat-queue", "with seats not known") {
      try jumped($0, to: "seat-queue", navisworks)
    },
    Situation("seat-queue", "with nobody planned") { try jumped($0, to: "seat-queue", maya) },
    Situation("seat-queue", "of a product that is gone") {
      try jumped($0, to: "seat-queue", "99")
    },
    Situation("unassign") { language in
      try jumped(language, to: "product-page", maya) { try $0.press(.character("r")) }
    },
    Situation("unassign", "of a product that is gone") { try jumped($0, to: "unassign", "99") },
    Situation("user-products") { try jumped($0, to: "user-products", "4") },
    Situation("user-products", "with no products") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("user-products", "4")
      return wizard.state
    },
  ]

  // MARK: Assign users

  private static let assigning = [
    Situation("assign-type") { language in
      try jumped(language, to: "assign-type", maya) { try $0.type("l") }
    },
    Situation("assign-type", "with letters that nobody has") { language in
      try jumped(language, to: "assign-type", maya) { try $0.type("qqq") }
    },
    Situation("assign-type", "with a new person") { language in
      try jumped(language, to: "assign-type", maya) {
        try $0.type("tekenkamer@example.com")
        try $0.press(.function(10))
        try $0.fill("first-name", "Tjitske")
        try $0.press(.tab, .tab)
      }
    },
    Situation("assign-type", "of a product that is gone") {
      try jumped($0, to: "assign-type", "99")
    },
    Situation("assign-pick") { language in
      try jumped(language, to: "assign-pick", maya) { try $0.press(.character(" ")) }
    },
    Situation("assign-pick", "filtered") { language in
      try jumped(language, to: "assign-pick", maya) {
        try $0.press(.character("/"))
        try $0.type("qqq")
      }
    },
    Situation("assign-pick", "with nobody in the list") { language in
      var wizard = try Rehearsal.organisation(language) { file throws(ChangeRefusal) in
        try Fixtures.fillEmptyOrganisation(file, language: language)
        _ = try file.apply(
          .assignProducts(.addProduct(ProductDetails(named: "Maya", seats: 4))), at: Fixtures.now)
      }
      try wizard.jump("assign-pick", "1")
      return wizard.state
    },
    Situation("assign-pick", "of a product that is gone") {
      try jumped($0, to: "assign-pick", "99")
    },
    Situation("assign-import") { try choosing($0, "assign-import", maya) },
    Situation("assign-import", "of a product that is gone") {
      try jumped($0, to: "assign-import", "99")
    },
    Situation("assign-review") { try reviewing($0, maya) },
    Situation("assign-review", "with more people than seats") { try reviewing($0, collection) },
    Situation("assign-review", "with nobody") { language in
      var state = try reviewing(language, maya)
      state.createUsers.review = state.createUsers.review.map { review in
        Review(
          source: .imported, path: review.path, batch: PeopleBatch(), comparison: BatchComparison())
      }
      _ = reduce(&state, .moment(state.moment))
      return state
    },
    Situation("assign-review", "on the doubtful rows") { language in
      var state = try reviewing(language, maya)
      state.memory.focus = "rows"
      return state
    },
    Situation("assign-list") { language in
      var state = try reviewing(language, maya)
      _ = Navigation.visit(Visit("assign-list"), &state)
      state.memory.focus = "products"
      return state
    },
    Situation("assign-list", "with no products") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("assign-list")
      return wizard.state
    },
    Situation("assign-review", "that is gone") { try jumped($0, to: "assign-review", maya) },
    Situation("assign-review", "of a product that is gone") {
      try jumped($0, to: "assign-review", "99")
    },
  ]

  private static func reviewing(_ language: String, _ product: String) throws -> State {
    try jumped(language, to: "assign-import", product) { wizard in
      let path = try TemporaryFile.write(
        """
        Voornaam;Achternaam;E-mail
        Anna;Jansen;a.jansen@example.com
        Harry;Potter;hpotter@example.com
        Teken;Kamer;tekenkamer@example.com
        IT;Support;it@example.com
        Anna;Jansen;A.Jansen@example.com

        """, as: "maya.csv")
      defer { TemporaryFile.remove(path) }
      try wizard.fill("path", path)
      try wizard.press(.enter)
      wizard.state.createUsers.review?.path = "/home/jan/Downloads/maya.csv"
      _ = reduce(&wizard.state, .moment(wizard.state.moment))
    }
  }

  // MARK: Carry out

  private static let seatHandOvers = [
    Situation("hand-over-seats") { try jumped($0, to: "hand-over-seats") },
    Situation("hand-over-seats", "with no products") { language in
      var wizard = try Rehearsal.small(language)
      try wizard.jump("hand-over-seats")
      return wizard.state
    },
    Situation("hand-over-seats", "with no seats left") { language in
      try jumped(language, to: "hand-over-seats") {
        for place in $0.state.summary.products.indices {
          $0.state.summary.products[place].details.seats = 0
        }
        _ = reduce(&$0.state, .moment($0.state.moment))
      }
    },
    Situation("hand-over-seats", "for a system administrator before the start") { language in
      try jumped(language, to: "hand-over-seats") {
        $0.state.summary.setup?.role = .systemAdministrator
        $0.state.moment = Moment(day: Fixtures.startDate - 3, minute: 600)
        _ = reduce(&$0.state, .moment($0.state.moment))
        try $0.press(.function(10))
      }
    },
    Situation("hand-over-seats", "without a start date") { language in
      try jumped(language, to: "hand-over-seats") {
        $0.state.summary.setup?.startDate = nil
        _ = reduce(&$0.state, .moment($0.state.moment))
        try $0.focus("early")
        try $0.press(.right)
      }
    },
    Situation("seat-hand-over") { try jumped($0, to: "seat-hand-over", "5") },
    Situation("seat-hand-over", "that does not fit any more") { language in
      try jumped(language, to: "seat-hand-over", "5") {
        let place = $0.state.summary.products.firstIndex { $0.details.name == "AutoCAD" } ?? 0
        $0.state.summary.products[place].counts.proven = 4
        _ = reduce(&$0.state, .moment($0.state.moment))
      }
    },
    Situation("seat-hand-over", "that is stated") { try jumped($0, to: "seat-hand-over", "4") },
    Situation("seat-hand-over", "of many files that did not go through") { language in
      try jumped(language, to: "seat-hand-over", "5") {
        let folder = "/home/jan/Downloads/overstap-hand-over-5"
        $0.state.summary.handOvers[0].stage = .withdrawn
        $0.state.summary.handOvers[0].files = (1...9).map { "\(folder)/02-assign-thing-\($0).csv" }
        _ = reduce(&$0.state, .moment($0.state.moment))
      }
    },
    Situation("seat-hand-over", "that is gone") { try jumped($0, to: "seat-hand-over", "77") },
  ]

  // MARK: Prove

  private static let proving =
    [
      Situation("prove-seats") { try choosing($0, "prove-seats") },
      Situation("seat-differences") { try comparing($0, "gone") },
      Situation("seat-differences", "decided by the portal") { language in
        var state = try comparing(language, "gone")
        state.assignProducts.review?.comparison.gone[0].followsPortal = true
        state.assignProducts.review?.comparison.extra[0].followsPortal = true
        state.assignProducts.review?.document.team = ""
        return state
      },
      Situation("review-evidence", "with seats") { language in
        var wizard = try products(language)
        try wizard.read(
          "first_name,last_name,email,team_alias,role,account_status,offering_name\n"
            + "Luna,Lovegood,llovegood@example.com,Brugman Ingenieurs - 4417,User,Active,Maya\n",
          as: "users.csv")
        return wizard.state
      },
      Situation("seat-differences", "with nothing gone") { language in
        var state = try comparing(language, "gone")
        state.assignProducts.review?.comparison.gone = []
        _ = reduce(&state, .moment(state.moment))
        return state
      },
      Situation("seat-differences", "with seats that are stated alone") { language in
        var state = try comparing(language, "gone")
        state.assignProducts.review?.comparison.gone[0].isStatedOnly = true
        state.assignProducts.review?.comparison.gone[1].isStatedOnly = true
        state.assignProducts.review?.comparison.gone[1].followsPortal = true
        _ = reduce(&state, .moment(state.moment))
        return state
      },
      Situation("seat-differences", "about to be taken over") { language in
        try comparing(language, "extra", focus: "take-over")
      },
      Situation("seat-differences", "that is gone") { try jumped($0, to: "seat-differences") },
      Situation("map-offering") { try jumped($0, to: "map-offering", "Design Something") },
      Situation("map-offering", "with no products") { language in
        var wizard = try Rehearsal.small(language)
        try wizard.jump("map-offering", "Design Something")
        return wizard.state
      },
    ]
    + ["proves", "extra", "unmatched", "strangers"].map { kind in
      Situation("seat-differences", "on the \(kind) ones") { try comparing($0, kind) }
    }

  private static func comparing(
    _ language: String, _ kind: String, focus: String = "rows"
  ) throws -> State {
    try jumped(language, to: "seat-differences") { wizard in
      func seat(_ place: Int, _ product: Int64, _ name: String) -> SeatComparison.Seat {
        SeatComparison.Seat(
          key: SeatKey(user: UserID(Int64(place + 1)), product: ProductID(product)),
          details: Fixtures.people[place], product: name)
      }
      var comparison = SeatComparison()
      comparison.proves = [SeatKey(user: UserID(1), product: ProductID(2))]
      comparison.confirms = [SeatKey(user: UserID(8), product: ProductID(3))]
      comparison.gone = [seat(1, 2, "AutoCAD"), seat(2, 2, "AutoCAD")]
      comparison.extra = [seat(9, 3, "Maya")]
      comparison.strangers = [
        SeatComparison.Stranger(address: "somebody@example.com", products: ["AutoCAD", "Maya"]),
        SeatComparison.Stranger(address: "another@example.com", products: ["Maya"]),
      ]
      comparison.strangers[0].followsPortal = true
      comparison.unmatched = [(offering: 1, seats: 3)]
      let document = Evidence(
        kind: .usersExport, file: "users.csv", day: Fixtures.now.day - 1,
        team: "Brugman Ingenieurs - 4417", isWhole: true, digest: "", rowCount: 14,
        personCount: 11)
      let evidence = SeatEvidence(offerings: ["AutoCAD", "Design Something"])
      try wizard.answer(
        .assignProducts(
          .seatReview(
            SeatReview(
              path: "/home/jan/Downloads/users.csv", document: document,
              evidence: evidence, comparison: comparison))))
      try wizard.focus("kind-\(kind)")
      try wizard.press(.enter)
      try wizard.focus(focus)
    }
  }
}
