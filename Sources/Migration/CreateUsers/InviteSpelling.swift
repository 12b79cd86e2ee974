/// How the portal's box Invite Multiple wants people written.
package enum InviteSpelling: String, CaseIterable, Sendable {
  /// `First Last <address>; ...`: the dialog since autumn 2020.
  case brackets
  /// `First, Last, address; ...`: the box before it.
  case commas
}
