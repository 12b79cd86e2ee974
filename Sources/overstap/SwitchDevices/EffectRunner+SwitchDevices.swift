import Migration
import SessionFile
import Wizard

extension EffectRunner {
  /// Carries out what the pages about products on computers ask.
  func run(_ effect: SwitchDevicesEffect) -> Answer? {
    switch effect {
    case .readInstallations(let query, let places):
      withFile {
        .switchDevices(.installations(query, try $0.installations(query, places: places)))
      }
    case .readInstallationIDs(let query):
      withFile { .switchDevices(.installationIDs(query, try $0.installationIDs(query))) }
    case .readProposed(let uses):
      withFile { file in
        .switchDevices(.proposed(try Self.proposed(uses.ids { try file.useIDs($0) }, file)))
      }
    }
  }

  private static func proposed(
    _ ids: [Int64], _ file: SessionFile
  ) throws -> ProposedInstallations {
    let found = try file.proposedInstallations(ofUses: ids)
    return ProposedInstallations(new: found.new, known: found.known, nameless: found.nameless)
  }
}
