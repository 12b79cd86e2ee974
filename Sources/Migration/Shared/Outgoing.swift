/// Files that are written outside a session: kept in it before the first of them is, so that a killed
/// program leaves nothing of which the session does not know.
package struct Outgoing: Hashable, Sendable {
  /// What the files are.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A hand-over of users.
    case users
    /// A hand-over of seats.
    case seats
    /// A hand-over of products on computers.
    case devices
    /// A hand-over of messages to users.
    case messages
    /// A message about a hand-over.
    case message
    /// Scripts for computers.
    case scripts
    /// Days for a calendar program.
    case calendar
    /// A report.
    case report
    /// The refused rows of a list.
    case refused
  }

  /// One of the files.
  package struct File: Hashable, Sendable {
    /// Its name in the folder.
    package var name: String
    /// The digest of its bytes when it is whole.
    package var digest: String

    /// Names a file.
    package init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  /// Its number; 0 before it is kept.
  package var number = 0
  /// What the files are.
  package var kind: Kind
  /// The folder in which they are.
  package var folder: String
  /// Whether the folder is made for them, and goes with them.
  package var makesFolder: Bool
  /// The day on which they are written.
  package var day: Day
  /// The files, in order.
  package var files: [File] = []
  /// The hand-over that they are of, if any.
  package var handOver: Int?
  /// The group that is handed over; empty for all.
  package var group = ""
  /// Whether the hand-over is of a time before the start date.
  package var isEarly = false
  /// The users of a hand-over of users.
  package var users: [UserID] = []
  /// The seats of a hand-over of seats.
  package var seats: [SeatKey] = []
  /// The products on computers of a hand-over of those.
  package var installations: [InstallationID] = []
  /// How they go over.
  package var terms = SwitchTerms()
  /// What a hand-over of messages to users is beside its people; nil where it is none.
  package var messages: MessageTerms?

  /// Says what is about to be written and where.
  package init(_ kind: Kind, folder: String, makesFolder: Bool, day: Day) {
    self.kind = kind
    self.folder = folder
    self.makesFolder = makesFolder
    self.day = day
  }
}
