import Migration
import SessionFile

/// Files outside a session that hold names of people: its copies, and what it had written.
enum OutsideFiles {
  /// Those that are there, the copies beside the session first, then the oldest.
  static func list(of file: SessionFile) throws -> [String] {
    var paths: [String] = []
    if let path = file.path {
      // As the session itself was named: beside it, wherever that is.
      let before = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      let name = String(path.split(separator: "/").last ?? "")
      let stem = name.hasSuffix(".sqlite") ? String(name.dropLast(".sqlite".count)) : name
      let beside = (FileAccess.names(in: before.isEmpty ? "." : before) ?? []).sorted().filter {
        other in
        other.hasPrefix(stem + ".before-") || other.hasPrefix(name + "-")
          || (other.hasPrefix(name + ".") && other != name + ".lock")
      }
      paths += beside.map { before + $0 }
    }
    for outgoing in try file.outgoing() {
      paths += outgoing.files.map { "\(outgoing.folder)/\($0.name)" }
    }
    // What older programs wrote stands only with its hand-over.
    paths += try file.summary().handOvers.reversed().flatMap(\.files).map { AdminPath.system($0) }
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted && FileAccess.exists($0) }
  }
}
