import Migration

extension Flow {
  /// Step 2: its screens, and where they lead. A new screen is one line here.
  static let assignProducts: [Entry] = [
    Entry(
      Briefing(.assignProducts), "2", step: .assignProducts, behind: "overview",
      [
        "close": "close-step", "prepare": "by-product", "carry-out": "hand-over-seats",
        "prove": "prove-seats",
      ]),
    Entry(
      ByProduct(), "2.1", step: .assignProducts, behind: "assign-products",
      [
        "open": "product-page", "new": "product-form", "edit": "product-form",
        "file": "products-file", "hand-over": "hand-over-seats", "without": "without-product",
      ]),
    Entry(
      ProductPage(), "2.2", step: .assignProducts, behind: "by-product", isGoal: false,
      usesRows: true,
      [
        "assign": "assign-type", "unassign": "unassign", "queue": "seat-queue",
        "edit": "product-form", "user": "user-products",
      ]),
    Entry(ProductForm(), "2.3", step: .assignProducts, behind: "by-product"),
    Entry(
      AssignType(), "2.4", step: .assignProducts, behind: "product-page", isGoal: false,
      usesRows: true,
      ["pick": "assign-pick", "import": "assign-import"]),
    Entry(
      AssignPick(), "2.5", step: .assignProducts, behind: "product-page", isGoal: false,
      usesRows: true,
      ["type": "assign-type", "import": "assign-import"]),
    Entry(
      AssignImport(), "2.6", step: .assignProducts, behind: "product-page", isGoal: false,
      ["type": "assign-type", "pick": "assign-pick", "review": "assign-review"]),
    Entry(
      AssignReview(), "2.7", step: .assignProducts, behind: "product-page", isKept: false,
      ["done": "product-page", "row": "review-row", "read": "read-list"]),
    Entry(
      SeatQueue(), "2.8", step: .assignProducts, behind: "product-page", isGoal: false,
      ["user": "user-products"]),
    Entry(Unassign(), "2.9", step: .assignProducts, behind: "product-page", isKept: false),
    Entry(
      UserProducts(), "2.10", step: .assignProducts, behind: "user-page", isGoal: false,
      ["unassign": "unassign"]),
    Entry(
      WithoutProduct(), "2.11", step: .assignProducts, behind: "by-product", usesRows: true,
      ["user": "user-products"]),
    Entry(
      ProductsFile(), "2.12", step: .assignProducts, behind: "by-product",
      ["review": "review-products"]),
    Entry(
      ReviewProducts(), "2.13", step: .assignProducts, behind: "by-product", isKept: false,
      ["done": "by-product", "map": "map-offering"]),
    Entry(
      HandOverSeats(), "2.14", step: .assignProducts, behind: "assign-products",
      ["open": "seat-hand-over", "products": "by-product"]),
    Entry(SeatHandOver(), "2.15", step: .assignProducts, behind: "hand-over-seats", isGoal: false),
    Entry(
      ProveSeats(), "2.16", step: .assignProducts, behind: "assign-products",
      [
        "evidence": "review-evidence", "review": "review-users", "products": "review-products",
        "glance": "by-product",
      ]),
    Entry(
      SeatDifferences(), "2.17", step: .assignProducts, behind: "prove-seats", isKept: false,
      ["map": "map-offering", "done": "prove-users", "products": "by-product"]),
    Entry(MapOffering(), "2.18", step: .assignProducts, behind: "seat-differences", isKept: false),
    Entry(
      AssignList(), "2.19", step: .assignProducts, behind: "review-users", isKept: false,
      ["review": "assign-review"]),
  ]
}
