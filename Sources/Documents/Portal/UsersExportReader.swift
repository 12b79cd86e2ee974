import Migration

/// Gathers the rows of an export: people, offerings, teams, and what each has of the other.
struct UsersExportReader {
  private let kind: UsersExport.Kind
  private let fieldCount: Int
  private let places: Places

  private var people = PeopleBatch()
  private var index: AddressIndex
  private var invitations: [Invitation] = []
  private var personTeams: [Int] = []
  private var furtherTeams: Set<UsersExport.Membership> = []
  private var assignments: [UsersExport.Assignment] = []
  private var keys: [SeatKey: UInt32] = [:]
  private var offerings = Names()
  private var teams = Names(key: TeamName.key)
  private var hashes: Set<[UInt8]> = []
  private var figures = UsersExport.Figures()

  private struct Places {
    var first: Int?
    var last: Int?
    var address: Int?
    var hash: Int?
    var team: Int?
    var status: Int?
    var offering: Int?
    var assignment: Int?
    var assignedOn: Int?
    var unassignedOn: Int?
    var lastUsed: Int?
  }

  init(
    kind: UsersExport.Kind, columns: [PortalColumn: Int], fieldCount: Int, likelyRows: Int
  ) {
    self.kind = kind
    self.fieldCount = fieldCount
    places = Places(
      first: columns[.firstName], last: columns[.lastName], address: columns[.address],
      hash: columns[.hash], team: columns[.team], status: columns[.status],
      offering: columns[.offering] ?? columns[.feature], assignment: columns[.assignment],
      assignedOn: columns[.assignedOn], unassignedOn: columns[.unassignedOn],
      lastUsed: columns[.lastUsed])
    index = AddressIndex(reserving: likelyRows / 2)
    assignments.reserveCapacity(likelyRows)
    keys.reserveCapacity(likelyRows)
  }

  /// Adds a row. What a cut-off row still says of a person counts; what it lacks is unknown.
  mutating func add(_ record: TableRecord) {
    figures.rows += 1
    let address = field(places.address, record)
    if address.isEmpty || PortalValue.isMasked(address) {
      let hash = field(places.hash, record)
      if !address.isEmpty || !hash.isEmpty { figures.masked += 1 }
      if !hash.isEmpty, !PortalValue.isMasked(hash) { hashes.insert(Array(hash)) }
      _ = offerings.number(field(places.offering, record))
      return
    }
    let person = self.person(record, address)
    let lastUsed = PortalValue.day(field(places.lastUsed, record))
    var invitation = UsersExportReader.invitation(field(places.status, record))
    // Who has used a product has accepted.
    if lastUsed != nil { invitation = .accepted }
    invitations[person] = max(invitations[person], invitation)
    let offering = offerings.number(field(places.offering, record))
    guard offering > 0 else { return }
    let team = teams.number(field(places.team, record))
    add(
      UsersExport.Assignment(
        person: person, offering: offering - 1, team: team == 0 ? personTeams[person] : team,
        seat: seat(field(places.assignment, record)),
        assignedOn: PortalValue.day(field(places.assignedOn, record)),
        unassignedOn: PortalValue.day(field(places.unassignedOn, record)), lastUsedOn: lastUsed))
  }

  /// What was gathered.
  mutating func finished() -> UsersExport {
    for seat in countedSeats() {
      switch seat {
      case .assigned: figures.assigned += 1
      case .unassigned: figures.unassigned += 1
      case .unknown: break
      }
    }
    figures.users = people.rows.count + hashes.count
    figures.offerings = offerings.all.count - 1
    // The empty team is one only when a person has it.
    let namesNoTeam = personTeams.contains(0) || teams.all.count == 1
    let shift = namesNoTeam ? 0 : 1
    for place in assignments.indices { assignments[place].team -= shift }
    return UsersExport(
      kind: kind, people: people, invitations: invitations, assignments: assignments,
      offerings: Array(offerings.all.dropFirst()), teams: Array(teams.all.dropFirst(shift)),
      personTeams: personTeams.map { $0 - shift },
      furtherTeams: Set(
        furtherTeams.map { UsersExport.Membership(person: $0.person, team: $0.team - shift) }),
      figures: figures)
  }

  /// One seat a person and offering, in whatever teams.
  private func countedSeats() -> [UsersExport.Seat] {
    guard !furtherTeams.isEmpty else { return assignments.map(\.seat) }
    var counted: [SeatKey: UsersExport.Seat] = [:]
    for assignment in assignments {
      let key = SeatKey(assignment.person, assignment.offering, 0)
      let known = counted[key] ?? .unknown
      if assignment.seat == .assigned || known == .unknown { counted[key] = assignment.seat }
    }
    return Array(counted.values)
  }

  private func field(_ place: Int?, _ record: TableRecord) -> UnsafeBufferPointer<UInt8> {
    record.field(place ?? Int.max)
  }

