/// What the product's code within a licence feature is called: `ACD` is AutoCAD.
///
/// What firms can buy now is in `OfferingTable`; a log also has what was sold before. Source:
/// Autodesk's lists of feature codes for its network licences.
package enum ProductName {
  /// The product or collection of a code such as `ACD` or `3DSMAX`; the code itself where it is not
  /// known.
  package static func of(code: String) -> String {
    OfferingTable.offering(feature: code)?.name ?? former[code] ?? code
  }

  /// Whether of two names with a year the other one's is later; of one year, by the letters.
  package static func precedes(_ name: String, _ other: String) -> Bool {
    let (mine, others) = (year(name), year(other))
    return mine == others ? name < other : mine < others
  }

  private static func year(_ name: String) -> Int {
    name.split(separator: " ").last.flatMap { Int($0) } ?? 0
  }

  private static let former: [String: String] = [
    "ACDLTC": "AutoCAD LT Civil Suite",
    "ADSTCP": "Advance Concrete",
    "BRDGMD": "Bridge Module",
    "DSADV": "AutoCAD Design Suite Ultimate",
    "DSPRM": "AutoCAD Design Suite Premium",
    "DSSTD": "AutoCAD Design Suite Standard",
    "FDSS": "Factory Design Suite Standard",
    "GEOMOD": "Geotechnical Module",
    "IDSP": "Infrastructure Design Suite Premium",
    "IDSS": "Infrastructure Design Suite Standard",
    "IDSU": "Infrastructure Design Suite Ultimate",
    "INHSMP": "Inventor HSM Ultimate",
    "INVETO": "Inventor Engineer-to-Order",
    "INVLTS": "AutoCAD Inventor LT Suite",
    "INVOEM": "Inventor OEM",
    "MFAA": "Moldflow Adviser Ultimate",
    "MFAD": "Moldflow Adviser Standard",
    "PLTDSS": "Plant Design Suite Standard",
    "PNID": "AutoCAD P&ID",
    "RCMVRD": "VRED Render Node",
    "SBPNL": "SketchBook Pro",
    "SFTIM": "Softimage",
    "SHOWCASE": "Showcase",
    "UTLDESN": "AutoCAD Utility Design",
    "VRDPRS": "VRED Presenter",
    "VRDSRV": "VRED Server",
  ]
}
