import Migration
import Widgets

extension ListPage<Product> {
  /// The products, of which one is picked; `cells` stand behind the name.
  static func products(
    letters: ListLetters = .none, width: Int = 26, share: Int = 1,
    marked: (@Sendable (State) -> Set<Int64>)? = nil,
    columns: @escaping @Sendable (Scene) -> [Table.Column] = { _ in [] },
    cells: @escaping @Sendable (Product, Scene) -> [Table.Item] = { _, _ in [] },
    empty: @escaping @Sendable (Scene) -> String = { $0.words("notes.none") }
  ) -> ListPage {
    ListPage(
      table: "products", source: .here { $0.summary.products },
      columns: { scene in
        [Table.Column(scene.words("columns.product"), width: width, share: share)] + columns(scene)
      }, key: { $0.id.number },
      cells: { product, _, scene in [.plain(product.details.name)] + cells(product, scene) },
      letters: letters, text: { $0.details.name }, marked: marked, empty: empty)
  }
}
