import Glibc
import Testing

/// What a person would see, in a real terminal.
@Suite(
  "The program in a terminal", .enabled(if: Tmux.isInstalled), .serialized, .timeLimit(.minutes(2)))
struct CursesDeviceTests {
  /// Runs a story in a terminal of its own.
  private func story(
    _ command: String = "PROBE --report REPORT", width: Int = 80, height: Int = 24,
    _ body: (Tmux) async throws -> Void
  ) async throws {
    let tmux = try await Tmux(command, width: width, height: height)
    do {
      try await body(tmux)
    } catch {
      await tmux.end()
      throw error
    }
    await tmux.end()
  }

  @Test("Letters with accents and wide letters arrive, and the cursor stands behind them")
  func letters() async throws {
    try await story { tmux in
      try await tmux.waitForScreen("the form shows") { $0.contains("probe · 80x24") }
      try await tmux.waitForCursor(row: 3, column: 2)
      try await tmux.type("Zoë")
      try await tmux.waitForCursor(row: 3, column: 5)
      try await tmux.type("王x")
      try await tmux.waitForScreen("the text shows") { $0.contains("  Zoë王x\n") }
      try await tmux.waitForCursor(row: 3, column: 8)
      try await tmux.press("BSpace", "BSpace")
      try await tmux.waitForScreen("the wide letter goes whole") { $0.contains("  Zoë\n") }
      try await tmux.waitForCursor(row: 3, column: 5)
    }
  }

