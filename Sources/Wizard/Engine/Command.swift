import Canvas

/// A command as data: the footer, the help, the go-to list, the README and the tests come from here.
package struct Command: Sendable {
  /// What a command is called; its words are `labels.<id>` and `help.<id>` of `keys`.
  package enum ID: String, CaseIterable, Sendable {
    case open, choose, chooseAll = "choose-all", next, back, filter
    case new, edit, remove, group, invite, handOver = "hand-over"
    case sort, turnOrder = "turn-order", more, copy, takeOver = "take-over", leaveOut = "leave-out"
    case undo, redo, addFile = "add-file", goTo = "go-to", help, mask, language, redraw, suspend
    case leave, journal
    // The review of a list.
    case seats, columns, takeOverLike = "take-over-like", leaveOutLike = "leave-out-like"
    // Step 2.
    case earlier, later, planAgain = "plan-again", unassign
    // Step 5: licence servers.
    case couple, propose, setAside = "set-aside", narrow
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

  /// All commands, in the order of the help.
  package static let all: [Command] = [
    Command(.open, [.enter], .offered),
    Command(.choose, [.character(" ")], .offered),
    Command(.chooseAll, [.character("a"), .control("a")], .offered),
    Command(.new, [.character("n"), .insert], .offered),
    Command(.edit, [.character("e"), .function(4)], .offered),
    Command(.remove, [.character("d"), .delete], .offered),
    Command(.group, [.character("g")], .offered),
    Command(.invite, [.character("i")], .offered),
    Command(.handOver, [.character("o"), .function(9)], .offered),
    Command(.filter, [.character("/"), .control("f")], .offered),
    Command(.sort, [.character("s")], .offered),
    Command(.turnOrder, [.character("S")], .offered),
    Command(.more, [.function(5), .control("o")], .offered),
    Command(.copy, [.character("c")], .offered),
    Command(.takeOver, [.character("t")], .offered),
    Command(.leaveOut, [.character("w")], .offered),
    Command(.takeOverLike, [.character("T")], .offered),
    Command(.leaveOutLike, [.character("W")], .offered),
    Command(.columns, [.character("h")], .offered),
    Command(.seats, [.character("y")], .offered),
    Command(.earlier, [.character("+")], .offered),
    Command(.later, [.character("-")], .offered),
    Command(.couple, [.character("k")], .offered),
    Command(.propose, [.character("v")], .offered),
    Command(.setAside, [.character("x")], .offered),
    Command(.narrow, [.character("z")], .offered),
    Command(.unassign, [.character("r")], .offered),
    Command(.planAgain, [.character("p")], .offered),
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

  private init(_ id: ID, _ keys: [Key], _ scope: Scope) {
    self.id = id
    self.keys = keys
    self.scope = scope
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
