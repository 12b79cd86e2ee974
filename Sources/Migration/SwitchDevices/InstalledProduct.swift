/// What an installed product is called, by what its computer tells of it.
///
/// A product key is three characters for the product, a letter for the release and a digit: `001L1` is
/// AutoCAD of 2020. The letters go on from 2015, which has G, without leaving one out. Source: Autodesk's
/// lists of product keys, 2015 to 2027.
package enum InstalledProduct {
  /// The first release with a letter of its own, and that letter.
  private static let first = (year: 2015, letter: UInt8(ascii: "G"))

  /// The first release that the licensing helper knows; before it a type file tells the method.
  package static let firstWithHelper = 2020

  /// The year of a release by its version such as `2020.0.0.F`, else by its key; nil where neither tells.
  package static func year(key: String, version: String) -> Int? {
    let digits = version.prefix { $0 != "." }
    if digits.utf8.count == 4, let year = Int(digits), (2000..<2100).contains(year) { return year }
    let letters = Array(key.uppercased().utf8)
    guard letters.count == 5, letters[3] >= first.letter, letters[3] <= UInt8(ascii: "Z") else {
      return nil
    }
    return first.year + Int(letters[3] - first.letter)
  }

  /// The year behind a product's name, such as `AutoCAD 2024`; nil where none is there.
  package static func year(inName name: String) -> Int? {
    name.split(separator: " ").last.flatMap { Int($0) }.flatMap {
      (2000..<2100).contains($0) ? $0 : nil
    }
  }

  /// What is bought for a product: by its key where that is known here, else by its feature; the key
  /// itself where neither is known.
  package static func offering(key: String, feature: String) -> String {
    if let known = OfferingTable.offering(productKey: key) { return known.name }
    return feature.isEmpty ? key : ProductName.of(code: feature)
  }

  /// Its name with its year, as the licence log has it too.
  package static func name(key: String, version: String, feature: String) -> String {
    let offering = offering(key: key, feature: feature)
    return year(key: key, version: version).map { "\(offering) \($0)" } ?? offering
  }
}
