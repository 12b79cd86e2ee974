import Glibc
import Synchronization

/// A thread of its own for one piece of asynchronous work, so that it never waits for room on the
/// shared ones; it ends with the work.
final class OwnThread: TaskExecutor {
  private struct Queue {
    var jobs: [UnownedJob] = []
    var isOver = false
  }

  private let queue = Mutex(Queue())
  /// A pipe that has a byte for each thing to do.
  private let reading: Int32
  private let writing: Int32

  /// Starts the thread; nil where the system gives none.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    // A program that is started meanwhile is not to hold the pipe.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
    let box = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<OwnThread>.fromOpaque(argument).takeRetainedValue().work() }
        return nil
      }, box.toOpaque())
    guard code == 0 else {
      box.release()
      return nil
    }
    pthread_detach(thread)
  }

  deinit {
    close(reading)
    close(writing)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.withLock { $0.jobs.append(job) }
    wake()
  }

  /// Lets the thread end once nothing is left to do.
  func finish() {
    queue.withLock { $0.isOver = true }
    wake()
  }

  private func wake() {
    var byte: UInt8 = 1
    while write(writing, &byte, 1) < 0, errno == EINTR {}
  }

  private func work() {
    while true {
      let (job, isOver) = queue.withLock { queue in
        (queue.jobs.isEmpty ? nil : queue.jobs.removeFirst(), queue.isOver)
      }
      if let job {
        job.runSynchronously(on: asUnownedTaskExecutor())
      } else if isOver {
        return
      } else {
        var byte: UInt8 = 0
        _ = read(reading, &byte, 1)
      }
    }
  }
}
