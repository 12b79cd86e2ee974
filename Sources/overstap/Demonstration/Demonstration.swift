import Migration
import SessionFile

/// A complete little organisation in memory: the team that the helpdesk's handout shows.
enum Demonstration {
  /// The team of the handout.
  static let team = "harrypotter switch - 9231"

  /// Fills an empty session, dated round today so that something waits.
  static func fill(_ file: SessionFile, language: String, at moment: Moment) throws(ChangeRefusal) {
    let start = moment.day - 13
    var setup = Setup(
      organisation: "Harry Potter Switch", team: team, startDate: start, language: language)
    setup.role = .primaryAdmin
    _ = try file.apply(.setUp(setup), at: Moment(day: start - 14, minute: 9 * 60))
    for (place, person) in people.enumerated() {
      let day = start - 14 + place % 3
      _ = try file.apply(
        .createUsers(.addUser(person, place < 8 ? .imported : .typed)),
        at: Moment(day: day, minute: 600 + place))
    }
    let ids = try users(file, count: 8)
    let handOver = HandOver(
      number: 1, step: .createUsers, writtenOn: start, rowCount: ids.count,
      files: ["~/Downloads/overstap-hand-over-1/01-invite-1.csv"])
    _ = try file.apply(
      .createUsers(.handOver(handOver, ids)), at: Moment(day: start, minute: 9 * 60 + 30))
    _ = try file.apply(
      .stateHandOver(1, moment.day - 8), at: Moment(day: moment.day - 8, minute: 10 * 60))
    try fillProducts(file, start: start, at: moment)
    try fillPortal(file, people: Array(people.prefix(8)) + [stranger], at: moment)
    try fillServer(file, at: moment)
  }

  /// Maya with four seats, of which the buyer has one; AutoCAD in the midst of it; a collection that
  /// is short of seats.
  private static func fillProducts(
    _ file: SessionFile, start: Day, at moment: Moment
  ) throws(ChangeRefusal) {
    let day = start + 1
    func add(_ name: String, _ seats: Int) throws(ChangeRefusal) -> ProductID {
      let details = ProductDetails(named: name, seats: seats, source: .subscriptions)
      let outcome = try file.apply(
        .assignProducts(.addProduct(details)), at: Moment(day: day, minute: 600))
      return outcome.product ?? ProductID(0)
    }
    let maya = try add("Maya", 4)
    let autocad = try add("AutoCAD", 6)
    let collection = try add("AEC Collection", 3)
    let ids = try users(file, count: 12)
    let buyer = try file.apply(
      .createUsers(.addUser(buyer, .typed)), at: Moment(day: day, minute: 605))
    if let buyer = buyer.user {
      _ = try file.apply(
        .assignProducts(.assign([buyer], [maya], .buyer)), at: Moment(day: day, minute: 610))
      _ = try file.apply(
        .assignProducts(.glance(maya, isRight: true)), at: Moment(day: day + 3, minute: 540))
    }
    _ = try file.apply(
      .assignProducts(.assign(Array(ids.prefix(4)), [autocad], .chosen)),
      at: Moment(day: day, minute: 620))
    let seats = ids.prefix(2).map { SeatKey(user: $0, product: autocad) }
    let handOver = HandOver(
      number: 2, step: .assignProducts, writtenOn: day, rowCount: seats.count,
      files: ["~/Downloads/overstap-hand-over-2/02-assign-autocad-1.csv"])
    _ = try file.apply(
      .assignProducts(.handOverSeats(handOver, seats, isEarly: false)),
      at: Moment(day: day, minute: 630))
    _ = try file.apply(.stateHandOver(2, day + 1), at: Moment(day: day + 1, minute: 540))
    _ = try file.apply(
      .assignProducts(.assign(Array(ids.dropFirst(4).prefix(4)), [collection], .chosen)),
      at: Moment(day: day + 2, minute: 540))
  }

  /// The buyer of the handout, who is given a seat of Maya by itself.
  private static let buyer = person("harrypotter", "switch", "hswitch", "")

  /// Somebody in the portal whom the list does not have.
  private static let stranger = person("Sirius", "Black", "sblack", "")

  private static func users(
    _ file: SessionFile, count: Int
  ) throws(ChangeRefusal) -> [UserID] {
    do {
      return Array(try file.userIDs(UserQuery()).sorted().prefix(count))
    } catch {
      throw .notWritable(SystemReason.unsaid)
    }
  }

  private static let people: [UserDetails] = [
    person("Harry", "Potter", "hpotter", "Pilot"),
    person("Hermione", "Granger", "hgranger", "Pilot"),
    person("Ron", "Weasley", "rweasley", "Pilot"),
    person("Ginny", "Weasley", "gweasley", "Zwolle"),
    person("Luna", "Lovegood", "llovegood", "Zwolle"),
    person("Neville", "Longbottom", "nlongbottom", "Zwolle"),
    person("Minerva", "McGonagall", "mmcgonagall", "Ede"),
    person("Albus", "Dumbledore", "adumbledore", "Ede"),
    person("Willem", "van der Meer", "wmeer", "Ede"),
    person("Fatima", "El Idrissi", "felidrissi", "Ede"),
    person("Zoë", "Ćosić", "zcosic", "Zwolle"),
  ]

  private static func person(
    _ first: String, _ last: String, _ login: String, _ group: String
  ) -> UserDetails {
    UserDetails(
      firstName: first, lastName: last, address: "\(login)@example.com", login: login, group: group)
  }
}
