import Glibc
import Synchronization

/// Waits on the one thread for work that goes on beside it, and lets somebody call it off.
enum TimedWork {
  /// Where the work leaves its outcome.
  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }

  /// Milliseconds between two looks.
  private static var step: Int32 { 40 }

  /// The work's outcome; nil when `isWanted` said no, or the limit in milliseconds passed first.
  static func run<Value: Sendable>(
    limit: Int, isWanted: () -> Bool, _ work: @escaping @Sendable () async -> Value
  ) -> Value? {
    guard let thread = OwnThread() else { return nil }
    let box = Box<Value>()
    let task = Task.detached(executorPreference: thread) {
      let value = await work()
      box.value.withLock { $0 = value }
      thread.finish()
    }
    let start = WallClock.milliseconds()
    while true {
      if let value = box.value.withLock({ $0 }) { return value }
      guard WallClock.milliseconds() - start < limit, isWanted() else {
        task.cancel()
        return nil
      }
      _ = poll(nil, 0, step)
    }
  }
}
