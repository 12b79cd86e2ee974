import Migration

extension UseIndex {
  /// A row.
  struct Slot {
    var id: Int64
    var login: UInt32
    var computer: UInt32
    var product: UInt32
    var offering: UInt32
    /// The place of its server among all by their names.
    var server: UInt32 = 0
    /// Minutes since 1970; `Int.min` where not known.
    var lastUsed: Int
    /// The days of use.
    var used: UseDays
    /// Days of use among the 90 up to the server's last line.
    var days: UInt8
    /// Days from the last use to the server's last line; -1 where not known.
    var daysAgo: Int32
    var isOpen: Bool
    var isBorrowed: Bool
    var isQueued: Bool
    /// How far the seat for it is.
    var seat: StepMark = .unknown
    /// Whether there is a seat for it in the plan, however far that is.
    var isAssigned = false
    /// How far the product on its computer is.
    var switched: StepMark = .unknown

    /// The day up to which its server's use is known; nil where that or the last use is not known.
    var end: Day? { daysAgo < 0 ? nil : Moment(minutes: lastUsed).day + Int(daysAgo) }

    /// Out, borrowed or waited for.
    var isNow: Bool { isOpen || isBorrowed || isQueued }
  }

  /// What is known and decided of a login.
  struct Login {
    var written: String
    var user: User?
    var setAside = ""

    /// User, seat, switched, informed, with how far the row is. What no step keeps yet is unknown.
    func marks(_ slot: Slot, _ informed: InformedMarks) -> [StepMark] {
      if !setAside.isEmpty { return Array(repeating: .notApplicable, count: 4) }
      // A computer is switched whoever sits at it.
      guard let user else { return [.unknown, .unknown, slot.switched, .unknown] }
      return [StepMark(user.standing), slot.seat, slot.switched, informed.mark(of: user.id)]
    }

    /// What it is sorted and found by: the person's name, else the login.
    var name: String {
      user.map { "\($0.details.firstName) \($0.details.lastName)" } ?? written
    }
  }
}
