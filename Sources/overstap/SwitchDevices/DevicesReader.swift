import Documents
import Migration
import Wizard

/// What computers tell, out of files, folders and archives, put together.
struct DevicesReader {
  /// What they tell.
  private(set) var batch = DeviceBatch()
  /// Files of which nothing could be made.
  private(set) var failures: [UnreadFile] = []
  /// Rows of device lists that are refused, and rows that say nothing new.
  private(set) var refused = 0, duplicates = 0
  /// What is dated in the future, which is no evidence.
  private(set) var ahead = 0

  private let now: Moment
  /// Told how many of how many files are read; false calls it off.
  private let progress: (Int, Int) -> Bool

  /// Starts with nothing read.
  init(now: Moment, progress: @escaping (Int, Int) -> Bool = { _, _ in true }) {
    self.now = now
    self.progress = progress
  }

  /// Reads files, and those in folders; false when it was called off. Files of a folder that was added are
  /// `below` it.
  mutating func read(_ paths: [String], below folder: String? = nil) -> Bool {
    let files = paths.flatMap { path -> [(path: String, below: String)] in
      FileAccess.isFolder(path)
        ? FileAccess.files(in: path).map { ($0, path) }
        : [(path, folder ?? FileAccess.folder(of: path))]
    }
    for (done, (path, above)) in files.enumerated() {
      guard progress(done, files.count) else { return false }
      if Self.isTypeFile(path) {
        addTypeFile(path, below: above)
        continue
      }
      do throws(Intake.Failure) {
        guard let taken = try Intake.read(path) else { return false }
        if !add(taken, at: path) { fail(path, "file-not-devices") }
      } catch {
        note(error)
      }
    }
    return progress(files.count, files.count)
  }

  /// Takes the type file of a product of 2017 to 2019, which only its folders say whose it is.
  private mutating func addTypeFile(_ path: String, below folder: String) {
    let written = FileAccess.writtenAt(path) ?? now
    let place = path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
    guard let bytes = try? FileAccess.head(path, count: 256) else {
      return fail(path, "file-not-devices")
    }
    guard let told = TypeFile.told(bytes, at: place, written: written) else {
      return fail(path, "file-without-computer")
    }
    add(told)
    batch.files.append(PathText.name(of: path))
  }

  private static func isTypeFile(_ path: String) -> Bool {
    PathText.name(of: path).lowercased() == TypeFile.name.lowercased()
  }

  /// Takes a document; false for one that tells nothing of computers.
  mutating func add(_ taken: Intake.Taken, at path: String) -> Bool {
    let source = taken.source
    guard add(taken.document, source.name, at: path, source.moment) else { return false }
    batch.files.append(source.name)
    return true
  }

  private mutating func add(
    _ document: Document, _ name: String, at path: String, _ written: Moment
  ) -> Bool {
    guard case .devices(let document) = document else { return false }
    switch document {
    case .helperList(let list):
      guard let told = DeviceBatch.Told.told(list, named: name, at: written) else {
        fail(path, list.lists > 1 ? "file-lists-without-names" : "file-without-computer")
        return true
      }
      told.forEach { add($0) }
    case .switchResult(let result):
      guard HostName.isPlain(result.host) else {
        fail(path, "file-without-computer")
        return true
      }
      add(.init(result, at: result.moment.map { WallClock.local(utc: $0) } ?? written))
    case .deviceList(let list):
      refused += list.refused.count
      duplicates += list.duplicates
      for computer in list.computers { add(.init(computer, listedAt: written)) }
    case .archive(let archive): read(archive, at: path, written)
    }
    return true
  }

  private mutating func add(_ told: DeviceBatch.Told) {
    if let moment = told.moment, SwitchProof.isAhead(moment, now) {
      ahead += 1
    } else {
      batch.told.append(told)
    }
  }

  private mutating func read(_ archive: FileArchive, at path: String, _ written: Moment) {
    for file in archive.files {
      let place = "\(path)/\(file.name)"
      guard let bytes = archive.bytes(of: file) else {
        fail(place, "file-damaged")
        continue
      }
      if Self.isTypeFile(file.name) {
        let told = TypeFile.told(bytes, at: file.name, written: file.moment ?? written)
        if let told { add(told) } else { fail(place, "file-without-computer") }
        continue
      }
      var reader = DocumentReader(DocumentKind.recognise(bytes), head: bytes)
      reader.consume(bytes.span)
      // An archive in an archive is not looked into.
      guard let document = try? reader.finish(), document.kind != .archive,
        add(document, file.name, at: place, file.moment ?? written)
      else {
        fail(place, "file-not-devices")
        continue
      }
    }
  }

  private mutating func fail(_ path: String, _ key: String) {
    failures.append(UnreadFile(AdminPath.shown(path), key))
  }

  /// Keeps why a file could not be taken in.
  mutating func note(_ failure: Intake.Failure) {
    let key = failure.key == "file-unknown" ? "file-not-devices" : failure.key
    failures.append(
      UnreadFile(
        failure.arguments["path"] ?? "", key, reason: failure.arguments["reason"] ?? ""))
  }
}
