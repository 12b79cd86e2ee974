import Migration

/// Who comes into the next hand-over.
enum HandOverWho: Equatable {
  /// All who are in none yet.
  case everyone
  /// The people chosen in the user table, as far as they are in none yet.
  case chosen(Set<Int64>)
  /// The people of a group who are in none yet.
  case group(String)

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

  /// Those whom it means.
  func users(_ summary: Summary) -> UserChoice {
    switch self {
    case .everyone: .all(UserQuery(onlyNotHandedOver: true), count: summary.usersNotHandedOver)
    case .chosen(let users): .these(users.sorted().map { UserID($0) })
    case .group(let name):
      .all(
        UserQuery(group: name, onlyNotHandedOver: true),
        count: summary.groups.first { $0.name == name }?.count ?? 0)
    }
  }
}

extension HandOverUsers {
  /// Who can be chosen.
  static func options(_ state: State) -> [HandOverWho] {
    let chosen = UserTable.chosen(state)
    return [.everyone]
      + (chosen.isEmpty ? [] : [.chosen(chosen)])
      + state.summary.groups.map { .group($0.name) }
  }

  /// Who is chosen; a group that is gone may be. A group is kept by its name, since its place moves
  /// with the others.
  static func who(_ state: State) -> HandOverWho {
    let memory = Self().memory(state)
    let selection = options(state).first { if case .chosen = $0 { true } else { false } }
    if memory.choices["selection"] == 1, let selection { return selection }
    let group = memory.text("group-name")
    return group.isEmpty ? .everyone : .group(group)
  }

  /// Remembers who is chosen, wherever that was done.
  static func choose(_ who: HandOverWho, _ state: inout State) {
    Self().remember(&state) { memory in
      memory.choices["selection"] = nil
      memory.setText("group-name", "")
      switch who {
      case .everyone: break
      case .chosen: memory.choices["selection"] = 1
      case .group(let name): memory.setText("group-name", name)
      }
    }
  }

  /// The folder that was typed for hand-overs; empty where none was.
  static func folder(_ state: State) -> String { Self().memory(state).text("folder") }
}
