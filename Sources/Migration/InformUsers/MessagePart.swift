/// What several messages say in the same words: a name in braces on a line of its own.
package enum MessagePart: String, CaseIterable, Sendable {
  /// How to sign in, step by step.
  case signIn = "sign-in"
  /// The windows in which that is done.
  case signInWindows = "sign-in-windows"
  /// What to do without a password.
  case newAccount = "new-account"
  /// What to do when it fails.
  case trouble
}
