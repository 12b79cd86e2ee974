/// The name of a file with people to assign: `02-assign-<product>-1.csv`, as hand-overs are called.
package enum AssignmentFileName {
  private static let beginning = Array("02-assign-".utf8)
  private static let ending = Array(".csv".utf8)

  /// The product that a file is for, told by its name without folders; nil where it is called
  /// otherwise, or where no product has such a name. Copies that a browser numbered are known too:
  /// `02-assign-maya-1 (2).csv`.
  package static func product(of file: String, among products: [Product]) -> Product? {
    let name = Array(file.utf8)
    guard name.starts(with: beginning), name.suffix(ending.count).elementsEqual(ending) else {
      return nil
    }
    let inside = name[beginning.count..<(name.count - ending.count)]
    guard let dash = inside.lastIndex(of: 0x2D) else { return nil }
    let wanted = key(String(decoding: inside[..<dash], as: UTF8.self))
    return wanted.isEmpty ? nil : products.first { key($0.details.name) == wanted }
  }

  private static func key(_ name: String) -> [UInt8] {
    Folding.search.bytes(of: name).filter {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
    }
  }
}
