import Documents
import Migration
import Testing

@Suite("What computers tell: device lists, results of scripts, helper lists of many computers")
struct DeviceDocumentTests {
  private func list(_ text: String) throws -> DeviceList? {
    try DeviceList.read(Array(text.utf8))
  }

  private func kind(_ text: String) -> DocumentKind { .recognise(Array(text.utf8)) }

  @Test(
    "The header of an inventory is known in four languages, with other separators too",
    arguments: [
      "Computer,System,User,Group\nPC1,Windows 11,ann,Pilot\n",
      "Computernaam;Besturingssysteem;Gebruiker;Groep\nPC1;Windows 11;ann;Pilot\n",
      "Rechnername;Betriebssystem;Benutzer;Gruppe\nPC1;Windows 11;ann;Pilot\n",
      "Nom de l'ordinateur\tSystème d'exploitation\tUtilisateur\tGroupe\nPC1\tWindows 11\tann\tPilot\n",
      "Devices of today\n\nDevice name,OS,Primary user UPN,Device group\nPC1,Windows 11,ann,Pilot\n",
      "Name,OperatingSystem,samaccountname,department\nPC1$,Windows 11 Pro,ann,Pilot\n",
      "Netbios_Name0,Caption0,User_Name0,Location\nPC1,Windows 11,ann,Pilot\n",
      "displayName,operatingSystem,userNames,group\nPC1,Windows,ann,Pilot\n",
      "Gerätename;Betriebssystem;Primärer Benutzer-UPN;Gruppe\nPC1;Windows;ann;Pilot\n",
      "Apparaatnaam;Besturingssysteem;Primaire gebruiker UPN;Groep\nPC1;Windows;ann;Pilot\n",
    ])
  func headers(text: String) throws {
    #expect(kind(text) == .deviceList)
    let computer = ComputerDetails(
      name: "PC1", system: .windows, group: "Pilot", people: ["ann"])
    #expect(try list(text)?.computers == [computer])
  }

  @Test(
    "A list of computers is none of people, though it tells their addresses",
    arguments: [
      "Gerätename;Hauptbenutzer;Betriebssystem\nPC1;ann@example.com;Windows\n",
      "Nom de l’appareil;UPN de l’utilisateur principal;Système\nPC1;ann@example.com;Windows\n",
      "Name,Client,Primary User(s),Currently Logged on User\nPC1,Yes,ann@example.com,E\\ann\n",
    ])
  func owners(text: String) throws {
    #expect(kind(text) == .deviceList)
    #expect(try list(text)?.computers.map(\.people) == [["ann@example.com"]])
  }

