import Testing

@testable import Documents

@Suite("A licence file")
struct LicenceFileTests {
  private let file = Reading.licences(Example.licence)

  @Test("names its server and vendor daemon")
  func server() {
    #expect(file.servers.map(\.host) == ["lic01"])
    #expect(file.servers.map(\.hostID) == ["0011AABBCCDD"])
    #expect(file.servers.map(\.port) == [27001])
    #expect(file.useServerLines == 1)
    #expect(file.vendors.map(\.name) == ["adskflex"])
    #expect(file.vendors.map(\.port) == [2080])
    #expect(file.vendors.map(\.path) == [#"C:\Autodesk\adskflex.exe"#])
    #expect(file.vendors.map(\.optionsFile) == [#"C:\Autodesk\adskflex.opt"#])
    #expect(file.setUp == .single)
  }

  @Test("reads its licences over continued and quoted lines")
  func features() {
    #expect(file.features.map(\.name) == ["64300ACD_F", "neptune"])
    let licence = file.features[0]
    #expect(licence.keyword == .increment)
    #expect(licence.licences == 12)
    #expect(licence.expiry == LogDay(year: 2027, month: 7, day: 21).map(LicenceExpiry.day))
    #expect(licence.value(of: "VENDOR_STRING") == "commercial:extendable")
    #expect(licence.value(of: "SN") == "399-12345678")
    #expect(licence.value(of: "DUP_GROUP") == "UH")
    #expect(licence.value(of: "BORROW") == "4320")
    #expect(licence.has("SUPERSEDE"))
    #expect(licence.value(of: "ISSUED") == "29-Sep-2021")
    #expect(licence.value(of: "SIGN") == nil && licence.has("SIGN"))
    #expect(file.features[1].licences == nil)
    #expect(file.features[1].expiry == .permanent)
    #expect(file.features[1].value(of: "NOTICE") == "two words")
    #expect(file.features[1].value(of: "HOSTID") == "ANY")
  }

  @Test("maps packages to their releases")
  func packages() {
    #expect(file.packages.map(\.name) == ["64300ACD_F"])
    #expect(
      file.packages[0].components.map(\.name) == ["87545ACD_2022_0F", "87393ACD_2021_0F"])
    #expect(file.packages[0].isSuite)
    #expect(file.packages[0].version == "1.000")
    #expect(file.packages[0].components[1].version == "1.0")
    #expect(file.packages[0].components[1].licences == 4)
  }

  @Test("of a client only says where the server is")
  func client() {
    let file = Reading.licences("SERVER lic01 000000000000 27000\r\nUSE_SERVER\r\n")
    #expect(file.features.isEmpty && file.packages.isEmpty && file.vendors.isEmpty)
    #expect(file.servers.map(\.port) == [27000])
  }

  @Test("of a redundant set names three servers")
  func redundant() {
    let file = Reading.licences(
      """
      SERVER a 1111AAAA2222 27000 PRIMARY_IS_MASTER HEARTBEAT_INTERVAL=30
      SERVER b 1111AAAA2223 27000
      SERVER c 1111AAAA2224 27000
      DAEMON adskflex /opt/flexnetserver/adskflex /var/flexlm/adskflex.opt
      """)
    #expect(file.setUp == .redundant)
    #expect(file.servers[0].options == ["PRIMARY_IS_MASTER", "HEARTBEAT_INTERVAL=30"])
    #expect(file.vendors[0].optionsFile == "/var/flexlm/adskflex.opt")
  }

  @Test("ends a licence at the next keyword where a quote was never closed")
  func openQuote() {
    let file = Reading.licences(
      """
      INCREMENT a orbit 1.0 permanent 5 SIGN="0000
      INCREMENT b orbit 1.0 permanent 6 SIGN="0000"
      """)
    #expect(file.features.map(\.licences) == [5, 6])
  }

  @Test("counts lines that break off after their keyword")
  func damaged() {
    #expect(Reading.licences("FEATURE a orbit\nSERVER lic01\n").damagedLines == 2)
  }

  @Test(
    "knows every way to write that a licence does not end",
    arguments: ["permanent", "PERMANENT", "1-jan-0", "01-jan-00", "01-jan-0000"])
  func permanent(expiry: String) {
    let file = Reading.licences("FEATURE a orbit 1.0 \(expiry) 5")
    #expect(file.features.map(\.expiry) == [.permanent])
  }

  @Test("gives its figures")
  func figures() {
    #expect(
      Reading.json(file.figures)
        == #"{"servers":1,"useServer":1,"vendors":1,"features":1,"increments":1,"packages":1,"#
        + #""components":2,"licences":12,"uncounted":1,"permanent":1,"distinctFeatures":2}"#)
  }

  @Test("is read out of the lines that a mail quotes")
  func quoted() {
    let text = """
      > SERVER lic01 001122aabbcc 27000
      > USE_SERVER
      > VENDOR adskflex port=2080
      > INCREMENT 87545ACD_2022_0F adskflex 1.000 permanent 5 \\
      >   ISSUED=09-Jan-2007 SIGN=0
      """
    let file = Reading.licences(text)
    #expect(file == Reading.licences(text.replacing("> ", with: "")))
    #expect(!file.servers.isEmpty)
    #expect(DocumentKind.recognise(Array(text.utf8)) == .licenceFile)
  }
}