  @Test("Esc alone is Esc, and with a letter at once it is Alt")
  func escape() async throws {
    try await story { tmux in
      try await tmux.waitForReport("open 80x24")
      try await tmux.press("Escape")
      try await tmux.waitForReport("key(Canvas.Key.escape)")
      try await tmux.press("M-x")
      try await tmux.waitForReport(
        "key(Canvas.Key.escape)", #"key(Canvas.Key.alt("x"))"#)
    }
  }

  @Test("Keys without characters, and those that a shell would take, arrive as keys")
  func keys() async throws {
    try await story { tmux in
      try await tmux.waitForReport("open 80x24")
      try await tmux.press("Down", "BTab", "F1", "F10", "Home", "DC", "NPage", "Enter")
      try await tmux.press("C-s", "C-q", "C-l", "C-p", "C-Space", "C-Right")
      try await tmux.waitForReport(
        "key(Canvas.Key.down)", "key(Canvas.Key.backTab)", "key(Canvas.Key.function(1))",
        "key(Canvas.Key.function(10))", "key(Canvas.Key.home)", "key(Canvas.Key.delete)",
        "key(Canvas.Key.pageDown)", "key(Canvas.Key.enter)", #"key(Canvas.Key.control("s"))"#,
        #"key(Canvas.Key.control("q"))"#, #"key(Canvas.Key.control("l"))"#,
        #"key(Canvas.Key.control("p"))"#, #"key(Canvas.Key.control(" "))"#,
        "key(Canvas.Key.right)")
    }
  }

  @Test("A paste of several lines arrives in one piece and presses no key")
  func paste() async throws {
    try await story { tmux in
      try await tmux.waitForReport("open 80x24")
      try await tmux.type("a")
      try await tmux.paste("één\n\u{1B}[Atwee\tdrie\n")
      try await tmux.press("Down")
      try await tmux.waitForReport(
        #"key(Canvas.Key.character("a"))"#, #"paste("één\n[Atwee\tdrie\n")"#,
        "key(Canvas.Key.down)")
    }
  }

  @Test("What the terminal answers late, and a report of the mouse, press no key")
  func answers() async throws {
    try await story { tmux in
      try await tmux.waitForReport("open 80x24")
      try await tmux.type("a")
      for answer in [
        "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[M +&",
        "\u{1B}[<0;1;1m",
      ] {
        try await tmux.send(Array(answer.utf8))
      }
      try await tmux.type("b")
      try await tmux.press("Down")
      let between = try await tmux.waitForReport(
        from: #"key(Canvas.Key.character("a"))"#, to: "key(Canvas.Key.down)")
      let keys = between.split(separator: "\n").filter { $0 != "woken" }
      #expect(keys == [#"key(Canvas.Key.character("b"))"#])
    }
  }

  @Test("A long paste arrives whole")
  func longPaste() async throws {
    try await story { tmux in
      try await tmux.waitForReport("open 80x24")
      let lines = (1...3_000).map { "rij \($0), naam@example.com" }
      try await tmux.paste(lines.joined(separator: "\n"))
      let expected = "paste(\"" + lines.joined(separator: #"\n"#) + "\")"
      try await tmux.waitForReport(expected)
    }
  }

  @Test("The screen follows the size of the terminal, up and down")
  func resize() async throws {
    try await story { tmux in
      try await tmux.waitForScreen("the form shows") { $0.contains("probe · 80x24") }
      for (width, height) in [(60, 20), (100, 30), (12, 5), (1, 1), (132, 43)] {
        try await tmux.resize(width: width, height: height)
        try await tmux.waitForReport("resized(Canvas.Size(width: \(width), height: \(height)))")
      }
      try await tmux.waitForScreen("the form fills it") {
        $0.contains("probe · 132x43\n" + String(repeating: "─", count: 132) + "\n")
          && $0.contains("F1 hulp")
      }
    }
  }

  @Test("Many sizes at once end at the last one")
  func resizeBurst() async throws {
    try await story { tmux in
      try await tmux.waitForReport("open 80x24")
      for width in stride(from: 79, to: 50, by: -1) {
        try await tmux.resize(width: width, height: 24)
      }
      try await tmux.waitForScreen("the last size shows") { $0.contains("probe · 51x24") }
    }
  }

  @Test("Ctrl-Z gives the shell back, and fg the same screen")
  func suspend() async throws {
    try await story("PS1='shell> ' bash --norc --noprofile -i") { tmux in
      try await tmux.waitForScreen("the shell is there") { $0.contains("shell>") }
      try await tmux.type("PROBE --report REPORT")
      try await tmux.press("Enter")
      try await tmux.waitForScreen("the form shows") { $0.contains("probe · 80x24") }
      try await tmux.type("Zoë")
      try await tmux.waitForScreen("the text shows") { $0.contains("  Zoë\n") }
      try await tmux.press("C-z")
      try await tmux.waitForScreen("the shell is back") {
        $0.contains("Stopped") && !$0.contains("probe ·")
      }
      try await tmux.resize(width: 70, height: 20)
      try await tmux.type("fg")
      try await tmux.press("Enter")
      try await tmux.waitForReport(
        "suspended true", "resumed", "resized(Canvas.Size(width: 70, height: 20))")
      try await tmux.waitForScreen("the form is back") {
        $0.contains("probe · 70x20") && $0.contains("  Zoë\n")
      }
      try await tmux.waitForCursor(row: 3, column: 5)
      try await tmux.press("C-c")
      try await tmux.waitForScreen("the shell is back") {
        $0.contains("ended by key") && $0.contains("shell>")
      }
    }
  }

  @Test("A stop from outside and fg bring the screen back", arguments: [SIGTSTP, SIGSTOP])
  func stopFromOutside(_ signal: Int32) async throws {
    try await story("PS1='shell> ' bash --norc --noprofile -i") { tmux in
      try await tmux.waitForScreen("the shell is there") { $0.contains("shell>") }
      try await tmux.type("PROBE --report REPORT")
      try await tmux.press("Enter")
      try await tmux.waitForScreen("the form shows") { $0.contains("probe · 80x24") }
      try tmux.signal(signal)
      try await tmux.waitForScreen("the shell tells") { $0.contains("Stopped") }
      try await tmux.type("fg")
      try await tmux.press("Enter")
      try await tmux.waitForReport("resumed")
      try await tmux.waitForScreen("the form is back") {
        $0.hasPrefix(" probe · 80x24\n") && !$0.contains("Stopped")
      }
      try await tmux.type("x")
      try await tmux.waitForReport(#"key(Canvas.Key.character("x"))"#)
    }
  }

  @Test("Closing the window is told as a lost terminal, and nothing more is done to it")
  func lost() async throws {
    try await story { tmux in
      try await tmux.waitForReport("open 80x24")
      try await tmux.closeTerminal()
      try await tmux.waitForReport("lost", "end lost")
    }
  }

  @Test("A request to end is told, and the shell's screen comes back")
  func terminate() async throws {
    try await story("sh -c 'PROBE --report REPORT; cat'") { tmux in
      try await tmux.waitForReport("open 80x24")
      try tmux.signal(SIGTERM)
      try await tmux.waitForReport("terminate", "end terminate")
      try await tmux.waitForScreen("the words after it") { $0.hasPrefix("ended by terminate\n") }
    }
  }

  @Test("A crash gives the terminal back before the process dies")
  func crash() async throws {
    try await story(
      "sh -c 'SWIFT_BACKTRACE=enable=no PROBE --report REPORT; stty -a; cat'", width: 100
    ) { tmux in
      try await tmux.waitForReport("open 100x24")
      try await tmux.press("C-x")
      try await tmux.waitForScreen("the terminal's modes as before") {
        $0.contains(" icanon ") && $0.contains(" echo ") && !$0.contains("probe ·")
      }
    }
  }

  @Test("Without a shell to go back to, suspending is refused")
  func noShell() async throws {
    try await story("exec PROBE --report REPORT") { tmux in
      try await tmux.waitForReport("open 80x24")
      try await tmux.press("C-z")
      try await tmux.waitForReport("suspended false")
    }
  }

  @Test(
    "A terminal that cannot show frames is refused with a reason",
    arguments: [("dumb", "tooSimple"), ("''", "tooSimple"), ("no-such-thing", "unknownTerminal")])
  func refused(_ term: String, _ reason: String) async throws {
    try await story("sh -c 'TERM=\(term) PROBE; cat'") { tmux in
      try await tmux.waitForScreen("the reason") { $0.contains("refused: \(reason)") }
    }
    try await story("sh -c 'echo | PROBE; cat'") { tmux in
      try await tmux.waitForScreen("the reason") { $0.contains("refused: notATerminal") }
    }
  }

  @Test("In a C locale all that shows is ASCII")
  func ascii() async throws {
    try await story("LC_ALL=C PROBE --report REPORT") { tmux in
      try await tmux.waitForScreen("the form shows") { screen in
        screen.contains("probe . 80x24") && screen.contains("> rij 1  * Zoe Cosic")
          && screen.utf8.allSatisfy { $0 < 0x80 }
      }
      try await tmux.type("é")
      try await tmux.waitForScreen("an accent is left out") { $0.contains("  e\n") }
    }
  }

  @Test("Where the named locale is missing and its name says UTF-8, all letters show")
  func missingLocale() async throws {
    try await story("LC_ALL= LC_CTYPE= LANG=nl_NL.UTF-8 PROBE --report REPORT") { tmux in
      try await tmux.waitForScreen("the form shows") { $0.contains("● Zoë Ćosić") }
    }
  }

  @Test("Where no locale is installed at all and the name says UTF-8, all letters show too")
  func noLocale() async throws {
    let environment = "LOCPATH=/nonexistent LC_ALL= LC_CTYPE= LANG=nl_NL.UTF-8"
    try await story("\(environment) PROBE --report REPORT") { tmux in
      try await tmux.waitForScreen("the form shows") { $0.contains("● Zoë Ćosić") }
      try await tmux.type("ñ王")
      try await tmux.waitForScreen("what is typed shows") { $0.contains("ñ王") }
    }
  }

  @Test(
    "Whatever changes between two frames, the terminal shows the last one", arguments: [1, 900])
  func randomFrames(_ seed: Int) async throws {
    try await story("PROBE --report REPORT --frames \(seed)", width: 40, height: 10) { tmux in
      for number in 1...40 {
        let frame = try await tmux.waitForReport(from: "painted \(number)", to: "shown \(number)")
        try await tmux.waitForScreen("frame \(number) shows:\n\(frame)") { screen in
          screen.split(separator: "\n", omittingEmptySubsequences: false).map(\.trimmed).prefix(10)
            == frame.split(separator: "\n", omittingEmptySubsequences: false).prefix(10)
        }
        try await tmux.waitForCursor(
          row: (seed + number - 1) % 10, column: (seed + number - 1) * 7 % 40)
        try await tmux.press("Tab")
      }
    }
  }

}

extension Substring {
  /// Without the blanks at its end.
  fileprivate var trimmed: Substring {
    self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)]
  }
}