  @Test("Rows that end before their last cells, or behind them, are whole")
  func raggedEnds() throws {
    let found = try #require(
      try list("computer,user,os,group\nPC1,ann\nPC2,bram,Windows,Pilot,,\nPC3\n"))
    #expect(found.computers.map(\.name) == ["PC1", "PC2", "PC3"] && found.refused.isEmpty)
  }

  @Test("A computer has all its people, whether in one field or in several rows")
  func people() throws {
    let found = try #require(
      try list(
        """
        computer,user,os
        WS1,ann; bram,macOS 14
        ws1,chloe,
        WS1,ANN,
        WS2,,Ubuntu 24.04

        """))
    #expect(found.computers.map(\.people) == [["ann", "bram", "chloe"], []])
    #expect(found.computers.map(\.system) == [.macOS, .linux])
    #expect(found.duplicates == 1 && found.rows == 4 && found.refused.isEmpty)
  }

  @Test("What is no computer is refused with its line and why, and counted so")
  func refused() throws {
    let found = try #require(
      try list(
        """
        computer,user,os
        ,ann,Windows
        PC 1;rm -rf,ann,Windows
        Phone1,ann,iOS 17
        PC3,ann,Windows,more
        PC4,ann,Windows

        """))
    #expect(found.refused.map(\.line) == [2, 3, 4, 5])
    #expect(found.refused.map(\.refusal) == [.nameless, .badName, .otherDevice, .unreadable])
    let figures = Dictionary(
      uniqueKeysWithValues: found.figures.map { ($0.name, String(describing: $0.value)) })
    #expect(figures["rows"] == "number(5)" && figures["valid"] == "number(1)")
  }

  @Test("A list of people is no list of devices, and neither is a list without a second column")
  func others() {
    #expect(kind("First name,Last name,Email\nAnn,Bos,ann@example.com\n") == .peopleList)
    #expect(kind("Name,Price\nPC1,3\n") == .unknown)
    #expect(kind("hostname\nPC1\nPC2\n") == .deviceList)
  }

  private let result = """
    {"overstap": 1, "action": "switch", "order": 3, "host": "pc01", "user": "root",
     "day": "2027-01-14", "time": "09:31:07", "helper": "/opt/x",
     "products": [
      {"key": "657L1", "version": "2020.0.0.F", "outcome": "switched", "reason": "",
       "before": {"method": 1, "serverType": 1, "servers": ["2080@lic01"]},
       "after": {"method": 4, "serverType": 0, "servers": []},
       "calls": [{"arguments": ["change"], "exit": 0, "answer": "ok"}]},
      {"key": "001P1", "version": "2024.0.0.F", "outcome": "failed", "reason": "refused",
       "before": {"method": 1}, "after": {"method": 1},
       "calls": [{"arguments": ["change"], "exit": 5, "answer": "no\\u001b[31m way"}]}],
     "calls": [{"arguments": ["list"], "exit": 0, "answer": ""}]}
    """

  @Test("A script's result is known by its mark, and tells what was read back and what was said")
  func results() throws {
    #expect(kind(result) == .switchResult)
    let read = try #require(SwitchResult.read(Array(result.utf8)))
    #expect(read.host == "pc01" && read.order == 3)
    #expect(read.moment?.day.iso == "2027-01-14" && read.moment?.clock == "09:31")
    #expect(read.products.map(\.after) == [.user, .network])
    #expect(read.products.map(\.reason) == ["", "refused"])
    #expect(read.products[1].answer == "no [31m way", "nothing that steers a terminal is kept")
    let cut = Array(result.utf8.prefix(result.utf8.count - 9))
    #expect(SwitchResult.read(cut) == nil, "half a result is none")
    let wide: [UInt8] =
      [0xFF, 0xFE] + result.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(SwitchResult.read(wide) == read)
    let told = DeviceBatch.Told(read, at: read.moment)
    #expect(told.computer.name == "pc01" && told.products.map(\.failure) == ["", "refused"])
  }

  private func helper(_ key: String) -> String {
    """
    [ { "feature_id":"ACD","sel_prod_key":"\(key)","sel_prod_ver":"2024.0.0.F",
        "supported_lic_methods":[1,4],"lic_method":1 } ]
    """
  }

  private func read(_ bytes: [UInt8]) -> HelperList {
    var reader = HelperListReader()
    reader.consume(bytes.span)
    return reader.finish()
  }

  private let moment = Moment(day: Day(number: 20_000))

  @Test("Two lists in one file are two, each with the computer that the line before it names")
  func several() throws {
    let text = """
      === PC01 ===
      \(helper("001P1"))
      pc02.example.com | CHANGED | rc=0 >>
      \(helper("829P1"))
      Computer: PC03
      \(helper("657P1"))
      """
    let list = read(Array(text.utf8))
    let told = try #require(DeviceBatch.Told.told(list, named: "all.txt", at: moment))
    #expect(told.map(\.computer.name) == ["PC01", "pc02.example.com", "PC03"])
    #expect(told.map { $0.products.map(\.key) } == [["001P1"], ["829P1"], ["657P1"]])
    let nameless = read(Array((helper("001P1") + "\n" + helper("829P1")).utf8))
    #expect(nameless.lists == 2)
    #expect(DeviceBatch.Told.told(nameless, named: "PC01.json", at: moment) == nil)
  }

  @Test("A single list is of the computer after which the file is called")
  func fileNames() {
    let names = [
      "PC01.json": "PC01", "list-PC01.txt": "PC01", "ws-7.example.com.json.gz": "ws-7.example.com",
      "list.json": nil, "my computer.json": nil,
    ]
    for (file, name) in names {
      #expect(DeviceBatch.Told.computer(inFileName: file) == name, "\(file)")
    }
  }

  @Test("What PowerShell redirects is UTF-16, and is read as well")
  func wide() {
    let bytes: [UInt8] =
      [0xFF, 0xFE] + helper("001P1").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(DocumentKind.recognise(bytes) == .helperList)
    #expect(read(bytes).products.map(\.key) == ["001P1"])
  }

  @Test("A product without a single-user licence cannot go over, whatever it uses now")
  func cannot() throws {
    let text = """
      [ {"feature_id":"X","sel_prod_key":"ABCP1","supported_lic_methods":[1,2],"lic_method":1},
        {"feature_id":"Y","sel_prod_key":"ABDP1","supported_lic_methods":[4]} ]
      """
    let told = DeviceBatch.Told.told(read(Array(text.utf8)), named: "PC1.json", at: moment)
    #expect(told?.first?.products.map(\.method) == [.cannot, .notChosen])
  }
}
