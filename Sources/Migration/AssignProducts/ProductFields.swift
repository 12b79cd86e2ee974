/// What is asked of a product, declared once for the form, plain mode and the command line.
package enum ProductFields {
  /// The product's name, completed from the table.
  package static let name = Field(
    name: "product", example: "AutoCAD", normalise: PersonRules.normaliseName
  ) { text in
    if text.isEmpty { return [Field.Finding(key: "product-missing")] }
    var copy = text
    guard copy.utf8.count <= 200 else { return [Field.Finding(key: "text-too-long")] }
    if copy.withUTF8({ PersonRules.hasUnseenCharacter($0) }) {
      return [Field.Finding(key: "text-with-control-character")]
    }
    if OfferingName.key(of: text).isEmpty { return [Field.Finding(key: "product-missing")] }
    return OfferingTable.offering(named: text) == nil
      ? [Field.Finding(key: "product-unknown", value: text, isError: false)] : []
  }

  /// Seats bought; empty while that is not known.
  package static let seats = Field(
    name: "seats", example: "4", normalise: { $0.filter { !$0.isWhitespace && $0 != "." } }
  ) { text in
    if text.isEmpty { return [] }
    guard let seats = count(text) else {
      return [Field.Finding(key: "seats-no-number", value: text)]
    }
    return seats == 0 ? [Field.Finding(key: "seats-none", isError: false)] : []
  }

  /// The fields in the order of the form.
  package static let all = [name, seats]

  /// The most seats that are believed.
  package static let mostSeats = 1_000_000

  /// The number that a text of digits is; nil for anything else.
  package static func count(_ text: String) -> Int? {
    guard (1...7).contains(text.utf8.count), text.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
      let count = Int(text), count <= mostSeats
    else { return nil }
    return count
  }
}
