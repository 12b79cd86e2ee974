import ArgumentParser
import Documents

/// `overstap inspect`: what files are and what they say, without a session.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Tells what files are and what they say, without a session.")

  @Flag(help: "One line of JSON for each file.")
  var json = false

  @OptionGroup var speech: SpeechOptions

  @Argument(help: "Files of any kind: lists, logs, exports. - is standard input.")
  var files: [String]

  func run() throws {
    var status = ExitStatus.done
    for file in files { status = status.orWorse(inspect(file)) }
    throw status.code
  }

  private func inspect(_ file: String) -> ExitStatus {
    do {
      var status = ExitStatus.done
      for inspection in try Inspection.inspect(AdminPath.system(file)) {
        let refusal = inspection.refusal.map { Output.screenSentence($0, ["path": file]) }
        json ? tellAsJSON(file, inspection, refusal) : tell(file, inspection)
        if let refusal { Output.problemLine("overstap: \(refusal)") }
        status = status.orWorse(
          inspection.isDamaged ? .badData : inspection.hasFindings ? .findings : .done)
      }
      return status
    } catch {
      Output.failure(
        error.unreadKey, ["path": error.path, "reason": error.words], file: json ? file : nil)
      return ExitStatus(error)
    }
  }

  private func tellAsJSON(_ file: String, _ inspection: Inspection, _ refusal: String?) {
    var fields: [(String, FigureValue)] = [
      ("file", .text(file)), ("kind", .text(inspection.kind.name)),
      ("figures", .record(inspection.figures)),
    ]
    if let key = inspection.refusal, let refusal {
      fields += [("error", .text(key)), ("message", .text(refusal))]
    }
    Output.json(fields)
  }

  private func tell(_ file: String, _ inspection: Inspection) {
    Output.line("\(PrintedText.clean(file)): \(inspection.kind.name)")
    for (name, value) in inspection.figures {
      var bytes: [UInt8] = []
      value.appendJSON(to: &bytes)
      Output.line("  \(name): \(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
