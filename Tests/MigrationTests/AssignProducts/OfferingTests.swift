import Migration
import Seeds
import Testing

@Suite("Offerings: what is sold, whatever it is called")
struct OfferingTests {
  @Test(
    "A name stands for its offering, whatever its case, year, dashes and the maker's name",
    arguments: [
      ("AutoCAD", "ACD"), ("Autodesk AutoCAD 2022", "ACD"),
      ("AutoCAD - including specialized toolsets", "ACD"),
      ("AutoCAD – including specialized toolsets", "ACD"), ("AUTOCAD®  LT", "ACDLT"),
      ("AEC Collection", "AECCOL"),
      ("Architecture, Engineering & Construction Collection", "AECCOL"),
      ("Architecture Engineering and Construction Collection", "AECCOL"),
      ("Product Design & Manufacturing Collection", "PDCOLL"),
      ("Media & Entertainment Collection", "MECOLL"), ("autodesk 3DS max 2020.1", "3DSMAX"),
      ("Maya", "MAYA"), ("Maya LT", "MAYALT"), ("Civil 3D", "CIV3D"),
      ("AutoCAD Civil 3D 2018", "CIV3D"), ("Fusion 360", "F360"),
    ])
  func names(_ name: String, _ id: String) {
    #expect(OfferingTable.offering(named: name)?.id == id)
  }

  @Test(
    "A name that is not known stands for none",
    arguments: ["", " ", "2022", "Autodesk", "Solid Thing", "AutoCADX"])
  func unknown(_ name: String) {
    #expect(OfferingTable.offering(named: name) == nil)
  }

  @Test(
    "A product key tells the offering by its first three characters",
    arguments: [
      ("001L1", "ACD"), ("001g1", "ACD"), ("657F1", "MAYA"), ("128K1", "3DSMAX"),
      ("237N1", "CIV3D"), ("829J1", "RVT"), ("057M1", "ACDLT"),
    ])
  func keys(_ key: String, _ id: String) {
    #expect(OfferingTable.offering(productKey: key)?.id == id)
  }

  @Test(
    "A product's code in a licence feature tells the offering",
    arguments: [
      ("ACD", "ACD"), ("AECCOL", "AECCOL"), ("PDCOLL", "PDCOLL"), ("MECOLL", "MECOLL"),
      ("3DSMAX", "3DSMAX"), ("MAYA", "MAYA"), ("RVT", "RVT"), ("INVPROSA", "INVPROSA"),
      ("VLTM", "VLTPRO"), ("ACDLT", "ACDLT"),
    ])
  func features(_ code: String, _ id: String) {
    #expect(OfferingTable.offering(feature: code)?.id == id)
  }

  @Test("Nothing has two offerings: ids, names, keys and codes are there once, titles are known")
  func table() {
    let all = OfferingTable.all
    #expect(Set(all.map(\.id)).count == all.count)
    let names = all.flatMap { offering in
      Set(([offering.name] + offering.aliases).map { OfferingName.key(of: $0) })
    }
    #expect(Set(names).count == names.count)
    let keys = all.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy { $0.count == 3 })
    let features = all.flatMap(\.features)
    #expect(Set(features).count == features.count)
    for offering in all {
      for title in offering.titles { #expect(OfferingTable.offering(id: title) != nil, "\(title)") }
      #expect(OfferingTable.offering(named: offering.name) == offering)
    }
    #expect(OfferingTable.collections(with: "ACD").map(\.id) == ["AECCOL", "PDCOLL"])
  }

  @Test("A few letters find a name by the beginnings of its words, the nearest first")
  func completions() {
    #expect(OfferingTable.completions(of: "aut").first?.id == "ACD")
    #expect(OfferingTable.completions(of: "coll aec").map(\.id) == ["AECCOL"])
    #expect(OfferingTable.completions(of: "nav man").map(\.id) == ["NAVMAN"])
    #expect(OfferingTable.completions(of: "qqq").isEmpty)
    #expect(OfferingTable.completions(of: "", most: 3).map(\.id) == ["AECCOL", "PDCOLL", "MECOLL"])
  }

  @Test(
    "A name of a file is safe whatever the product is called",
    arguments: [
      ("AEC Collection", "aec-collection"), ("Maya", "maya"), ("../../etc/passwd", "etc-passwd"),
      ("Product Design & Manufacturing Collection", "product-design-manufacturing-collection"),
      ("", "product"), ("日本", "product"), ("Zoë's «Ding» 3D", "zoe-s-ding-3d"),
      ("-rf", "rf"), ("CON", "con"),
    ])
  func fileNames(_ name: String, _ expected: String) {
    #expect(Offering.fileName(of: name) == expected)
    #expect(Offering.fileName(of: String(repeating: name + "x", count: 50)).count <= 40)
  }

  @Test("The trade-in proposes two seats for one, per offering, to be confirmed")
  func tradeIn() {
    let proposals = ProductProposal.tradeIn([
      (code: "AECCOL", licences: 45), (code: "ACD", licences: 5), (code: "ACD", licences: 2),
      (code: "OWN", licences: 1),
    ])
    #expect(proposals.map(\.details.name) == ["AEC Collection", "AutoCAD", "OWN"])
    #expect(proposals.map(\.details.seats) == [90, 14, 2])
    #expect(proposals.map(\.details.networkSeats) == [45, 7, 1])
    #expect(proposals.allSatisfy { $0.details.source == .tradeIn })
  }
}

@Suite("The arithmetic of seats")
struct SeatArithmeticTests {
  @Test("The portal should show bought minus stated or proven; a file that is written counts not")
  func available() {
    let counts = SeatCounts(planned: 12, stated: 14, proven: 58)
    let seats = SeatArithmetic(bought: 90, counts: counts)
    #expect(seats.available == 18)
    #expect(seats.free == 6)
    #expect(seats.handable == 12)
    let written = SeatArithmetic(bought: 4, counts: SeatCounts(planned: 3, written: 1, stated: 1))
    #expect(written.available == 3)
    #expect(written.handable == 2)
    #expect(written.waiting == 1)
  }

  @Test("A seat that went away keeps its place until that is settled")
  func failed() {
    let seats = SeatArithmetic(bought: 2, counts: SeatCounts(planned: 1, proven: 1, failed: 1))
    #expect(seats.available == 1)
    #expect(seats.handable == 0)
    #expect(seats.waiting == 1)
    #expect(seats.short == 1)
  }

  @Test("Whatever the counts: nobody is lost, and never more are handed over than bought")
  func always() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      func some() -> Int { Int.random(in: 0...9, using: &random) }
      let counts = SeatCounts(
        planned: some(), written: some(), stated: some(), proven: some(), failed: some())
      let bought = some() * 2
      let seats = SeatArithmetic(bought: bought, counts: counts)
      #expect(seats.handable + seats.waiting == counts.planned)
      #expect(seats.handable >= 0 && seats.waiting >= 0)
      #expect(seats.handable == 0 || counts.left + seats.handable <= bought)
      #expect(seats.free == 0 || seats.short == 0)
      #expect((seats.free ?? 0) - seats.short == bought - counts.total)
      let unknown = SeatArithmetic(bought: nil, counts: counts)
      #expect(unknown.handable == 0 && unknown.waiting == 0 && unknown.available == nil)
    }
  }
}
