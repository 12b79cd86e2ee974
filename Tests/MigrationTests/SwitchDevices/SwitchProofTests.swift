import Migration
import Testing

@Suite("How far a switch is: the newest of what is known wins, both ways")
struct SwitchProofTests {
  private func at(_ minute: Int) -> Moment { Moment(minutes: 20_000 * 1_440 + minute) }

  private func standing(
    stated: Int? = nil, proven: Int? = nil, refuted: Int? = nil, failed: Int? = nil,
    used: Int? = nil
  ) -> Standing {
    SwitchProof(
      stated: stated.map(at), proven: proven.map(at), refuted: refuted.map(at),
      failed: failed.map(at), used: used.map(at)
    ).standing.standing
  }

  @Test("Use and another method before the switch say nothing against it")
  func before() {
    #expect(standing(refuted: 5, used: 6) == .planned)
    #expect(standing(stated: 10, refuted: 5, used: 6) == .stated)
    #expect(standing(stated: 10, used: 10) == .stated, "used until the very minute")
    #expect(standing(proven: 10, refuted: 9, used: 9) == .proven)
  }

  @Test("What is newer takes it back, and what is newer still gives it again")
  func turns() {
    #expect(standing(stated: 10, used: 11) == .failed)
    #expect(standing(stated: 10, refuted: 10) == .failed, "read back in the statement's minute")
    #expect(standing(stated: 10, proven: 12, refuted: 11) == .proven)
    #expect(standing(stated: 10, proven: 12, refuted: 13) == .failed)
    #expect(standing(stated: 14, proven: 12, refuted: 13) == .stated)
    #expect(standing(stated: 10, proven: 12, used: 13) == .failed)
    #expect(standing(failed: 8) == .failed, "a script could not, whoever stated what")
    #expect(standing(proven: 9, failed: 8) == .proven, "a retry did")
  }

  @Test("Since is the moment that decided, and only use on the network is called so")
  func since() {
    var proof = SwitchProof(stated: at(10), refuted: at(12), used: at(15))
    #expect(proof.standing.since == at(15) && proof.isUsedAfter)
    proof.refuted = at(16)
    #expect(proof.standing.since == at(16) && !proof.isUsedAfter)
    proof.proven = at(17)
    #expect(proof.standing.since == at(17) && !proof.isUsedAfter)
  }

  @Test("A product's name and year follow from its key, whatever the helper leaves out")
  func names() {
    #expect(
      InstalledProduct.name(key: "001P1", version: "2024.0.0.F", feature: "ACD")
        == "AutoCAD 2024")
    #expect(InstalledProduct.name(key: "001P1", version: "", feature: "") == "AutoCAD 2024")
    #expect(InstalledProduct.name(key: "ZZZP1", version: "", feature: "RVT") == "Revit 2024")
    #expect(InstalledProduct.name(key: "ZZZ99", version: "", feature: "") == "ZZZ99")
    #expect(InstalledProduct.year(key: "001I1", version: "") == 2017)
    #expect(InstalledProduct.year(inName: "AutoCAD 2022") == 2022)
    #expect(InstalledProduct.year(inName: "3ds Max") == nil)
  }
}
