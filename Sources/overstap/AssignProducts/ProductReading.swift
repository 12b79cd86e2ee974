import Documents
import Migration

/// Products with their seats from a file: the portal's export of subscriptions, or a licence file.
enum ProductReading {
  /// What a file has of products.
  enum Found {
    /// Subscriptions, of which those of the migration's own team count that run.
    case subscriptions([BoughtSeats])
    /// What a licence server serves.
    case tradeIn([ProductProposal])

    /// What is proposed of it.
    func proposed(_ setup: Setup?, today: Day) -> ProposedProducts {
      switch self {
      case .subscriptions(let all): ProposedProducts(all, team: setup?.team ?? "", today: today)
      case .tradeIn(let proposals): ProposedProducts(proposals)
      }
    }
  }

  static func read(_ path: String) -> Result<Found, FileIntake.Failure> {
    func failure(_ key: String, _ reason: String = "") -> Result<Found, FileIntake.Failure> {
      .failure(
        FileIntake.Failure(
          key: key, arguments: ["path": AdminPath.shown(path), "reason": reason]))
    }
    do {
      let head = try FileAccess.head(path, count: DocumentKind.headSize)
      guard !head.isEmpty else { return failure("file-empty") }
      let kind = DocumentKind.recognise(head)
      switch kind {
      case .licenceFile:
        var reader = LicenceFileReader()
        try FileAccess.read(path) {
          reader.consume($0); return true
        }
        let proposals = ProductProposal.tradeIn(packages(reader.finish()))
        return proposals.isEmpty ? failure("file-no-products") : .success(.tradeIn(proposals))
      case .subscriptionsExport, .workbook:
        let bytes = try FileAccess.read(path)
        guard let export = try? SubscriptionsExport.read(bytes) else {
          return failure(kind == .workbook ? "file-no-products" : "file-damaged")
        }
        return export.subscriptions.isEmpty
          ? failure("file-no-products")
          : .success(.subscriptions(export.subscriptions.map(\.bought)))
      // Who uses what tells step 5, which proposes seats of it.
      case .debugLog: return failure("file-is-debug-log")
      case .lmstat: return failure("file-is-lmstat")
      default: return failure("file-no-products")
      }
    } catch {
      return failure(error.unreadKey, error.words)
    }
  }

  /// The packages that a server serves: releases are used under them, and serve nothing of their own
  /// where there are packages.
  private static func packages(_ file: LicenceFile) -> [(code: String, licences: Int)] {
    let counted = file.features.compactMap {
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
