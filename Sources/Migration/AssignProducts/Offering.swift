/// Something that Autodesk sells to firms and that is assigned as one thing: a product or a
/// collection, without a year. `OfferingTable` has those that are known here.
package struct Offering: Hashable, Sendable {
  /// Its short name in files: the product's code in licence files where it has one, such as `ACD`.
  package let id: String
  /// Its name as the portal shows it.
  package let name: String
  /// Other names under which exports and people know it.
  package let aliases: [String]
  /// The first three characters of its product keys; the fourth tells the release.
  package let keys: [String]
  /// The product's codes in names of licence features, such as `ACD` in `64300ACD_F`.
  package let features: [String]
  /// The titles of a collection, by their ids; empty for a product.
  package let titles: [String]

  /// Makes an offering.
  init(
    _ id: String, _ name: String, aliases: [String] = [], keys: [String] = [],
    features: [String]? = nil, titles: [String] = []
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.keys = keys
    self.features = features ?? [id]
    self.titles = titles
  }

  /// Whether one seat of it is a seat for all its titles.
  package var isCollection: Bool { !titles.isEmpty }

  /// Its name in names of files: letters and digits in lower case with strokes between, such as
  /// `aec-collection`.
  package var fileName: String { Offering.fileName(of: name) }

  /// The name of anything as a part of a file's name: ASCII letters and digits in lower case, strokes
  /// between words, at most 40 characters; `product` where nothing is left.
  package static func fileName(of name: String) -> String {
    var text = ""
    for byte in Folding.search.bytes(of: name) {
      let isLetter = byte &- 0x61 < 26 || byte &- 0x30 < 10
      if isLetter {
        text.unicodeScalars.append(UnicodeScalar(byte))
      } else if !text.isEmpty, !text.hasSuffix("-") {
        text += "-"
      }
    }
    text = String(text.prefix(40))
    while text.hasSuffix("-") { text.removeLast() }
    return text.isEmpty ? "product" : text
  }
}