  /// The person of an address, new or known; names come from the first row that has them.
  private mutating func person(
    _ record: TableRecord, _ address: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let number = people.rows.count
    var row = PeopleBatch.Row(line: UInt32(clamping: record.line))
    let start = people.bytes.count
    row.address = append(address, PersonRules.appendAddress)
    let known = people.bytes.withUnsafeBufferPointer { bytes in
      index.claim(UnsafeBufferPointer(rebasing: bytes[start...]), row: number, in: people)
    }
    if let known {
      people.bytes.removeLast(people.bytes.count - start)
      let team = teams.number(field(places.team, record))
      if team != 0, team != personTeams[known] {
        furtherTeams.insert(.init(person: known, team: team))
      }
      return known
    }
    row.firstName = appendName(field(places.first, record))
    row.lastName = appendName(field(places.last, record), PersonRules.appendLastName)
    row.cause = people.bytes.withUnsafeBufferPointer { bytes in
      func run(_ extent: PeopleBatch.Extent) -> UnsafeBufferPointer<UInt8> {
        let start = Int(extent.offset)
        return UnsafeBufferPointer(rebasing: bytes[start..<start + Int(extent.length)])
      }
      return PersonRules.verdict(
        first: run(row.firstName), last: run(row.lastName), address: run(row.address))
    }
    row.verdict = row.cause.map { $0.isRefusal ? .refused : .doubtful } ?? .valid
    people.rows.append(row)
    invitations.append(.unknown)
    personTeams.append(teams.number(field(places.team, record)))
    return number
  }

  private mutating func appendName(
    _ field: UnsafeBufferPointer<UInt8>,
    _ normalise: (UnsafeBufferPointer<UInt8>, inout [UInt8]) -> Void = PersonRules.appendName
  ) -> PeopleBatch.Extent {
    PortalValue.isMasked(field) ? .empty : append(field, normalise)
  }

  private mutating func append(
    _ field: UnsafeBufferPointer<UInt8>,
    _ normalise: (UnsafeBufferPointer<UInt8>, inout [UInt8]) -> Void
  ) -> PeopleBatch.Extent {
    let start = people.bytes.count
    normalise(
      UnsafeBufferPointer(rebasing: field.prefix(PeopleBatchBuilder.longestField)), &people.bytes)
    return PeopleBatch.Extent(
      offset: UInt32(clamping: start), length: UInt32(clamping: people.bytes.count - start))
  }

  private mutating func add(_ new: UsersExport.Assignment) {
    let key = SeatKey(new.person, new.offering, new.team)
    guard let place = keys[key].map({ Int($0) }) else {
      keys[key] = UInt32(clamping: assignments.count)
      assignments.append(new)
      return
    }
    // A seat that was taken back and given again has a row for each.
    var known = assignments[place]
    if new.seat == .assigned || known.seat == .unknown { known.seat = new.seat }
    known.assignedOn = later(known.assignedOn, new.assignedOn)
    known.unassignedOn = later(known.unassignedOn, new.unassignedOn)
    known.lastUsedOn = later(known.lastUsedOn, new.lastUsedOn)
    assignments[place] = known
  }

  private func later(_ one: Day?, _ other: Day?) -> Day? {
    guard let one, let other else { return one ?? other }
    return max(one, other)
  }

  /// A row of the Users export is a seat; a usage report says which it is.
  private func seat(_ field: UnsafeBufferPointer<UInt8>) -> UsersExport.Seat {
    if field.isEmpty { return kind == .users && places.assignment == nil ? .assigned : .unknown }
    if UsersExportReader.assigned.contains(field) { return .assigned }
    return UsersExportReader.unassigned.contains(field) ? .unassigned : .unknown
  }

  private static func invitation(_ field: UnsafeBufferPointer<UInt8>) -> Invitation {
    if field.isEmpty { return .unknown }
    if accepted.contains(field) { return .accepted }
    return pending.contains(field) ? .pending : .unknown
  }

  private static let assigned = WordList(["assigned", "yes", "toegewezen", "zugewiesen"])
  private static let unassigned = WordList([
    "unassigned", "not assigned", "no", "niet toegewezen", "nicht zugewiesen",
  ])
  private static let accepted = WordList([
    "active", "verified", "accepted", "actief", "geverifieerd", "geaccepteerd", "aktiv",
    "verifiziert",
  ])
  private static let pending = WordList([
    "pending", "invited", "invitation sent", "unverified", "not verified", "in afwachting",
    "uitgenodigd", "ausstehend", "eingeladen",
  ])
}

/// What tells one seat from another: a person has one of each offering in a team.
private struct SeatKey: Hashable {
  private var person: UInt32
  private var offering: UInt32
  private var team: UInt32

  init(_ person: Int, _ offering: Int, _ team: Int) {
    self.person = UInt32(clamping: person)
    self.offering = UInt32(clamping: offering)
    self.team = UInt32(clamping: team)
  }
}
