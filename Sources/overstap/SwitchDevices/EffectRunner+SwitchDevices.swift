import Migration
import SessionFile
import Wizard

extension EffectRunner {
  /// Carries out what the pages about products on computers ask.
  static func run(_ effect: SwitchingEffect, on file: SessionFile) throws -> Answer? {
    switch effect {
    case .readInstallations(let query, let places):
      .switching(.installations(query, try file.installations(query, places: places)))
    case .readInstallationIDs(let query):
      .switching(.installationIDs(query, try file.installationIDs(query)))
    case .readProposed(let ids, let query):
      .switching(.proposed(try proposed(try ids ?? file.useIDs(query), file)))
    }
  }

  private static func proposed(
    _ ids: [Int64], _ file: SessionFile
  ) throws -> ProposedInstallations {
    let found = try file.proposedInstallations(ofUses: ids)
    return ProposedInstallations(new: found.new, known: found.known, nameless: found.nameless)
  }
}
