import Testing

@testable import Documents

@Suite("The licensing helper's list")
struct HelperListTests {
  private let list = Reading.helper(Example.helper)

  @Test("tells each product and how it is licensed")
  func products() {
    #expect(list.products.map(\.feature) == ["ACD", "MAYA"])
    #expect(list.products.map(\.method) == [.network, nil])
    #expect(list.products.map(\.supportsUser) == [true, false])
    #expect(list.products[0].key == "237L1")
    #expect(list.products[0].installedKey == "001L1")
    #expect(list.products[0].serverType == .redundant)
    #expect(list.products[0].servers == ["2080@lic01.example.com"])
    #expect(list.products[1].version == nil)
    #expect(list.isCutOff == false)
  }

  @Test("of several computers is read as several lists")
  func several() {
    let list = Reading.helper("[root@pc1 ~]# \(Example.helper)\n# pc2\n\(Example.helper)[]")
    #expect(list.lists == 3)
    #expect(list.products.map(\.list) == [0, 0, 1, 1])
  }

  @Test("that breaks off gives what it has, and says so")
  func cutOff() throws {
    let place = try #require(Example.helper.firstRange(of: "MAYA"))
    let cut = String(Example.helper.prefix(upTo: place.lowerBound))
    #expect(Reading.helper(cut).products.map(\.feature) == ["ACD"])
    #expect(Reading.helper(cut).isCutOff)
  }

  @Test(
    "knows the method by its number or word",
    arguments: [
      ("0", HelperList.Method.unknown(0)), ("1", .network), ("2", .standalone), ("3", .deployment),
      ("4", .user), ("\"4\"", .user), ("\"USER\"", .user), ("9", .unknown(9)),
    ])
  func methods(written: String, method: HelperList.Method) {
    let list = Reading.helper("[{\"feature_id\":\"ACD\",\"lic_method\":\(written)}]")
    #expect(list.products.map(\.method) == [method])
  }

  @Test("gives its figures")
  func figures() {
    #expect(
      Reading.json(list.figures)
        == #"{"products":2,"withMethod":1,"list":[{"key":"237L1","version":"2020.0.0.F","#
        + #""feature":"ACD","method":"network","supportsUser":true},{"key":"657L1","#
        + #""version":null,"feature":"MAYA","method":null,"supportsUser":false}]}"#)
  }
}

@Suite("A figure")
struct FigureValueTests {
  @Test("is JSON that no name can break and no terminal obeys")
  func escaping() {
    var bytes: [UInt8] = []
    FigureValue.text("a\"b\\c\nd\u{1B}[2J\u{9B}é").appendJSON(to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self) == #""a\"b\\c\nd\u001b[2J\u009bé""#)
  }
}
