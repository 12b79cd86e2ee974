/// What the name of an Autodesk licence feature says: five digits, a product's code, and an ending
/// that tells a package (`64300ACD_F`, by term `64300ACD_T_F`) from a release that is checked out
/// under it (`87545ACD_2022_0F`).
package struct AutodeskFeature: Hashable, Sendable {
  /// What kind of licence line the name stands for.
  package enum Kind: Hashable, Sendable {
    /// A package without end date.
    case perpetualPackage
    /// A package for a term: a subscription.
    case termPackage
    /// One release of a product, with its year.
    case component(year: Int)
  }

  /// The five digits.
  package let number: String
  /// The product's code, such as `ACD` or `3DSMAX`.
  package let product: String
  /// Package or release.
  package let kind: Kind

  /// Reads a feature's name; nil where it is not built as Autodesk's names are.
  package init?(_ name: String) {
    var name = name
    let parsed = name.withUTF8 { bytes in ByteRun(bytes).flatMap(AutodeskFeature.init(run:)) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// True for a package, false for a release.
  package var isPackage: Bool {
    switch kind {
    case .perpetualPackage, .termPackage: true
    case .component: false
    }
  }

  init?(run: ByteRun) {
    guard run.count >= 8, let end = Self.nameEnd(run) else { return nil }
    number = run.upTo(5).text
    product = run.upTo(end.offset).from(5).text
    kind = end.kind
  }

  /// The kind alone, without a `String`.
  static func kind(of run: ByteRun) -> Kind? { nameEnd(run)?.kind }

  private static func nameEnd(_ run: ByteRun) -> (offset: Int, kind: Kind)? {
    guard run.count >= 8 else { return nil }
    for index in 0..<5 where !ByteRun.isDigit(run[index]) { return nil }
    if run.hasSuffix("_T_F") { return run.count > 9 ? (run.count - 4, .termPackage) : nil }
    if run.hasSuffix("_0F"), run.count > 13, run[run.count - 8] == UInt8(ascii: "_"),
      let year = run.from(run.count - 7).upTo(4).number
    {
      return (run.count - 8, .component(year: year))
    }
    return run.hasSuffix("_F") ? (run.count - 2, .perpetualPackage) : nil
  }
}

/// A package of a licence server and the releases that may be used under it.
package struct LicencePackage: Hashable, Sendable {
  /// The package's feature name.
  package var name: String
  /// The feature names of its releases, in the order in which the server states them.
  package var components: [String]

  /// A package with its releases.
  package init(name: String, components: [String]) {
    self.name = name
    self.components = components
  }
}
