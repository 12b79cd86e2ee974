import Migration
import Testing

@testable import Documents

@Suite("A text with the variables in which clients keep the addresses of licence servers")
struct LicencePathTextTests {
  private static func hosts(_ text: String) -> [String]? {
    LicencePathText.read(Array(text.utf8))?.servers.flatMap(\.hosts)
  }

  @Test(
    "is known as set, env, reg query, a registry file, a profile and PowerShell write it",
    arguments: [
      "ADSKFLEX_LICENSE_FILE=27000@lic01;@lic02\r\nPath=C:\\Windows\r\n",
      "HOME=/home/ann\nLM_LICENSE_FILE=27000@lic01:@lic02\n",
      "    ADSKFLEX_LICENSE_FILE    REG_SZ    27000@lic01;@lic02",
      "[HKEY_CURRENT_USER\\X]\n\"ADSKFLEX_LICENSE_FILE\"=\"27000@lic01;@lic02\"\n",
      "export ADSKFLEX_LICENSE_FILE='27000@lic01:@lic02'",
      "setenv ADSKFLEX_LICENSE_FILE 27000@lic01:@lic02",
      "$env:ADSKFLEX_LICENSE_FILE = \"27000@lic01;@lic02\"",
      "set adskflex_license_file=27000@lic01;@lic02",
      "setx ADSKFLEX_LICENSE_FILE \"27000@lic01;@lic02\" /M",
      "setx ADSKFLEX_LICENSE_FILE 27000@lic01;@lic02 /M",
      "[Environment]::SetEnvironmentVariable('ADSKFLEX_LICENSE_FILE', '@lic01;@lic02', 'Machine')",
    ])
  func known(text: String) {
    #expect(Self.hosts(text) == ["lic01", "lic02"])
    #expect(DocumentKind.recognise(Array(text.utf8)) == .licencePath)
  }

  @Test("is known in UTF-16, as the registry editor exports it")
  func wide() {
    let text = "\"LM_LICENSE_FILE\"=\"@lic01\"\r\n"
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(LicencePathText.read(bytes)?.servers.flatMap(\.hosts) == ["lic01"])
  }

  @Test(
    "is nothing else: a comment, a path alone, a sentence about it, a list of people",
    arguments: [
      "", "# ADSKFLEX_LICENSE_FILE=@lic01", "rem LM_LICENSE_FILE=@lic01",
      "LM_LICENSE_FILE=C:\\x.lic", "MY_ADSKFLEX_LICENSE_FILE_OLD=@lic01",
      "First name,Last name,Email\nHarry,Potter,h@example.com", "2080@lic01",
    ])
  func others(text: String) {
    #expect(Self.hosts(text) ?? [] == [])
    #expect(DocumentKind.recognise(Array(text.utf8)) != .licencePath)
  }
}
