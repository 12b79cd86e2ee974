import Canvas
import Migration

/// Everything that can happen.
package enum Action: Sendable {
  /// The terminal told something.
  case input(TerminalInput)
  /// An effect was carried out.
  case answer(Answer)
  /// It is another minute.
  case moment(Moment)
}

/// What came of an effect.
package enum Answer: Sendable {
  /// The counts as they are now.
  case summary(Summary)
  /// The latest changes, newest first.
  case journal([JournalEntry])
  /// A change was made; the counts after it.
  case applied(ChangeOutcome, Summary)
  /// A change was taken back; the counts after it.
  case undone(ChangeOutcome, Summary)
  /// A change was made again; the counts after it.
  case redone(ChangeOutcome, Summary)
  /// A change was not made.
  case refused(ChangeRefusal)
  /// The migrations on this machine.
  case sessions([SessionCard])
  /// A session is open: where it is, its counts, and where somebody was in it.
  case opened(SessionInfo, Summary, Place)
  /// A session could not be opened: the key of a sentence in `messages` and its arguments.
  case notOpened(String, [String: String])
  /// A session was not opened, since a journal that is not its own lies beside it.
  case journalFound(JournalQuestion)
  /// What is in a folder.
  case folder(Folder)
  /// A file could not be read: the key of a sentence in `messages` and its arguments.
  case notRead(String, [String: String])
  /// A hand-over's files are written and it is kept; the counts after it.
  case handedOver(HandOver, Summary)
  /// The files outside the session that hold names.
  case outside([String])
  /// Everybody is forgotten; the counts that are left.
  case forgotten(Summary)
  /// Something was written to a file.
  case written(path: String, rows: Int)
  /// Something could not be written: the path and the system's words.
  case notWritten(path: String, reason: String)
  /// How far a long work is.
  case progress(done: Int, total: Int)
  /// A long work was stopped; nothing of it is kept.
  case cancelled
  /// A text went to the terminal's clipboard.
  case copied
  /// Something of step 1.
  case createUsers(CreateUsersAnswer)
  /// Something of step 2.
  case assignProducts(AssignProductsAnswer)
  /// Something of step 3.
  case switchDevices(SwitchDevicesAnswer)
  /// Something of step 4.
  case informUsers(InformUsersAnswer)
  /// Something of step 5.
  case retireServers(RetireServersAnswer)
}
