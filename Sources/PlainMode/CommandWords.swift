import Canvas
import Wizard

/// The commands as they are typed in a line: by a letter, by the name of a key, or by their word.
struct CommandWords {
  private let words: Words

  /// The commands in the language of these words.
  init(_ words: Words) { self.words = words }

  /// Letters of plain mode's own: Escape and Space cannot be typed in a line. Each is a letter that
  /// no other command has, but for that of back, which adding a file makes room for.
  private static let letters: [(letter: Unicode.Scalar, command: Command.ID)] = [
    ("b", .back), ("f", .addFile), ("j", .choose),
  ]

  /// Signs that give further and earlier rows when they stand alone.
  private static let rows: Set<Unicode.Scalar> = ["+", "-"]

  /// Commands that have no use between lines: a number opens, and the terminal itself suspends.
  private static let unused: Set<Command.ID> = [.open, .suspend]

  /// The command that a word or letter gives; nil when it gives none.
  func command(for typed: String) -> Command? {
    let scalars = typed.unicodeScalars
    if scalars.count == 1, let letter = scalars.first {
      if let own = Self.letters.first(where: { $0.letter == letter }) {
        return Command.with(own.command)
      }
      if let found = usable.first(where: { $0.keys.contains(.character(letter)) }) { return found }
    }
    let wanted = typed.lowercased()
    return usable.first { command in
      command.keys.contains { $0.caption(words).lowercased() == wanted }
        || label(command).lowercased() == wanted
    }
  }

  /// Every command with what to type and what it does.
  var list: [String] {
    usable.map { command in
      "\(call(command)): \(words.of("keys")("help.\(command.id.name)"))"
    }
  }

  private var usable: [Command] { Command.all.filter { !Self.unused.contains($0.id) } }

  /// What a command is called.
  private func label(_ command: Command) -> String {
    words.of("keys")("labels.\(command.id.name)")
  }

  /// The letter of a command and its word, since a lone letter is easily misheard.
  private func call(_ command: Command) -> String {
    let own = Self.letters.first { $0.command == command.id }.map { String(Character($0.letter)) }
    let letter = command.keys.lazy.compactMap { key -> String? in
      guard case .character(let scalar) = key, scalar != " ", !Self.rows.contains(scalar) else {
        return nil
      }
      return String(Character(scalar))
    }.first
    return [own ?? letter, label(command)].compactMap { $0 }.joined(separator: ", ")
  }
}
