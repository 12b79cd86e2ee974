import ArgumentParser
import Documents

/// `overstap inspect`: what files are and what they say, without a session.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Tells what files are and what they say, without a session.")

  @Flag(help: "One line of JSON for each file.")
  var json = false

  @Argument(help: "Files of any kind: lists, logs, exports.")
  var files: [String]

  func run() throws {
    var status = ExitStatus.done
    for file in files { status = status.orWorse(inspect(file)) }
    throw status.code
  }

  private func inspect(_ file: String) -> ExitStatus {
    do {
      let inspection = try Inspection.inspect(AdminPath.system(file))
      json ? tellAsJSON(file, inspection) : tell(file, inspection)
      if inspection.isDamaged {
        Output.screenProblem("file-damaged", ["path": file])
        return .badData
      }
      return inspection.hasFindings ? .findings : .done
    } catch {
      Output.problem(error)
      return ExitStatus(error)
    }
  }

  private func tellAsJSON(_ file: String, _ inspection: Inspection) {
    Output.json([
      ("file", .text(file)), ("kind", .text(inspection.kind.rawValue)),
      ("figures", .record(inspection.figures)),
    ])
  }

  private func tell(_ file: String, _ inspection: Inspection) {
    Output.line("\(PrintedText.clean(file)): \(inspection.kind.rawValue)")
    for (name, value) in inspection.figures {
      var bytes: [UInt8] = []
      value.appendJSON(to: &bytes)
      Output.line("  \(name): \(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
