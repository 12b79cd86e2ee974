import Documents
import Migration

/// A document that a licence server wrote, or reads.
enum LicensingDocument {
  /// A licence server's debug log.
  case log(DebugLog)
  /// Output of `lmutil lmstat -a`.
  case lmstat(LmstatOutput)
  /// A licence file.
  case licenceFile(LicenceFile)
  /// Values of the variables that tell clients where licences are.
  case licencePath(LicencePathValue)

  /// Its kind.
  var kind: DocumentKind {
    switch self {
    case .log: .debugLog
    case .lmstat: .lmstat
    case .licenceFile: .licenceFile
    case .licencePath: .licencePath
    }
  }

  /// What it says, in figures.
  var figures: [(name: String, value: FigureValue)] {
    switch self {
    case .log(let log): log.figures
    case .lmstat(let output): output.figures
    case .licenceFile(let file): file.figures
    case .licencePath(let value):
      [
        ("servers", .number(value.servers.count)),
        ("hosts", .texts(value.servers.flatMap(\.hosts))),
      ]
    }
  }
}
