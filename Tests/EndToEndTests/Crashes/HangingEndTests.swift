import Testing

extension EndToEnd {
  @Suite(
    "A wizard that waits without end",
    .enabled(if: Machine.canTrace, Comment(rawValue: Machine.needsTrace)))
  struct HangingEndTests {
    @Test("for a reader of its lines is ended by SIGTERM all the same")
    func plain() async throws {
      let place = try Workplace()
      try place.makeMigration()
      // Nobody reads the pipe, so that it is full in a moment; what call the program is in, the
      // system tells: 1 is write on this machine's processors of one kind, 64 on those of another.
      let script = """
        mkfifo in out
        exec 3<>out
        yes '' > in 2> problem &
        "$0" --plain "$1" < in > out 2> problem &
        program=$!
        call=none
        while [ "$call" != 1 ] && [ "$call" != 64 ]; do
          read -r call rest < "/proc/$program/syscall" || exit 2
        done
        kill -TERM "$program"
        wait "$program"
        echo $?
        """
      let outcome = try await place.run(
        "/bin/sh", ["-c", script, Workplace.program(), Workplace.session])
      #expect(outcome.lines.last == "143")
      // The file is whole, and nobody holds it.
      try place.write(People.list(1), to: "people.csv")
      #expect(try await place.overstap("add", Workplace.session, "people.csv").status == 0)
    }
  }
}
