import Migration

/// A Users export or a usage report of the portal: who is in the team, and who has which product.
///
/// Both have one row for each person and offering. Header names in either spelling and any order, text
/// or workbook. Source: Autodesk's help pages on exports; see `PortalColumn`.
package struct UsersExport: Sendable {
  /// Which of the two it is.
  package enum Kind: String, CaseIterable, Sendable {
    /// By User > Export: with roles and account status.
    case users = "users-export"
    /// Reporting > Usage report: with seats and use.
    case usage = "usage-report"
  }

  /// Whether somebody has a seat.
  package enum Seat: UInt8, Sendable {
    /// The file does not say.
    case unknown
    case assigned
    /// It was taken back; the portal keeps the row.
    case unassigned
  }

  /// A person and an offering: the key of the file.
  package struct Assignment: Hashable, Sendable {
    /// The place of the person in `people.rows`.
    package var person: Int
    /// The place of the offering in `offerings`.
    package var offering: Int
    /// The place of the team in `teams`.
    package var team: Int
    /// Whether the person has the seat.
    package var seat: Seat
    /// The day on which it was assigned.
    package var assignedOn: Day?
    /// The day on which it was taken back.
    package var unassignedOn: Day?
    /// The last day on which the offering was used.
    package var lastUsedOn: Day?
  }

  /// A person and a team that the person is in.
  package struct Membership: Hashable, Sendable {
    /// The place of the person in `people.rows`.
    package var person: Int
    /// The place of the team in `teams`.
    package var team: Int
  }

  /// The figures of `inspect`.
  package struct Figures: Hashable, Sendable {
    /// Rows without header and blank lines.
    package var rows = 0
    /// Distinct people: by address, or by hash where addresses are hidden.
    package var users = 0
    /// Distinct offerings.
    package var offerings = 0
    /// Rows whose address is hidden.
    package var masked = 0
    /// Distinct pairs of person and offering that have a seat.
    package var assigned = 0
    /// Distinct pairs whose seat was taken back.
    package var unassigned = 0
  }

  /// Which of the two it is.
  package let kind: Kind
  /// The people, one row each in the order of their first row; the verdict tells who could be taken
  /// over into our list, nothing about the portal.
  package let people: PeopleBatch
  /// For each person how far the invitation is.
  package let invitations: [Invitation]
  /// Persons and offerings, each pair once: a seat that is assigned in any row is assigned.
  package let assignments: [Assignment]
  /// The offerings by name, in the order of the file.
  package let offerings: [String]
  /// The teams by name, in the order of the file; one empty name when the file names none.
  package let teams: [String]
  /// For each person the place of the team in `teams`; the first one of somebody in several.
  package let personTeams: [Int]
  /// The further teams of people who are in several: person and team, as places.
  package let furtherTeams: Set<Membership>
  /// The figures.
  package let figures: Figures

  /// The people of one team, by its place in `teams`; O(people).
  package func portalPeople(team: Int) -> PortalPeople {
    let lastUses = lastUses(team: team)
    if personTeams.allSatisfy({ $0 == team }) {
      return PortalPeople(people: people, invitations: invitations, lastUses: lastUses)
    }
    var portal = PortalPeople()
    portal.people.bytes = people.bytes
    for (place, row) in people.rows.enumerated()
    where personTeams[place] == team
      || furtherTeams.contains(Membership(person: place, team: team))
    {
      portal.people.rows.append(row)
      portal.invitations.append(invitations[place])
      if !lastUses.isEmpty { portal.lastUses.append(lastUses[place]) }
    }
    return portal
  }

  /// The last day on which each person used an offering of a team; empty where the file tells of no use.
  private func lastUses(team: Int) -> [Day?] {
    guard assignments.contains(where: { $0.lastUsedOn != nil }) else { return [] }
    var uses = [Day?](repeating: nil, count: people.rows.count)
    for assignment in assignments where assignment.team == team {
      guard let day = assignment.lastUsedOn else { continue }
      uses[assignment.person] = max(day, uses[assignment.person] ?? day)
    }
    return uses
  }

  /// Whether personal data is hidden, so that the file cannot be laid beside a list of people.
  package var isMasked: Bool { figures.masked > 0 }

  /// Reads an export; nil when the file is none. O(bytes).
  package static func read(
    _ bytes: [UInt8], reading: Table.Reading = Table.Reading()
  ) throws(TableFailure) -> UsersExport? {
    let file = try TableFile(bytes, reading: reading)
    guard let table = try file.table(where: { kind($0) != nil }),
      let (kind, header) = kind(table.sample)
    else { return nil }
    var reader = UsersExportReader(
      kind: kind, columns: PortalColumn.places(table.sample[header].fields),
      fieldCount: table.sample[header].fields.count, likelyRows: table.likelyRecords)
    var number = 0
    table.forEachRecord { record in
      number += 1
      if number - 1 > header, !record.isBlank { reader.add(record) }
      return true
    }
    return reader.finished()
  }

  /// Whether a table that begins like this is one, and which.
  static func recognises(_ sample: [Table.Row]) -> Kind? { kind(sample)?.kind }

  /// Whether a file is one: a text, or a sheet of a workbook.
  package static func recognises(_ file: TableFile) throws(TableFailure) -> Kind? {
    var found: Kind?
    _ = try file.contains { sample in
      found = recognises(sample)
      return found != nil
    }
    return found
  }

  static func kind(_ sample: [Table.Row]) -> (kind: Kind, header: Int)? {
    for (place, row) in sample.prefix(10).enumerated() {
      let columns = PortalColumn.places(row.fields)
      guard columns[.address] != nil || columns[.hash] != nil, columns[.dayUsed] == nil else {
        continue
      }
      if columns[.offering] != nil,
        columns[.assignment] != nil || columns[.activity] != nil || columns[.lastUsed] != nil
      {
        return (.usage, place)
      }
      // A status alone is in many lists; beside what only the portal has it is the portal's.
      let portals = [columns[.offering], columns[.team], columns[.autodeskID], columns[.role]]
        .count { $0 != nil }
      if portals > 1 || (portals == 1 && columns[.status] != nil) { return (.users, place) }
    }
    return nil
  }

  init(
    kind: Kind, people: PeopleBatch, invitations: [Invitation], assignments: [Assignment],
    offerings: [String], teams: [String], personTeams: [Int], furtherTeams: Set<Membership>,
    figures: Figures
  ) {
    self.kind = kind
    self.people = people
    self.invitations = invitations
    self.assignments = assignments
    self.offerings = offerings
    self.teams = teams
    self.personTeams = personTeams
    self.furtherTeams = furtherTeams
    self.figures = figures
  }
}
