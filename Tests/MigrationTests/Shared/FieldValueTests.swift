import Migration
import Testing

@Suite("What fields hold")
struct FieldValueTests {
  private func comesBack<Value: FieldValue & Equatable>(_ value: Value) -> Bool {
    Value(fieldText: value.fieldText) == value
  }

  @Test("every value comes back from the text that stands for it")
  func roundTrip() {
    #expect(Directory.allCases.allSatisfy { comesBack($0) })
    #expect(Role.allCases.allSatisfy { comesBack($0) })
    #expect(ServerSystem.allCases.allSatisfy { comesBack($0) })
    #expect(ServerSetUp.allCases.allSatisfy { comesBack($0) })
    #expect(comesBack(true) && comesBack(false))
    #expect(comesBack(["lic01", "lic02"]) && comesBack([String]()))
    #expect(comesBack(Optional(27_000)) && comesBack(Int?.none))
    #expect(comesBack(Optional(Day(number: 20_832))) && comesBack(Day?.none))
  }

  @Test("a text that means nothing leaves a choice as it is, and empties what may be unknown")
  func meaningless() {
    #expect(Directory(fieldText: "ldap") == nil)
    #expect(Bool(fieldText: "maybe") == nil)
    #expect(Optional<Int>(fieldText: "many") == .some(nil))
    #expect(Optional<Day>(fieldText: "") == .some(nil))
  }
}
