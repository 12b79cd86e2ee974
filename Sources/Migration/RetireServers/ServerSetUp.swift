/// How licence servers work together.
package enum ServerSetUp: Int, CaseIterable, Sendable {
  /// One server by itself.
  case single = 0
  /// Three servers, of which two have to run.
  case redundant = 1
  /// Several servers, each with licences of its own.
  case distributed = 2

  /// Its name in files and in the words of the screens.
  package var name: String {
    switch self {
    case .single: "single"
    case .redundant: "redundant"
    case .distributed: "distributed"
    }
  }
}

/// The system that a licence server runs on.
package enum ServerSystem: Int, CaseIterable, Sendable {
  case unknown = 0
  case windows = 1
  case linux = 2
  case macOS = 3

  /// Its name in files and in the words of the screens.
  package var name: String {
    switch self {
    case .unknown: "unknown"
    case .windows: "windows"
    case .linux: "linux"
    case .macOS: "macos"
    }
  }
}
