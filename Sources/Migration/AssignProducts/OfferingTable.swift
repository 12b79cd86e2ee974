/// The offerings that firms buy, collections with their titles.
///
/// Sources: Autodesk's lists of product keys and of licence feature codes by release; the collections'
/// codes as licence files and servers name them; the collections' titles from Autodesk's pages. Titles
/// come and go with the years: the table only tells who has a title beside its collection.
package enum OfferingTable {
  /// All of them: collections first, the rest by name.
  package static let all: [Offering] = collections + products

  /// The offering with an id; nil where there is none.
  package static func offering(id: String) -> Offering? {
    places[id].map { all[$0] }
  }

  /// The offering that a name stands for, whatever its case, year, sort of dashes and the maker's
  /// name in front; nil for one that is not known here.
  package static func offering(named name: String) -> Offering? {
    names[OfferingName.key(of: name)].map { all[$0] }
  }

  /// The offering of a product key such as `001L1`; nil for one that is not known here.
  package static func offering(productKey key: String) -> Offering? {
    keys[String(key.uppercased().prefix(3))].map { all[$0] }
  }

  /// The offering of a product's code in a licence feature, such as `ACD` or `AECCOL`.
  package static func offering(feature code: String) -> Offering? {
    features[code.uppercased()].map { all[$0] }
  }

  /// The collections that have a title.
  package static func collections(with title: String) -> [Offering] {
    collections.filter { $0.titles.contains(title) }
  }

  /// Offerings whose name has all the words that were typed, each at the start of a word; those that
  /// begin with the typed text first. At most `most`.
  package static func completions(of typed: String, most: Int = 8) -> [Offering] {
    let words = Folding.search.bytes(of: typed).split { $0 <= 0x20 }.map { Array($0) }
    guard !words.isEmpty else { return Array(all.prefix(most)) }
    let start = Folding.search.bytes(of: typed)
    let hits = all.filter { offering in
      [offering.name, offering.id].contains { name in
        let parts = Folding.search.bytes(of: name).split { $0 <= 0x20 }
        return words.allSatisfy { word in parts.contains { $0.starts(with: word) } }
      } || offering.aliases.contains { OfferingName.words($0, haveAll: words) }
    }
    let first = hits.filter { Folding.search.bytes(of: $0.name).starts(with: start) }
    return Array((first + hits.filter { !first.contains($0) }).prefix(most))
  }

  private static let places = table { [$0.id] }
  private static let names = table { offering in
    ([offering.name] + offering.aliases).map { OfferingName.key(of: $0) }
  }
  private static let keys = table { $0.keys }
  private static let features = table { $0.features }

  /// The first offering that has a name has it.
  private static func table(_ names: (Offering) -> [String]) -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, offering) in all.enumerated() {
      for name in names(offering) where places[name] == nil { places[name] = place }
    }
    return places
  }

  // MARK: Collections

  private static let collections: [Offering] = [
    Offering(
      "AECCOL", "AEC Collection",
      aliases: [
        "Architecture, Engineering & Construction Collection",
        "Architecture Engineering Construction Collection", "AEC Collection Package",
      ],
      titles: [
        "RVT", "ACD", "CIV3D", "IW360P", "NAVMAN", "RECAP", "ADSTPR", "RSAPRO", "CADMEP",
        "CAMDCT", "ESTMEP", "VEHTRK", "ARCHDESK", "ACAD_E", "BLDSYS", "MAP", "PLNT3D", "ARDES",
        "3DSMAX", "FORMIT", "INSIGHT", "SBRDES", "STRDET", "DYNSTD",
      ]),
    Offering(
      "PDCOLL", "Product Design & Manufacturing Collection",
      aliases: ["PD Collection", "PDM Collection", "PDMC", "Product Design Collection"],
      titles: [
        "INVPROSA", "ACD", "ACAD_E", "AMECH_PP", "ARCHDESK", "PLNT3D", "ARDES", "MAP", "BLDSYS",
        "NINCAD", "INVNEST", "INVTOL", "INVCAM", "FDU", "NAVMAN", "RECAP", "3DSMAX", "VLTPRO",
        "F360",
      ]),
    Offering(
      "MECOLL", "Media & Entertainment Collection",
      aliases: ["M&E Collection", "ME Collection"],
      titles: ["3DSMAX", "MAYA", "ARNOL", "MOBPRO", "MBXPRO", "RECAP"]),
  ]
}
