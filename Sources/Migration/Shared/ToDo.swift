/// Something that waits for the admin today.
package struct ToDo: Hashable, Sendable {
  /// What it is.
  package enum Kind: String, CaseIterable, Sendable {
    /// The first screen was not answered.
    case setUp = "set-up"
    /// The start date is not known, so nothing opens.
    case startDate = "start-date"
    /// The old network rights end in so many days.
    case networkRightsEnd = "network-rights-end"
    /// The old network rights ended so many days ago.
    case networkRightsEnded = "network-rights-ended"
    /// There are no users yet.
    case addUsers = "add-users"
    /// So many users are in no hand-over.
    case handOverUsers = "hand-over-users"
    /// So many rows are written for the portal, and nobody said that it took them.
    case confirmHandOver = "confirm-hand-over"
    /// So many invitations are 7 days old.
    case resendInvitations = "resend-invitations"
    /// So many invitations are 90 days old and have to be made anew.
    case inviteAnew = "invite-anew"
    /// So many users are not in the portal any more.
    case failedUsers = "failed-users"
    /// So many users were stated and are not in a later export of the whole team.
    case absentUsers = "absent-users"
    // Step 1: what documents of the portal prove.
    /// So many users were stated on an earlier day, and no export was read yet.
    case readExport = "read-export"
    /// The newest export is so many days old, and not everyone has accepted.
    case staleExport = "stale-export"
    // Step 2.
    /// The number of seats is not known of so many products.
    case seatsNotKnown = "seats-not-known"
    /// So many seats are planned beyond those that there are.
    case waitingForSeat = "waiting-for-seat"
    /// So many assignments are in no hand-over.
    case handOverSeats = "hand-over-seats"
    /// So many assignments are written for the portal, and nobody said that it took them.
    case confirmSeats = "confirm-seats"
    /// So many products show another number of seats in the portal.
    case seatsNotRight = "seats-not-right"
    /// So many seats are gone from the portal.
    case failedSeats = "failed-seats"
    /// Seats that the portal has under an address that the person no longer has here.
    case oldSeats = "old-seats"

    // Step 3.
    /// So many products could not be switched, or were read back as before.
    case failedSwitches = "failed-switches"
    /// So many computers went over, and somebody who works there has no seat.
    case switchedWithoutSeat = "switched-without-seat"
    /// So many computers did not answer some days after their hand-over.
    case noAnswer = "no-answer"
    /// So many products can go over and are in no hand-over.
    case handOverDevices = "hand-over-devices"
    /// So many products are written for computers, and nobody said that it is done.
    case confirmDevices = "confirm-devices"
    /// A group is done, and so many computers of the next one may go over.
    case nextGroup = "next-group"
    /// So many products were found on computers and are not in our list.
    case foundProducts = "found-products"
    /// So many products are not on their computers any more.
    case missingProducts = "missing-products"

    // Step 4.
    /// So many people have a message that came back.
    case failedMessages = "failed-messages"
    /// So many messages are written, and nobody said that they went.
    case confirmMessages = "confirm-messages"
    /// So many people were told and switched some days ago, and have not signed in.
    case chaseUsers = "chase-users"
    /// So many people have a seat and were not told of the switch.
    case tellUsers = "tell-users"

    // Step 5: licence servers.
    /// So many servers were reported as out of use and are used again.
    case serverUsedAgain = "server-used-again"
    /// So many people were reported as switched and hold a network licence.
    case usedAfterSwitch = "used-after-switch"
    /// So many borrowed licences go on after the end of the network rights.
    case borrowedBeyondEnd = "borrowed-beyond-end"
    /// So many servers did not answer.
    case silentServer = "silent-server"
    /// The oldest log is so many days old.
    case staleLog = "stale-log"
    /// So many servers are reported as out of use, and nothing proves it.
    case proveServers = "prove-servers"
  }

  /// What it is.
  package var kind: Kind
  /// The step that it belongs to.
  package var step: Step
  /// How many, or how many days.
  package var count: Int
  /// Whether it is pressing, or can wait.
  package var isUrgent: Bool

  /// Makes a thing to do.
  package init(_ kind: Kind, step: Step, count: Int, isUrgent: Bool = false) {
    self.kind = kind
    self.step = step
    self.count = count
    self.isUrgent = isUrgent
  }
}

