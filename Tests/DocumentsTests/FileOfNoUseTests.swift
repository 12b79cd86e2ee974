import Testing

@testable import Documents

@Suite("A file that is known and of no use")
struct FileOfNoUseTests {
  @Test(
    "is called by its name",
    arguments: [
      (
        FileOfNoUse.usageByDay,
        "team_alias,offering_name,product_name,version,day_used,access_option,tokens_used,"
          + "hashed_autodesk_id,first_name,last_name,email\nT,AEC,Revit,2026,2026-10-01,x,0,1f,A,B,a@example.com\n"
      ),
      (
        .usageByDay,
        "hashed_autodesk_id,first_name,last_name,email,offering_name,product_name,version,day_used\n"
          + "1f,*****,*****,*****,AEC Collection,Revit,2026,2026-10-01\n"
      ),
      (
        .seatUsage,
        "Team,First name,Last name,Email,Product,Feature,Day used\n"
          + "Team 1,Jan,de Vries,jan@example.com,Revit,,2026-10-01\n"
      ),
      (
        .tokenUsage,
        "Day used,Email,First name,Last name,Product,Tokens used\n"
          + "2026-10-01,jan@example.com,Jan,de Vries,Revit,2\n"
      ),
      (.groups, "Group,Group type,Role,Email\nPilot,Custom,User,jan@example.com\n"),
      (
        .licenceTable,
        """
        lmutil - Copyright (c) 1989-2026 Flexera. All Rights Reserved.
        Mon 5/6/2026 18:20

        NOTE: lmstat -i does not give information from the server,
              but only reads the license file.

        Feature                         Version     #licenses    Vendor        Expires
        87878ACD_2024_0F                1.000       10           adskflex      31-MAY-2027

        """
      ),
      (
        .optionsFile,
        "# our options\nTIMEOUTALL 3600\nGROUP cad ann bas\nINCLUDE 87878ACD_2024_0F GROUP cad\n"
      ),
      (
        .ldif,
        """
        version: 1

        dn: CN=Jan de Vries,OU=Staff,DC=example,DC=com
        sn: de Vries
        givenName: Jan
        mail: jan@example.com

        dn:: Q049Wm/DqyxEQz1leGFtcGxl
        sn:: TcO8bGxlcg==
        mail: zoe.muller@exa
         mple.com

        """
      ),
      (
        .logInJSON,
        #"{"log":" 8:42:20 (adskflex) OUT: \"87545ACD_2022_0F\" jdoe@PC01  \n","stream":"stdout"}"#
      ),
      (.logInJSON, #"{"_HOSTNAME":"lic01","MESSAGE":" 8:41:00 (lmgrd) TIMESTAMP 7/7/2022"}"#),
      (
        .textTable,
        """

        GivenName Surname  mail
        --------- -------  ----
        Jan       de Vries jan@example.com

        """
      ),
      (
        .textTable,
        """
          fn        ln          email               disabled
          Jan       de Vries    jan@example.com     no
        dsget succeeded

        """
      ),
      (.contacts, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jan\r\nEMAIL:jan@example.com\r\nEND:VCARD\r\n"),
      (.xml, "<?xml version=\"1.0\"?>\n<Workbook><Worksheet/></Workbook>"),
      (.peopleJSON, "[ {\n \"username\" : \"jvries\", \"email\" : \"jan@example.com\"\n} ]"),
      (.json, "{\"a\": [1, 2]}"),
      (
        .formatList,
        """

        GivenName         : Jan
        Surname           : de Vries
        UserPrincipalName : jan@example.com

        GivenName         : Piet
        Surname           : Jansen
        UserPrincipalName : piet@example.com

        """
      ),
      (.richText, "{\\rtf1\\ansi License server status: 27000@lic01}"), (.pdf, "%PDF-1.7\n"),
      (.html, "<!DOCTYPE html>\n<html><body>License server status: 27000@lic01</body></html>"),
      (.session, "SQLite format 3\0"),
    ])
  func named(_ file: FileOfNoUse, _ text: String) {
    #expect(DocumentKind.recognise(Array(text.utf8)) == .ofNoUse(file))
    #expect(DocumentKind.ofNoUse(file).name == file.rawValue)
    guard file != .session else { return }
    let wide = encoded(text, .utf16LittleEndian, mark: true)
    let isText = ![.richText, .pdf].contains(file)
    if isText { #expect(DocumentKind.recognise(wide) == .ofNoUse(file), "in UTF-16 too") }
  }

  @Test(
    "is not what is of use, or not known at all",
    arguments: [
      ("First name,Last name,Email\nJan,de Vries,jan@example.com\n", DocumentKind.peopleList),
      ("Naam : Jan\n", .unknown), ("Hello world, nothing else.\n", .unknown),
      ("GROUP meeting today\nWe talk about licences\nand more\n", .unknown),
      ("To: jan@example.com\nSubject: dn\n\nHello\n", .unknown),
    ])
  func others(_ text: String, _ kind: DocumentKind) {
    #expect(DocumentKind.recognise(Array(text.utf8)) == kind)
  }
}
