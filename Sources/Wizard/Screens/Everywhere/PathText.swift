/// Paths as text, with strokes of either kind.
package enum PathText {
  /// The folder of what was typed, with its stroke; empty where none was typed.
  package static func folder(of path: String) -> String {
    guard let stroke = path.lastIndex(where: { $0 == "/" || $0 == "\\" }) else { return "" }
    return String(path[...stroke])
  }

  /// What was typed behind the last stroke.
  package static func name(of path: String) -> String {
    String(path.dropFirst(folder(of: path).count))
  }

  /// A name in a folder; an empty name gives the folder with its stroke.
  package static func joined(_ folder: String, _ name: String) -> String {
    let stroke = folder.contains("\\") && !folder.contains("/") ? "\\" : "/"
    let base = folder.isEmpty || folder.hasSuffix(stroke) ? folder : folder + stroke
    return base + name
  }
}
