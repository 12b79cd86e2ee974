/// What the product's code within a licence feature is called: `ACD` is AutoCAD.
///
/// Source: Autodesk's lists of feature codes for its network licences. A code that is not here is
/// shown as it is.
package enum ProductName {
  /// The product or collection of a code such as `ACD` or `3DSMAX`; the code itself where it is not
  /// known.
  package static func of(code: String) -> String { names[code] ?? code }

  /// Whether a code stands for a collection of products.
  package static func isCollection(code: String) -> Bool {
    code.hasSuffix("COLL") || code.hasSuffix("COL")
  }

  private static let names: [String: String] = [
    "3DSMAX": "3ds Max", "3DSMXS": "3ds Max with Softimage", "ACAD_E": "AutoCAD Electrical",
    "ACD": "AutoCAD", "ACDLT": "AutoCAD LT", "ACDLTC": "AutoCAD LT Civil Suite",
    "ACDLTM": "AutoCAD LT for Mac", "ACDMAC": "AutoCAD for Mac",
    "ADSTCP": "Advance Concrete", "ADSTPR": "Advance Steel", "AECCOL": "AEC Collection",
    "ALAUST": "Alias AutoStudio", "ALSCPT": "Alias Concept", "AMECH_PP": "AutoCAD Mechanical",
    "ARCHDESK": "AutoCAD Architecture", "ARDES": "AutoCAD Raster Design",
    "ASPACD": "Advance Steel with AutoCAD", "BDSADV": "Building Design Suite Ultimate",
    "BDSPRM": "Building Design Suite Premium", "BDSS": "Building Design Suite Standard",
    "BLDSYS": "AutoCAD MEP", "BRDGMD": "Bridge Module", "CADMEP": "Fabrication CADmep",
    "CAMDCT": "Fabrication CAMduct", "CIV3D": "Civil 3D", "DESNST": "Alias Design",
    "DSADV": "AutoCAD Design Suite Ultimate", "DSPRM": "AutoCAD Design Suite Premium",
    "DSSTD": "AutoCAD Design Suite Standard", "DYNSTD": "Dynamo Studio",
    "ESTMEP": "Fabrication ESTmep", "FDSADV": "Factory Design Suite Ultimate",
    "FDSPRM": "Factory Design Suite Premium", "FDSS": "Factory Design Suite Standard",
    "FDU": "Factory Design Utilities", "GEOMOD": "Geotechnical Module",
    "IDSP": "Infrastructure Design Suite Premium", "IDSS": "Infrastructure Design Suite Standard",
    "IDSU": "Infrastructure Design Suite Ultimate", "INFMDR": "InfraWorks",
    "INHSMP": "Inventor HSM Ultimate", "INVETO": "Inventor Engineer-to-Order",
    "INVHSM": "Inventor HSM Premium", "INVLT": "Inventor LT",
    "INVLTS": "AutoCAD Inventor LT Suite", "INVNTOR": "Inventor", "INVOEM": "Inventor OEM",
    "INVPROSA": "Inventor Professional", "IW360P": "InfraWorks 360", "MAP": "AutoCAD Map 3D",
    "MAYA": "Maya", "MAYALT": "Maya LT", "MAYAS": "Maya with Softimage", "MBXPRO": "Mudbox",
    "MECOLL": "Media & Entertainment Collection", "MFAA": "Moldflow Adviser Ultimate",
    "MFAD": "Moldflow Adviser Standard", "MFAM": "Moldflow Adviser Premium",
    "MFIA": "Moldflow Insight Ultimate", "MFIB": "Moldflow Insight Standard",
    "MFIP": "Moldflow Insight Premium", "MFS": "Moldflow Synergy", "MOBPRO": "MotionBuilder",
    "NAVMAN": "Navisworks Manage", "NAVSIM": "Navisworks Simulate", "NINCAD": "Nastran In-CAD",
    "NSTRN": "Nastran", "PCOFFI": "Vault Office",
    "PDCOLL": "Product Design & Manufacturing Collection", "PDSADV": "Plant Design Suite Ultimate",
    "PDSP": "Product Design Suite Premium", "PDSPRM": "Plant Design Suite Premium",
    "PDSU": "Product Design Suite Ultimate", "PLNT3D": "AutoCAD Plant 3D",
    "PLTDSS": "Plant Design Suite Standard", "PNID": "AutoCAD P&ID", "PNTLAY": "Point Layout",
    "PWRIP": "PowerInspect Premium", "PWRMP": "PowerMill Premium", "PWRMS": "PowerMill Standard",
    "PWRMU": "PowerMill Ultimate", "PWRSP": "PowerShape Premium", "RCMVRD": "VRED Render Node",
    "RECAP": "ReCap Pro", "REVIT": "Revit Architecture", "REVITST": "Revit Structure",
    "RSAPRO": "Robot Structural Analysis Professional", "RVT": "Revit", "RVTLT": "Revit LT",
    "RVTLTS": "AutoCAD Revit LT Suite", "RVTMPB": "Revit MEP", "SBPNL": "SketchBook Pro",
    "SBRDES": "Structural Bridge Design", "SCFD": "CFD", "SCFDA": "CFD Premium",
    "SCFDM": "CFD Ultimate", "SFTIM": "Softimage", "SHOWCASE": "Showcase",
    "STRDET": "AutoCAD Structural Detailing", "SURFST": "Alias Surface",
    "UTLDESN": "AutoCAD Utility Design", "VEHTRK": "Vehicle Tracking",
    "VLTM": "Vault Professional", "VLTWG": "Vault Workgroup", "VRDDES": "VRED Design",
    "VRDPRO": "VRED Professional", "VRDPRS": "VRED Presenter", "VRDSRV": "VRED Server",
  ]
}
