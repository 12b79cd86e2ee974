import Migration

/// The type file of a product of 2017 to 2019, which says how it is licensed: its licensing helper does not
/// know such a product.
///
/// It is called `LGS.data` and lies in a folder that is called by product key and version, such as
/// `001J1_2018.0.0.F`, below `Autodesk/CLM/LGS`. Source: Autodesk's page about network licences of 2017 to
/// 2019, and deployment scripts.
package enum TypeFile {
  /// What a type file is called.
  package static let name = "LGS.data"

  /// Folders above that of the product on the computer itself, which are no computer's name.
  private static let system: Set<String> = [
    "lgs", "clm", "autodesk", "programdata", "application support", "library", "c", "var", "opt",
  ]

  /// What a type file tells of the product in whose folder it lies, and of the computer after which the
  /// folder above is called; nil for a path or bytes that are none. The path is that in the folder or
  /// archive that was added: what lies above was collected by nobody.
  package static func told(
    _ bytes: [UInt8], at path: String, written moment: Moment
  ) -> DeviceBatch.Told? {
    var folders = path.split(separator: "/").map(String.init)
    guard folders.popLast()?.lowercased() == name.lowercased(), let product = folders.popLast(),
      let method = method(bytes)
    else { return nil }
    let parts = product.split(separator: "_", maxSplits: 1).map(String.init)
    while let last = folders.last, system.contains(last.lowercased()) { folders.removeLast() }
    guard parts.count == 2, parts[0].utf8.count == 5, let computer = folders.last,
      HostName.isPlain(computer)
    else { return nil }
    return DeviceBatch.Told(
      ComputerDetails(name: computer), .helperList, at: moment,
      products: [DeviceBatch.Product(key: parts[0], version: parts[1], method: method)],
      isWhole: false)
  }

  /// `_USER`, `_NETWORK` or `_STANDALONE`, with a mark or blanks around it as editors leave them.
  private static func method(_ bytes: [UInt8]) -> InstallationMethod? {
    let text = String(
      decoding: bytes.filter { $0 > 0x20 && $0 < 0x7F }.prefix(40), as: UTF8.self)
    switch text.uppercased() {
    case "_USER": return .user
    case "_NETWORK": return .network
    case "_STANDALONE": return .standalone
    default: return nil
    }
  }
}
