/// Why a product did not go over, as a script's result names it, and as what is read back shows it.
package enum SwitchReason: String, CaseIterable, Sendable {
  /// The licensing helper did not do it.
  case refused
  /// It did, and says otherwise afterwards.
  case unchanged
  /// It did not end in time.
  case timeout
  /// There is no single-user licence for the product.
  case cannot
  /// Nothing could be read afterwards.
  case noList = "no-list"
  /// It was not there afterwards.
  case gone
  /// What was before could not be kept, so that nothing was changed.
  case noRecord = "no-record"
  /// The same of a type file.
  case noBackup = "no-backup"
  /// A later list of the computer has another method.
  case readBack = "read-back"
}
