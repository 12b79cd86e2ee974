import ArgumentParser
import Documents
import Migration
import SessionFile
import Wizard

/// `overstap export`: the files of a step, without a hand-over being kept.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the files for the portal: people and seats that are in no hand-over yet.",
    discussion: """
      With --step the files of one step: create-users and assign-products for the portal, \
      switch-devices the scripts for the computers, inform-users the messages of a kind, \
      retire-servers the scripts that clean up clients. Nothing is sent. \
      Nothing is kept in the session: a hand-over is made in the wizard. Files of an earlier export \
      in the folder are replaced.
      """)

  @Option(help: "Only the files of this step, such as switch-devices.")
  var step: Step?

  @Option(help: "Only what is of this group. For steps 1 to 4.")
  var group: String?

  @OptionGroup var message: MessageOptions

  @Flag(help: "For switch-devices: computers at which somebody has no seat yet, too.")
  var lockedOut = false

  @OptionGroup var speech: SpeechOptions

  @Argument(help: "The session's file.")
  var session: String

  @Argument(help: "The folder for the files; it is made where there is none.")
  var folder: String

  func validate() throws {
    if let day = message.day, Day(text: day) == nil {
      throw ValidationError("--day is a day like 2027-01-08.")
    }
    switch step {
    case .retireServers? where group != nil:
      throw ValidationError(Output.words("messages.servers-in-no-group"))
    case .informUsers? where message.kind == nil:
      throw ValidationError(Output.words("messages.kind-needed"))
    case .informUsers?: break
    case nil, .createUsers?, .assignProducts?, .switchDevices?, .retireServers?: break
    }
  }

  func run() throws {
    let target = AdminPath.system(folder)
    let exports: [Export]
    do {
      exports = try CommandSession.read(AdminPath.system(session)) { try read($0) }
      let outputs = exports.flatMap(\.outputs)
      if outputs.isEmpty {
        Output.problem(step == nil ? "nothing-to-export" : "nothing-to-export-of-step")
      }
      try FileAccess.makeFolder(target)
      let isMany = outputs.count > 100
      var lines: [String] = []
      for folder in Set(outputs.map { PathText.folder(of: "\(target)/\($0.name)") }) {
        try FileAccess.makeFolder(folder)
      }
      for output in outputs {
        let path = "\(target)/\(output.name)"
        try FileAccess.write(output.bytes, to: path, isSynchronised: !isMany)
        lines.append(PrintedText.clean(path))
      }
      if isMany { FileAccess.synchronise() }
      if !lines.isEmpty { Output.line(lines.joined(separator: "\n")) }
      for export in exports { try removeOlder(export, in: target) }
    } catch let failure as FileFailure {
      Output.screenProblem("not-written", ["path": failure.path, "reason": failure.words])
      throw ExitStatus.cannotWrite.code
    } catch let fault as MessageFault {
      Output.screenProblem("message-\(fault.name)", ["name": fault.subject])
      throw ExitStatus.badData.code
    } catch let refusal as InviteFile.Refusal {
      Output.screenProblem(refusal.messageKey, [:])
      throw ExitStatus.badData.code
    }
  }

  /// What a session has for the steps that are meant: those of the portal where none is named.
  private func read(_ file: SessionFile) throws -> [Export] {
    switch step {
    case nil: [try .ofCreateUsers(file, group), try .ofAssignProducts(file, group)]
    case .createUsers?: [try .ofCreateUsers(file, group)]
    case .assignProducts?: [try .ofAssignProducts(file, group)]
    case .switchDevices?: [try .ofSwitchDevices(file, group, lockedOut: lockedOut)]
    case .informUsers?:
      try message.kind.map { [try .ofInformUsers(file, group, $0, message)] } ?? []
    case .retireServers?: [try .ofRetireServers(file)]
    }
  }

  /// Takes away what a longer list left here: it would be uploaded with the shorter one.
  private func removeOlder(_ export: Export, in folder: String) throws(FileFailure) {
    let written = Set(export.outputs.map(\.name))
    for within in export.folders {
      for name in (FileAccess.names(in: "\(folder)/\(within)") ?? []).map({ within + $0 }) {
        // What was being written when an earlier export was broken off is in the way as well.
        if export.isOfIt(FileAccess.wholePath(name)), !written.contains(name) {
          try FileAccess.remove("\(folder)/\(name)")
        }
      }
    }
  }
}

/// The files of one step, as `overstap export` writes them.
struct Export {
  /// The files; a name may have folders.
  var outputs: [OutgoingWriter.Output]
  /// Whether a file of this name is one of the step's, from this export or an earlier one.
  var isOfIt: (String) -> Bool
  /// The folders in which such files lie, each with a stroke behind it; that of the export is empty.
  var folders = [""]
}

extension Step: ExpressibleByArgument {
  /// The step of that name.
  public init?(argument: String) {
    guard let step = Step.allCases.first(where: { $0.id == argument }) else { return nil }
    self = step
  }

  /// The names of all.
  public static var allValueStrings: [String] { allCases.map(\.id) }
}
