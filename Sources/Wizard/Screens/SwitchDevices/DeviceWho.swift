import Migration

/// What comes into the next hand-over of step 3.
enum DeviceWho: Equatable {
  /// All that can go over and is in none yet.
  case new
  /// The computers chosen in their table, whatever became of them before.
  case chosen(Set<Int64>)
  /// What failed, or brought no answer.
  case again
  /// The computers of a group, as far as they are in none yet.
  case group(String)

  /// What it is called.
  func text(_ words: Words, _ devices: DevicesSummary) -> String {
    switch self {
    case .new: words("values.all")
    case .chosen(let computers): words("counts.chosen", count: computers.count)
    case .again: words("counts.again", count: devices.again)
    case .group(let name): name
    }
  }

  /// What it means.
  func scope(lockedOut: Bool) -> SwitchScope {
    switch self {
    case .new: SwitchScope(.new, lockedOut: lockedOut)
    case .chosen(let computers):
      SwitchScope(
        .left, computers: computers.sorted().map { ComputerID($0) }, lockedOut: lockedOut)
    case .again: SwitchScope(.again, lockedOut: lockedOut)
    case .group(let name): SwitchScope(.new, group: name, lockedOut: lockedOut)
    }
  }
}

extension HandOverDevices {
  /// What it remembers of what comes into the next one.
  struct Note: PageNote {
    /// Whether it is the computers chosen in their table.
    var isOfChosen = false
    /// Whether it is what failed or brought no answer.
    var isAgain = false
    /// The group's name; empty for none.
    var group = ""

    var isDraft: Bool { isAgain || !group.isEmpty }

    /// Which computers are chosen in the table is not kept.
    var kept: [(name: String, text: String)] {
      (isAgain ? [("again", "")] : []) + (group.isEmpty ? [] : [("group", group)])
    }

    mutating func restore(_ name: String, _ text: String) -> Bool {
      switch name {
      case "note.again": isAgain = true
      case "note.group": group = text
      default: return false
      }
      return true
    }
  }

  var notes: [any PageNote.Type] { [Note.self] }

  /// What can be chosen.
  static func options(_ state: State) -> [DeviceWho] {
    let chosen = Computers.chosen(state)
    let devices = state.summary.devices
    return [.new]
      + (chosen.isEmpty ? [] : [.chosen(chosen)])
      + (devices.again > 0 ? [.again] : [])
      + devices.groups.map { .group($0.name) }
  }

  /// What is chosen; a group that is gone may be. A group is kept by its name, since its place moves with
  /// the others.
  static func who(_ state: State) -> DeviceWho {
    let note = Self().memory(state)[Note.self]
    let selection = options(state).first { if case .chosen = $0 { true } else { false } }
    if note.isOfChosen, let selection { return selection }
    if note.isAgain { return .again }
    return note.group.isEmpty ? .new : .group(note.group)
  }

  /// Chooses the next group, where one is done.
  static func chooseNext(_ state: inout State) {
    guard let next = state.summary.devices.nextGroup else { return }
    choose(next.name.isEmpty ? .new : .group(next.name), &state)
  }

  /// Remembers what is chosen, wherever that was done.
  static func choose(_ who: DeviceWho, _ state: inout State) {
    var note = Note()
    switch who {
    case .new: break
    case .chosen: note.isOfChosen = true
    case .again: note.isAgain = true
    case .group(let name): note.group = name
    }
    Self().remember(&state) { $0[Note.self] = note }
  }
}
