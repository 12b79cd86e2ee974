import Migration

/// A column of an export of the portal, under either of its names.
///
/// Sources: Autodesk's help page on usage exports (field names, and the set to which they are renamed),
/// and the header of the usage report as programs that read it have it.
enum PortalColumn: Hashable, CaseIterable {
  case firstName, lastName, address, autodeskID, hash, team, role, status, offering, feature
  case version, assignment, assignedOn, unassignedOn, activity, lastUsed, dayUsed
  case contract, subscription, term, startsOn, endsOn, subscriptionStatus, seats

  /// The column that a name stands for; `Product` is the later name of `offering_name`.
  init?(named name: String) {
    guard let column = PortalColumn.names[HeaderKey.of(name)] else { return nil }
    self = column
  }

  /// Where each column stands, the leftmost of two.
  static func places(_ names: [String]) -> [PortalColumn: Int] {
    var places: [PortalColumn: Int] = [:]
    for (place, name) in names.enumerated() {
      guard let column = PortalColumn(named: name), places[column] == nil else { continue }
      places[column] = place
    }
    return places
  }

  private static let names: [String: PortalColumn] = [
    "firstname": .firstName, "lastname": .lastName, "email": .address, "emailaddress": .address,
    "autodeskid": .autodeskID, "hashedautodeskid": .hash, "hasheduserid": .hash,
    "teamalias": .team, "team": .team, "teamname": .team, "role": .role, "userrole": .role,
    "accountstatus": .status, "offeringname": .offering, "product": .offering,
    "offering": .offering, "productname": .feature, "feature": .feature, "version": .version,
    "seatassignment": .assignment, "assigneddate": .assignedOn,
    "unassigneddate": .unassignedOn, "useractivity": .activity, "daysinactive": .activity,
    "lastaccessed": .lastUsed, "dayused": .dayUsed, "contractnumber": .contract,
    "subscriptionid": .subscription, "term": .term, "startdate": .startsOn, "enddate": .endsOn,
    "subscriptionstatus": .subscriptionStatus, "seatquantity": .seats, "seats": .seats,
    "numberofseats": .seats,
  ]
}
