import Migration

/// Who comes into the next hand-over.
enum HandOverWho: Equatable {
  /// All who are in none yet.
  case everyone
  /// The people chosen in the user table, as far as they are in none yet.
  case chosen([UserID])
  /// The people of a group who are in none yet.
  case group(String)

  /// More groups than this are left out; their people can be chosen in the table.
  private static let mostGroups = 8

  /// What can be chosen.
  static func options(_ state: State) -> [HandOverWho] {
    let chosen = (state.memories["user-table"] ?? Memory()).rows("users").chosen
    return [.everyone]
      + (chosen.isEmpty ? [] : [.chosen(chosen.sorted().map { UserID($0) })])
      + state.summary.groups.prefix(mostGroups).map { .group($0.name) }
  }

  /// What is chosen.
  static func chosen(_ state: State, _ memory: Memory) -> HandOverWho {
    let options = options(state)
    let place = memory.choices["who"] ?? 0
    return options.indices.contains(place) ? options[place] : .everyone
  }

  /// What it is called.
  func text(_ words: Words) -> String {
    switch self {
    case .everyone: words("values.all")
    case .chosen(let users): words("counts.chosen", count: users.count)
    case .group(let name): name
    }
  }

  /// How many people it is; nil where only the file can tell.
  func count(_ summary: Summary) -> Int? {
    self == .everyone ? summary.usersNotHandedOver : nil
  }

  /// The order that writes it.
  func order(folder: String) -> HandOverOrder {
    switch self {
    case .everyone:
      HandOverOrder(
        step: .createUsers, query: UserQuery(onlyNotHandedOver: true), folder: folder)
    case .chosen(let users):
      HandOverOrder(step: .createUsers, users: users, query: UserQuery(), folder: folder)
    case .group(let name):
      HandOverOrder(
        step: .createUsers, query: UserQuery(group: name, onlyNotHandedOver: true),
        folder: folder)
    }
  }
}
