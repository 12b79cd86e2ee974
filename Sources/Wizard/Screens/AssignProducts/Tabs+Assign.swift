import Migration
import Widgets

extension Tabs {
  /// The three tabs of *Assign users*.
  static let assign = Tabs(names: ["type", "pick", "import"], words: "seats")

  /// The tabs, and below them the product that they are about.
  static func assign(_ present: String, _ product: Product, _ scene: Scene) -> [any Widget] {
    [
      assign.row(present, scene),
      Heading(product.details.name, remark: SeatText.available(product, scene)),
    ]
  }
}
