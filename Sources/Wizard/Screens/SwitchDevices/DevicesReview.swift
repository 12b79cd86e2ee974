import Migration

/// What files tell of computers, looked through before anything is taken over.
package struct DevicesReview: Sendable {
  /// What they tell.
  package var batch: DeviceBatch
  /// Files of which nothing could be made.
  package var failures: [UnreadFile]
  /// Rows of device lists that are refused, and those that say nothing new.
  package var refused: Int, duplicates: Int
  /// What is dated in the future, which is no evidence.
  package var ahead: Int

  /// Makes a review.
  package init(
    _ batch: DeviceBatch, failures: [UnreadFile] = [], refused: Int = 0, duplicates: Int = 0,
    ahead: Int = 0
  ) {
    self.batch = batch
    self.failures = failures
    self.refused = refused
    self.duplicates = duplicates
    self.ahead = ahead
  }
}
