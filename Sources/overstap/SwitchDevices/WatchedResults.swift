import Glibc
import Migration
import Wizard

/// A folder into which computers bring their results: which files of it were read as they are now.
struct WatchedResults {
  /// What a file was when it was read.
  struct Stamp: Equatable {
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  /// What files told.
  struct Read {
    var batch: DeviceBatch
    var failures: [UnreadFile]
    var ahead: Int
  }

  /// The folder.
  private(set) var folder = ""
  private var read: [String: Stamp] = [:]
  private var unread: [String: [UnreadFile]] = [:]
  private var ahead = 0
  /// Whether what came of it was told, so that nothing new is nothing to tell.
  private(set) var isTold = false

  /// The files of a folder, an archive or one file that were not read yet, or are other ones since; what
  /// was read of another folder before is forgotten.
  mutating func fresh(in path: String) -> [(path: String, stamp: Stamp)] {
    if path != folder { self = WatchedResults(folder: path) }
    let files = FileAccess.isFolder(path) ? FileAccess.files(in: path) : [path]
    return files.compactMap { file in
      guard let stamp = Stamp(file), read[file] != stamp else { return nil }
      return (file, stamp)
    }
  }

  private init(folder: String) { self.folder = folder }

  /// Watches nothing.
  init() {}

  /// Keeps what came of files.
  mutating func note(_ files: [(path: String, stamp: Stamp)], _ told: Read) {
    for file in files {
      read[file.path] = file.stamp
      unread[file.path] = nil
    }
    let shown = Dictionary(
      files.map { (AdminPath.shown($0.path), $0.path) }, uniquingKeysWith: { first, _ in first })
    for failure in told.failures {
      // What an archive holds is told of behind its own path.
      let own =
        shown[failure.path]
        ?? shown.first { failure.path.hasPrefix($0.key + "/") }?.value ?? failure.path
      unread[own, default: []].append(failure)
    }
    ahead += told.ahead
    isTold = true
  }

  /// What came of the folder so far.
  func told(_ count: Int, as folder: String) -> ResultsRead {
    ResultsRead(
      folder: folder, files: read.count, unread: unread.sorted { $0.key < $1.key }.flatMap(\.value),
      ahead: ahead, told: count)
  }
}

extension WatchedResults.Stamp {
  /// What a file is; nil where it cannot be asked.
  init?(_ path: String) {
    var status = stat()
    guard stat(RawName.bytes(path), &status) == 0 else { return nil }
    self.init(
      size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec)
  }
}
