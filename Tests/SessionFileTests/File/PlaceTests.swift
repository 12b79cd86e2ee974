import Migration
import SessionFile
import Testing

@Suite("Place and remembered mappings")
struct PlaceTests {
  @Test("Somebody comes back to where they were, with what was half typed")
  func keep() throws {
    let folder = try Folder()
    let place = Place(entries: [
      ("screen", "invite-users"), ("draft.first-name", "An\u{301} \"x\""),
    ])
    do {
      let file = try folder.open()
      #expect(try file.place() == Place())
      try file.keep(place)
      try file.keep(place)
      #expect(try file.summary().revision == 0)
    }
    let again = try folder.open()
    #expect(try again.place() == place)
    try again.keep(Place(entries: [("screen", "overview")]))
    #expect(try folder.open().place() == Place(entries: [("screen", "overview")]))
  }

  @Test("How a list was read is remembered until it is forgotten")
  func mappings() throws {
    let file = try SessionFile.inMemory()
    #expect(try file.mapping("naam;mail") == nil)
    try file.remember(mapping: "last-name;address", as: "naam;mail")
    try file.remember(mapping: "last-name;address;group", as: "naam;mail")
    #expect(try file.mapping("naam;mail") == "last-name;address;group")
    try file.remember(mapping: nil, as: "naam;mail")
    #expect(try file.mapping("naam;mail") == nil)
  }
}
