import Canvas

/// What a person does in the wizard again and again.
extension TmuxDriver {
  /// Starts the wizard on the test's session file.
  static func openMigration(
    _ options: String..., in place: Workplace, size: Size = Size(width: 80, height: 24),
    terminal: String = "tmux-256color"
  ) async throws -> TmuxDriver {
    try await start(options + [Workplace.session], in: place, size: size, terminal: terminal)
  }

  /// Starts a shell with prompt and job control, and in it the wizard on the test's session file.
  static func openMigrationInShell(in place: Workplace) async throws -> TmuxDriver {
    let shell = try await start(
      ["--norc", "--noprofile", "-i"], program: "/bin/bash", in: place)
    try await shell.see("a prompt") { !$0.beforeCursor.isEmpty }
    try await shell.type("PS1='ready: '")
    try await shell.press(.enter)
    try await shell.seeCursor(behind: "ready: ")
    try await shell.type("\(try Workplace.program()) \(Workplace.session)")
    try await shell.press(.enter)
    return shell
  }

  /// Goes to a screen by its number, as two people on the telephone do.
  func go(to number: String) async throws {
    try await press(.control("p"))
    try await see("screen 0.4")
    try await type(" \(number)")
    try await see("screen \(number) below the field") { screen in
      screen.rows.indices.contains(screen.row + 1)
        && screen.rows[screen.row + 1].contains("screen \(number) ")
    }
    try await press(.down)
    try await see("the focus on the line") { !$0.cursorRow.contains("[") }
    try await press(.enter)
    try await seeScreen(number)
  }

  /// Waits for the screen with a number, which stands in the first row.
  @discardableResult
  func seeScreen(_ number: String) async throws -> Screen {
    try await see("screen \(number)") { screen in
      (screen.rows.first ?? "").split(separator: " ").contains { $0 == number }
    }
  }

  /// Leaves by asking twice, and gives the screen that is left.
  @discardableResult
  func leave() async throws -> Screen {
    try await press(.control("c"))
    try await seeScreen("0.9")
    try await press(.control("c"))
    return try await seeEnd()
  }
}
