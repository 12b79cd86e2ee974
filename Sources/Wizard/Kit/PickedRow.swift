import Migration

/// Choosing one of several rows, by letters that only one has or by going to it.
///
/// Nothing chosen is nobody: a row is never meant because it happens to be the first.
enum PickedRow {
  /// The place of the row that is meant, of so many that the letters leave; nil while none is.
  static func place(in table: String, lettersIn field: String? = nil, of total: Int, _ state: State)
    -> Int?
  {
    if let place = state.memory.meant(table), place < total { return place }
    let isNarrowed = field.map { !state.memory.text($0).isEmpty } ?? false
    return isNarrowed && total == 1 ? 0 : nil
  }

  /// Says that nobody is chosen yet. The focus goes to the rows, or to the field for their letters
  /// while that is empty, so that another Enter chooses nobody either.
  static func ask(
    in table: String, lettersIn field: String? = nil, _ state: inout State
  ) -> [Effect] {
    let isUntyped = field.map { state.memory.text($0).isEmpty } ?? false
    state.notice = Notice(.problem, isUntyped ? "type-letters" : "nothing-chosen")
    return Focus.move(to: isUntyped ? field ?? table : table, &state) + [.bell]
  }
}
