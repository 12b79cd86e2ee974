import Documents
import Migration
import SessionFile

extension Export {
  /// The scripts that switch what is left, of all computers or of a group's; what is left out is told.
  static func ofSwitchDevices(
    _ file: SessionFile, _ group: String?, lockedOut: Bool
  ) throws -> Export {
    let draft = try file.switchOrder(group: group, lockedOut: lockedOut)
    for name in draft.unknown { Output.problem("no-product-key", ["product": name]) }
    if let first = draft.closed.first {
      Output.problem(
        "left-out-without-seat", ["count": String(draft.closed.count), "computer": first])
    }
    let (files, refused) = SwitchFolder.files(for: draft.order, of: try file.summary().setup)
    for one in refused {
      let key =
        switch one.part {
        case .product: "not-in-script-product"
        case .host: "not-in-script-host"
        case .results: "not-in-script-results"
        }
      Output.problem(key, ["value": one.value])
    }
    return Export(
      outputs: files.map { OutgoingWriter.Output(name: $0.name, bytes: $0.bytes) },
      isOfIt: { _ in false })
  }
}
