import Documents
import Migration
import SessionFile

extension Export {
  /// The scripts that take the servers out of clients' settings.
  static func ofRetireServers(_ file: SessionFile) throws -> Export {
    let summary = try file.summary()
    let scripts = EffectRunner.cleanUpScripts(for: summary.licensing.forgettable, summary)
    return Export(
      outputs: scripts.map { OutgoingWriter.Output(name: $0.name, bytes: $0.bytes) },
      isOfIt: { _ in false })
  }
}
