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
  /// What it remembers of who comes into the next one.
  struct Note: PageNote {
    /// Whether it is the people chosen in the user table.
    var isOfChosen = false
    /// The group's name; empty for none.
    var group = ""

    var isDraft: Bool { !group.isEmpty }

    /// Who is chosen in the user table is not kept.
    var kept: [(name: String, text: String)] { group.isEmpty ? [] : [("group", group)] }

    mutating func restore(_ name: String, _ text: String) -> Bool {
      switch name {
      case "note.group": group = text
      // An older program's, behind the cursor.
      case "input.group-name": group = String(text.drop { $0 != ":" }.dropFirst())
      case "choice.selection": break
      default: return false
      }
      return true
    }
  }

  var notes: [any PageNote.Type] { [Note.self] }

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
    let note = Self().memory(state)[Note.self]
    let selection = options(state).first { if case .chosen = $0 { true } else { false } }
    if note.isOfChosen, let selection { return selection }
    return note.group.isEmpty ? .everyone : .group(note.group)
  }

  /// Remembers who is chosen, wherever that was done.
  static func choose(_ who: HandOverWho, _ state: inout State) {
    var note = Note()
    switch who {
    case .everyone: break
    case .chosen: note.isOfChosen = true
    case .group(let name): note.group = name
    }
    Self().remember(&state) { $0[Note.self] = note }
  }

  /// The folder that was typed for hand-overs; empty where none was.
  static func folder(_ state: State) -> String { Self().memory(state).text("folder") }
}
