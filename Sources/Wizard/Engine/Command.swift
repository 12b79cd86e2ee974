import Canvas

/// A command as data: the footer, the help, the go-to list, the README and the tests come from here.
package struct Command: Sendable {
  /// What a command is; its words are `labels.<name>` and `help.<name>` of `keys`.
  package enum ID: Hashable, Sendable {
    // On pages that offer them.
    case open, new, edit, remove, handOver, more, copy
    case takeOver, leaveOut, takeOverLike, leaveOutLike, group, report
    // Everywhere.
    case next, undo, redo, addFile, goTo, help, mask, language, journal, redraw, suspend, back
    case leave
    /// One that lists have.
    case list(ListCommand)
    /// One of step 1.
    case createUsers(CreateUsersCommand)
    /// One of step 2.
    case assignProducts(AssignProductsCommand)
    /// One of step 5.
    case retireServers(RetireServersCommand)

    /// Chooses a row.
    package static let choose = ID.list(.choose)
    /// Chooses all rows.
    package static let chooseAll = ID.list(.chooseAll)
    /// Narrows a list by letters.
    package static let filter = ID.list(.filter)
    /// Narrows a list to a part.
    package static let narrow = ID.list(.narrow)
    /// Orders a list by its next column.
    package static let sort = ID.list(.sort)
    /// Turns the order of a list round.
    package static let turnOrder = ID.list(.turnOrder)

    /// What it is called in the keys of words.
    package var name: String {
      switch self {
      case .open: "open"
      case .new: "new"
      case .edit: "edit"
      case .remove: "remove"
      case .handOver: "hand-over"
      case .more: "more"
      case .copy: "copy"
      case .takeOver: "take-over"
      case .leaveOut: "leave-out"
      case .takeOverLike: "take-over-like"
      case .leaveOutLike: "leave-out-like"
      case .group: "group"
      case .report: "report"
      case .next: "next"
      case .undo: "undo"
      case .redo: "redo"
      case .addFile: "add-file"
      case .goTo: "go-to"
      case .help: "help"
      case .mask: "mask"
      case .language: "language"
      case .journal: "journal"
      case .redraw: "redraw"
      case .suspend: "suspend"
      case .back: "back"
      case .leave: "leave"
      case .list(let command): command.rawValue
      case .createUsers(let command): command.rawValue
      case .assignProducts(let command): command.rawValue
      case .retireServers(let command): command.rawValue
      }
    }
  }

  /// Where a command can be given.
  package enum Scope: Sendable {
    /// On every screen.
    case everywhere
    /// On screens that offer it.
    case offered
  }

  /// What it is called.
  package let id: ID
  /// The keys that give it, the one that the footer names first. None: through the go-to list.
  package let keys: [Key]
  /// Where it can be given.
  package let scope: Scope
  /// Whether it is there to change the migration, wherever it is offered.
  package let writes: Bool

  /// All commands, in the order of the help.
  package static let all: [Command] =
    [
      Command(.open, [.enter]),
      Command(.new, [.character("n"), .insert]),
      Command(.edit, [.character("e"), .function(4)]),
      Command(.remove, [.character("d"), .delete]),
      Command(.handOver, [.character("o"), .function(9)]),
    ]
    + ListCommand.allCases.map(\.command)
    + [
      Command(.more, [.function(5), .control("o")]),
      Command(.copy, [.character("c")]),
      Command(.takeOver, [.character("t")]),
      Command(.leaveOut, [.character("w")]),
      Command(.takeOverLike, [.character("T")]),
      Command(.leaveOutLike, [.character("W")]),
      Command(.group, [.character("g")], writes: true),
      Command(.report, [.character("R")]),
    ]
    + CreateUsersCommand.allCases.map(\.command)
    + AssignProductsCommand.allCases.map(\.command)
    + RetireServersCommand.allCases.map(\.command)
    + [
      Command(.next, [.function(10), .control("g")], .everywhere),
      Command(.undo, [.character("u"), .control("z")], .everywhere),
      Command(.redo, [.character("U"), .control("y")], .everywhere),
      Command(.addFile, [.character("b"), .function(3)], .everywhere),
      Command(.goTo, [.control("p"), .character(":")], .everywhere),
      Command(.help, [.character("?"), .function(1)], .everywhere),
      Command(.mask, [.character("m"), .function(6)], .everywhere),
      Command(.language, [.character("l"), .function(7)], .everywhere),
      Command(.journal, [.character("J")], .everywhere),
      Command(.redraw, [.control("l")], .everywhere),
      Command(.suspend, [], .everywhere),
      Command(.back, [.escape, .function(8)], .everywhere),
      Command(.leave, [.control("c"), .character("q")], .everywhere),
    ]

  /// The command with an id.
  package static func with(_ id: ID) -> Command? { all.first { $0.id == id } }

  /// The command that a key gives; `typed` where letters go into a field.
  static func forKey(_ key: Key, whileTyping typed: Bool) -> Command? {
    if typed, case .character = key { return nil }
    if typed, key == .delete || key == .insert || key == .control("a") { return nil }
    return all.first { $0.keys.contains(key) }
  }

  /// The key that the footer names, given whether letters go into a field.
  package func key(whileTyping typed: Bool) -> Key? {
    keys.first { Command.forKey($0, whileTyping: typed)?.id == id }
  }

  /// Makes one that is given on screens that offer it, unless something else is said.
  init(_ id: ID, _ keys: [Key], _ scope: Scope = .offered, writes: Bool = false) {
    self.id = id
    self.keys = keys
    self.scope = scope
    self.writes = writes
  }
}

extension Key {
  /// What the key is called on a keyboard; the words of `common` name Space in each language.
  package func caption(_ words: Words) -> String {
    switch self {
    case .character(" "): words.common("values.key-space")
    case .character(let scalar): String(Character(scalar))
    case .control(let scalar): "Ctrl-\(String(Character(scalar)).uppercased())"
    case .alt(let scalar): "Alt-\(String(Character(scalar)))"
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    }
  }
}
