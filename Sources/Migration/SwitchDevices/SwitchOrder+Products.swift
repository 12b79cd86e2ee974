extension SwitchOrder.Product {
  /// The first release with a letter of its own in product keys, and that letter.
  private static let first = (year: 2015, letter: UInt8(ascii: "G"))

  /// What a product can be in the licensing helper's list where only its name with its year is known,
  /// such as `AutoCAD 2024`: every key of the offering, of every version. Empty where the offering or
  /// the year is not known.
  ///
  /// A key is three characters for the product, a letter for the release and the digit 1; the letters go
  /// on from 2015 without leaving one out. Source: Autodesk's lists of product keys, 2015 to 2027.
  package static func all(named name: String, of offering: String) -> [SwitchOrder.Product] {
    guard let year = name.split(separator: " ").last.flatMap({ Int($0) }),
      let known = OfferingTable.offering(named: offering), year >= first.year,
      let letter = UInt8(exactly: Int(first.letter) + year - first.year),
      letter <= UInt8(ascii: "Z")
    else { return [] }
    let end = "\(Unicode.Scalar(letter))1"
    return known.keys.map { SwitchOrder.Product(key: $0 + end, name: name) }
  }
}
