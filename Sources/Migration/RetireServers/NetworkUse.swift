/// A person on a computer with one network licence: one seat's worth of use, as logs and answers of
/// one server tell it.
package struct NetworkUse: Hashable, Sendable {
  /// Within so many days up to the log's last line somebody counts as still using it.
  package static let stillUses = 14
  /// Within so many days up to the log's last line somebody counts as needing a seat.
  package static let needsSeat = 90

  /// Its number; stays for the same login, computer and feature of a server.
  package var id: Int64
  /// The server.
  package var server: ServerID
  /// The login name as first written.
  package var login: String
  /// The computer as first written; empty where the log leaves it out.
  package var computer: String
  /// The package's feature, or the release's where it was taken without one.
  package var feature: String
  /// What is bought for it: a product or a collection.
  package var offering: String
  /// What runs: product and year.
  package var product: String
  /// The last time that it was taken or seen out; nil where the log has no dates.
  package var lastUsed: Moment?
  /// Days of use among the 90 up to the moment until which the server's use is known.
  package var daysOfUse: Int
  /// Licences out now.
  package var openLicences: Int
  /// The last day of a borrowed licence; nil where it is not borrowed.
  package var borrowedUntil: Day?
  /// Requests that wait.
  package var queued: Int
  /// The user that the login belongs to; nil while it belongs to nobody.
  package var user: UserID?
  /// The user's name; empty while it belongs to nobody.
  package var userName: String
  /// Why the login is set aside; empty where it is not.
  package var setAside: String
  /// User, seat, switched, informed.
  package var marks: [StepMark]

  /// Makes a use.
  package init(
    id: Int64, server: ServerID, login: String, computer: String, feature: String,
    offering: String, product: String, lastUsed: Moment? = nil, daysOfUse: Int = 0,
    openLicences: Int = 0, borrowedUntil: Day? = nil, queued: Int = 0, user: UserID? = nil,
    userName: String = "", setAside: String = "", marks: [StepMark] = []
  ) {
    self.id = id
    self.server = server
    self.login = login
    self.computer = computer
    self.feature = feature
    self.offering = offering
    self.product = product
    self.lastUsed = lastUsed
    self.daysOfUse = daysOfUse
    self.openLicences = openLicences
    self.borrowedUntil = borrowedUntil
    self.queued = queued
    self.user = user
    self.userName = userName
    self.setAside = setAside
    self.marks = marks
  }

  /// The first of the four things that is not done: 0 user, 1 seat, 2 switched, 3 informed; nil when
  /// all are stated or proven, or none applies.
  package var next: Int? {
    marks.firstIndex { $0 != .stated && $0 != .proven && $0 != .notApplicable }
  }

  /// Whether what was stated as switched took or held a network licence after that.
  package var isContradiction: Bool { marks.count > 2 && marks[2] == .failed }
}
