import Documents
import Migration
import SessionFile

extension Export {
  /// The scripts that switch what is left, of all computers or of a group's; what no script can name is
  /// told.
  static func ofSwitchDevices(_ file: SessionFile, _ group: String?) throws -> Export {
    let (order, unknown) = try file.switchOrder(group: group)
    for name in unknown { Output.problem("no-product-key", ["product": name]) }
    let (files, refused) = SwitchFolder.files(for: order, of: try file.summary().setup)
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
