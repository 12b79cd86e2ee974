import Seeds
import Testing

@testable import Documents

@Suite("A licensing file")
struct LicensingRecognitionTests {
  @Test("is known by its content, also behind a byte order mark, in returns and cut at any line")
  func known() {
    let kinds = ["debug log", "lmstat", "licence file", "helper list"]
    for (text, kind) in zip(Example.all, kinds) {
      #expect(Reading.kinds(text) == [kind])
      #expect(Reading.kinds("\u{FEFF}" + text) == [kind])
      #expect(Reading.kinds(text.replacing("\n", with: "\r\n")) == [kind])
    }
  }

  @Test(
    "is known by a few lines of it",
    arguments: [
      ("SERVER lic01 000000000000 27000", ["licence file"]),
      ("SERVER lic01 ANY\nUSE_SERVER", ["licence file"]),
      ("INCREMENT 64300ACD_F adskflex 1.000 permanent 2 \\\n SN=1", ["licence file"]),
      ("Error getting status: Cannot connect to license server. (-15,570:111 \"x\")", ["lmstat"]),
      ("lmgrd is not running: License server machine is down. (-96,7)", ["lmstat"]),
      ("lic01: license server UP (MASTER) v11.19", ["lmstat"]),
      ("  ron PC1 PC1 (v1.0) (lic01/27000 1), start Mon 9/7 8:15", ["lmstat"]),
      ("10:00:00 (adskflex) OUT: \"f\" a@b  ", ["debug log"]),
      ("(reason of before)\n10:00:00 (lmgrd) TIMESTAMP 9/7/2026", ["debug log"]),
      ("AdskLicensingInstHelper list\n[]\n", ["helper list"]),
    ])
  func parts(text: String, kinds: [String]) {
    #expect(Reading.kinds(text) == kinds)
  }

  @Test(
    "is not seen in other files",
    arguments: [
      "", "\n\n", "[]", "[{\"feature_id\": 1}]",
      "First name,Last name,Email\nHarry,Potter,h@example.com",
      "Server maintenance tonight at eight\nVendor list attached\n",
      "Feature requests for the next release are due on 1-jan-2027, 12 of them",
      "10:00:00 (main) started\n10:00:01 (main) done\n",
      "\"Users of AutoCAD\",\"12\"\n", "Users of the network licence: see below (12)",
      "package main\n\nimport \"fmt\"\n", "vendor adskflex\n",
    ])
  func others(text: String) {
    #expect(Reading.kinds(text) == [])
  }

  @Test("never takes random bytes for one of its own")
  func random() {
    var numbers = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let count = Int.random(in: 0...600, using: &numbers)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      #expect(Reading.kinds(bytes) == [])
    }
  }

  @Test(
    "names its Autodesk features by package, term and year",
    arguments: [
      ("64300ACD_F", "ACD", AutodeskFeature.Kind.perpetualPackage),
      ("64300ACD_T_F", "ACD", .termPackage), ("86815AECCOL_T_F", "AECCOL", .termPackage),
      ("87545ACD_2022_0F", "ACD", .component(year: 2022)),
      ("872423DSMAX_2020_0F", "3DSMAX", .component(year: 2020)),
    ])
  func featureNames(name: String, product: String, kind: AutodeskFeature.Kind) {
    #expect(AutodeskFeature(name)?.product == product)
    #expect(AutodeskFeature(name)?.kind == kind)
    #expect(AutodeskFeature("PLIST") == nil)
    #expect(AutodeskFeature("MATLAB_F") == nil)
  }
}
