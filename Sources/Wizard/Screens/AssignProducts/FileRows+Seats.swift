import Migration

extension FileRows<SeatRow> {
  /// The columns that order users beside a product.
  static let seatOrders: [UserColumn] = [.name, .address]

  /// Users beside the product that a page is about, in a table with this id: the product's own, or all
  /// to choose from.
  static func seats(in table: String, isOwn: Bool) -> FileRows {
    FileRows(
      \State.migration.assignProducts.rows,
      question: { state in
        let product = SeatText.product(state)?.id ?? ProductID(0)
        let rows = state.memory.rows(table)
        return SeatRowsQuery(
          product: product,
          users: UserQuery(
            filter: state.memory.text("filter"),
            order: seatOrders.indices.contains(rows.column) ? seatOrders[rows.column] : .name,
            isDescending: rows.isDescending,
            group: isOwn ? nil : GroupChoice.name(state.memory, state.summary),
            seats: isOwn ? .of(product) : nil))
      },
      read: { .assignProducts(.readSeats($0.product, $0.users, $1)) },
      readNumbers: { .createUsers(.readUserIDs($0.users)) },
      numbers: { answer, query in
        guard case .createUsers(.userIDs(query.users, let ids)) = answer else { return nil }
        return ids
      })
  }

  /// The planned seats of the product that a page is about, in the order in which they are given.
  static let queue = FileRows(
    \State.migration.assignProducts.queue,
    question: { state in
      QueueQuery(
        SeatText.product(state)?.id ?? ProductID(0), filter: state.memory.text("filter"))
    },
    read: { .assignProducts(.readQueue($0, $1)) },
    readNumbers: { .assignProducts(.readQueueIDs($0)) },
    numbers: { answer, query in
      guard case .assignProducts(.queueIDs(query, let ids)) = answer else { return nil }
      return ids.map(\.number)
    })
}
