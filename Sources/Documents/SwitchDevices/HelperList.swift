/// What the licensing helper's `list` prints: the products registered on a computer, and how each
/// is licensed. Several answers one after another, as collected from many computers, are read as
/// several lists.
package struct HelperList: Hashable, Sendable {
  /// How a product is licensed.
  package enum Method: Hashable, Sendable {
    case network, standalone, deployment, user
    /// A number that is none of these, 0 among them.
    case unknown(Int)

    /// The method of a code in the helper's answer.
    package init(code: Int) {
      switch code {
      case 1: self = .network
      case 2: self = .standalone
      case 3: self = .deployment
      case 4: self = .user
      default: self = .unknown(code)
      }
    }
  }

  /// How the licence servers of a product work together.
  package enum ServerType: Hashable, Sendable {
    case single, redundant, distributed
    case unknown(Int)

    /// The type of a code in the helper's answer.
    package init(code: Int) {
      switch code {
      case 1: self = .single
      case 2: self = .redundant
      case 3: self = .distributed
      default: self = .unknown(code)
      }
    }
  }

  /// A registered product. What the helper left out is nil or empty.
  package struct Product: Hashable, Sendable {
    /// The answer that it stands in, counted from 0.
    package var list = 0
    /// The feature, such as `ACD`; several installed years share it.
    package var feature: String?
    /// Key, version and code as the installer registered them, and as they were chosen; the two
    /// differ in suites and collections.
    package var installedKey: String?
    /// The version that the installer registered, such as `2020.0.0.F`.
    package var installedVersion: String?
    /// The product code that the installer registered.
    package var installedCode: String?
    /// The key that was chosen; it differs from the installed one in suites and collections.
    package var chosenKey: String?
    /// The version that was chosen.
    package var chosenVersion: String?
    /// The product code that was chosen.
    package var chosenCode: String?
    /// Nil where none was chosen yet: the product asks at its next start.
    package var method: Method?
    /// The methods that the product can be switched to, in no order.
    package var supportedMethods: [Method] = []
    /// How its licence servers work together; nil where none is set.
    package var serverType: ServerType?
    /// Without the empty names with which the helper says that there is none.
    package var servers: [String] = []
    /// The serial number for standalone use.
    package var standaloneSerial: String?
    /// The serial number for network use.
    package var networkSerial: String?
    /// The expiry as the helper words it.
    package var lastKnownExpiry: String?
    /// Whether a trial may run.
    package var isTrialEnabled: Bool?
    /// Whether single-user licensing may be chosen.
    package var isUserLicensingEnabled: Bool?

    /// The key and version by which the product is switched.
    package var key: String? { Self.filled(chosenKey) ?? Self.filled(installedKey) }
    /// The version by which the product is switched.
    package var version: String? { Self.filled(chosenVersion) ?? Self.filled(installedVersion) }
    /// Whether the product can be switched to single-user.
    package var supportsUser: Bool { supportedMethods.contains(.user) }

    private static func filled(_ text: String?) -> String? {
      text.flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  /// The products in the order of the file.
  package var products: [Product] = []
  /// The answers in the file.
  package var lists = 0
  /// The computer that the line before each answer names; nil where it names none.
  package var computers: [String?] = []
  /// True where an answer breaks off; the products before the break are there.
  package var isCutOff = false

  /// A file without answers.
  package init() {}

  /// The figures in the order in which they are reported.
  package var figures: [(name: String, value: FigureValue)] {
    let list = products.map { product -> [(String, FigureValue)] in
      [
        ("key", product.key.map(FigureValue.text) ?? .absent),
        ("version", product.version.map(FigureValue.text) ?? .absent),
        ("feature", product.feature.map(FigureValue.text) ?? .absent),
        ("method", product.method.map { .text($0.word) } ?? .absent),
        ("supportsUser", .truth(product.supportsUser)),
      ]
    }
    return [
      ("products", .number(products.count)),
      ("withMethod", .number(products.count { $0.method != nil })),
      ("list", .objects(list)),
    ]
  }
}

extension HelperList.Method {
  /// The method as a figure names it.
  package var word: String {
    switch self {
    case .network: "network"
    case .standalone: "standalone"
    case .deployment: "deployment"
    case .user: "user"
    case .unknown: "unknown"
    }
  }
}
