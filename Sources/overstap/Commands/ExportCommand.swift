import ArgumentParser
import Documents
import Migration
import SessionFile

/// `overstap export`: the files for the portal, without a hand-over being kept.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the files for the portal: people and seats that are in no hand-over yet.",
    discussion: """
      Nothing is kept in the session: a hand-over is made in the wizard. Files of an earlier export \
      in the folder are replaced.
      """)

  @Argument(help: "The session's file.")
  var session: String

  @Argument(help: "The folder for the files; it is made where there is none.")
  var folder: String

  /// Takes away what a longer list left here: it would be uploaded with the shorter one.
  private func removeOlder(in folder: String, than written: [String]) throws(FileFailure) {
    for name in FileAccess.names(in: folder) {
      // What was being written when an earlier export was broken off is in the way as well.
      let whole = FileAccess.wholePath(name)
      if InviteFile.isName(whole) || SeatHandOverWriter.isName(whole), !written.contains(name) {
        try FileAccess.remove("\(folder)/\(name)")
      }
    }
  }

  /// Says so where the seats may not be there yet; nothing is kept, so that nothing is asked.
  private func warn(_ gate: Gate) {
    guard gate.reason == .beforeStart, let from = gate.from else { return }
    Output.problem("before-start", ["day": from.iso])
  }

  func run() throws {
    let target = AdminPath.system(folder)
    let (people, seats, gate) = try CommandSession.read(AdminPath.system(session)) { file in
      var people: [UserDetails] = []
      let summary = try file.summary()
      let gate = summary.gate(of: .assignProducts, today: WallClock.moment().day)
      guard summary.setup?.directory != .sync else {
        Output.problem("nobody-to-invite")
        return (people, try file.handableSeats(group: nil), gate)
      }
      try file.forEachUser(UserQuery(onlyNotHandedOver: true)) {
        people.append($0.details)
        return true
      }
      return (people, try file.handableSeats(group: nil), gate)
    }
    if !seats.isEmpty { warn(gate) }
    do {
      try FileAccess.makeFolder(target)
      let outputs = try InviteFile.files(people) + SeatHandOverWriter.files(seats)
      for output in outputs {
        try FileAccess.write(output.bytes, to: "\(target)/\(output.name)")
        Output.line(PrintedText.clean("\(target)/\(output.name)"))
      }
      if outputs.isEmpty { Output.problem("nothing-to-export") }
      try removeOlder(in: target, than: outputs.map(\.name))
    } catch let failure as FileFailure {
      Output.screenProblem("not-written", ["path": failure.path, "reason": failure.words])
      throw ExitStatus.cannotWrite.code
    } catch {
      Output.problem("not-exported", ["reason": String(describing: error)])
      throw ExitStatus.badData.code
    }
  }
}