extension Summary {
  /// What waits for the admin on a day, the most pressing first.
  ///
  /// Source of the days: `InvitationLife`.
  package func toDo(today: Day) -> [ToDo] {
    // Nothing can be done for people of whom nothing is known any more.
    guard forgotten == nil else { return [] }
    guard let setup else { return [ToDo(.setUp, step: .createUsers, count: 1)] }
    var things: [ToDo] = []
    if let end = setup.networkRightsEnd, let start = setup.startDate, today >= start {
      let left = end - today
      things.append(
        left >= 0
          ? ToDo(.networkRightsEnd, step: .retireServers, count: left, isUrgent: left <= 14)
          : ToDo(.networkRightsEnded, step: .retireServers, count: -left, isUrgent: true))
    }
    if setup.startDate == nil { things.append(ToDo(.startDate, step: .createUsers, count: 1)) }
    let failed = users[.failed, default: 0]
    if failed > 0 {
      things.append(ToDo(.failedUsers, step: .createUsers, count: failed, isUrgent: true))
    }
    let absent = invitations[.absent, default: 0]
    if absent > 0 {
      things.append(ToDo(.absentUsers, step: .createUsers, count: absent, isUrgent: true))
    }
    if userFunnel.total == 0 { things.append(ToDo(.addUsers, step: .createUsers, count: 1)) }
    if setup.directory != .sync {
      things += invitations(today: today)
    }
    things += proof(today: today)
    things += seats(today: today)
    things += devices.toDo
    let devices = handOvers.filter { $0.stage == .written && $0.step == .switchDevices }
      .reduce(0) { $0 + $1.rowCount }
    if devices > 0 { things.append(ToDo(.confirmDevices, step: .switchDevices, count: devices)) }
    things += messages.toDo
    things += retireToDo(today: today)
    return things.filter(\.isUrgent) + things.filter { !$0.isUrgent }
  }

  private func invitations(today: Day) -> [ToDo] {
    var things: [ToDo] = []
    let waiting = handOvers.filter { $0.stage == .written && $0.step == .createUsers }
      .reduce(0) { $0 + $1.rowCount }
    if waiting > 0 {
      things.append(
        ToDo(.confirmHandOver, step: .createUsers, count: waiting, isUrgent: true))
    }
    let anew = openInvitations(InvitationLife.anewAfter..., on: today)
    let again = openInvitations(
      InvitationLife.resendAfter...(InvitationLife.anewAfter - 1), on: today)
    if anew > 0 {
      things.append(ToDo(.inviteAnew, step: .createUsers, count: anew, isUrgent: true))
    }
    if again > 0 {
      things.append(ToDo(.resendInvitations, step: .createUsers, count: again, isUrgent: true))
    }
    if usersNotHandedOver > 0, gate(of: .createUsers, today: today).isOpen {
      things.append(ToDo(.handOverUsers, step: .createUsers, count: usersNotHandedOver))
    }
    return things
  }

  /// Users whose invitation is so many days old and not accepted.
  package func openInvitations(_ ages: some RangeExpression<Int>, on today: Day) -> Int {
    openInvitations.filter { ages.contains(today - $0.day) }.reduce(0) { $0 + $1.count }
  }

  /// Users of whom the portal is still to show that they have accepted. With directory sync nobody is
  /// handed over: whoever is in the list waits.
  var awaitingProof: Int {
    (setup?.directory == .sync ? userFunnel.total : userFunnel.stated)
      - acceptedUsers - invitations[.absent, default: 0]
  }

  private func proof(today: Day) -> [ToDo] {
    let open = awaitingProof
    guard open > 0 else { return [] }
    guard let latest = evidence.first else {
      // The portal takes its time; on the day itself there is nothing to read back.
      let isSettled =
        setup?.directory == .sync
        ? gate(of: .createUsers, today: today).isOpen
        : openInvitations.first.map { $0.day < today } ?? false
      return isSettled ? [ToDo(.readExport, step: .createUsers, count: open)] : []
    }
    let age = today - latest.day
    return age > InvitationLife.exportHolds
      ? [ToDo(.staleExport, step: .createUsers, count: age)] : []
  }
}
