import Documents
import Migration

extension SubscriptionsExport {
  /// What is proposed of it: subscriptions of the migration's own team that run.
  func proposed(_ setup: Setup?, today: Day) -> ProposedProducts {
    ProposedProducts(subscriptions.map(\.bought), team: setup?.team ?? "", today: today)
  }
}

extension LicenceFile {
  /// What is proposed of what a licence server serves.
  var tradeIn: [ProductProposal] { ProductProposal.tradeIn(packages) }

  /// The packages that a server serves: releases are used under them, and serve nothing of their own
  /// where there are packages.
  private var packages: [(code: String, licences: Int)] {
    let counted = features.compactMap {
      feature -> (feature: AutodeskFeature, licences: Int)? in
      guard let licences = feature.licences, licences > 0,
        let parsed = AutodeskFeature(feature.name)
      else { return nil }
      return (parsed, licences)
    }
    let packages = counted.filter(\.feature.isPackage)
    return (packages.isEmpty ? counted : packages).map {
      (code: $0.feature.product, licences: $0.licences)
    }
  }
}
