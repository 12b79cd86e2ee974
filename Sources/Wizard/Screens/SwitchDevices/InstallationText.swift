import Canvas
import Migration
import Widgets

/// What is said of a product on a computer, the same on every page.
enum InstallationText {
  /// How far it is, and since when.
  static func item(_ row: Installation, _ scene: Scene) -> Table.Item {
    let words = scene.words.of("installations")
    let day = ["day": row.since.map { scene.day($0.day) } ?? ""]
    if !row.isListed { return .marked(.told(.unknown), words("values.found")) }
    switch row.standing {
    case .stated: return .marked(.told(.stated), words("values.switched", day))
    case .proven: return .marked(.told(.proven), words("values.proven", day))
    case .failed:
      return .marked(
        .told(.failed), words(row.proof.isUsedAfter ? "values.used-after" : "values.failed", day))
    case .planned, .setAside:
      return row.isMissing
        ? .marked(.told(.unknown), words("values.missing"))
        : .marked(.told(.planned), words("values.left"))
    }
  }

  /// Why it failed, with what the licensing helper said; nil where it did not.
  static func why(_ row: Installation, _ scene: Scene) -> String? {
    guard row.standing == .failed, !row.proof.isUsedAfter else { return nil }
    let words = scene.words.of("installations")
    let reason = SwitchReason(rawValue: row.failure) ?? .readBack
    let sentence = words("notes.reason-\(reason.rawValue)")
    // What the helper answers may name people and servers.
    guard !row.answer.isEmpty, !scene.state.look.isMasked else { return sentence }
    return "\(sentence) \(words("labels.answer", ["answer": row.answer]))"
  }

  /// How it is licensed, as its computer tells it; empty where it does not.
  static func method(_ row: Installation, _ scene: Scene) -> String {
    row.method.map { scene.words.of("installations")("values.method-\($0.name)") } ?? ""
  }
}
