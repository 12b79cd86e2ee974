/// What runs on a computer.
package enum ComputerSystem: Int, CaseIterable, Sendable {
  /// Nobody said.
  case unknown = 0
  case windows = 1
  case macOS = 2
  case linux = 3

  /// Its name in the words of the screens and in the folder for fleets.
  package var name: String {
    switch self {
    case .unknown: "unknown"
    case .windows: "windows"
    case .macOS: "macos"
    case .linux: "linux"
    }
  }
}
