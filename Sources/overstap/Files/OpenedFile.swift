import Documents
import Migration
import SystemPackage

/// A file that is open: what it holds, packed by gzip or not, read once and in pieces.
struct OpenedFile {
  /// How the reading ended.
  enum End {
    case whole
    /// What is packed is damaged, or ends too early.
    case damaged
    /// Nobody wanted more.
    case stopped
  }

  /// The first bytes of what it holds.
  let head: [UInt8]
  /// Whether it is packed.
  let isPacked: Bool
  /// When it was written, in local time.
  let moment: Moment

  private let path: String
  private let file: FileDescriptor
  /// The first bytes of the file itself, which are read already.
  private let beginning: [UInt8]

  /// Opens a file, looks at its beginning, and closes it behind `body`.
  static func open<Value>(
    _ path: String, _ body: (OpenedFile) throws(FileFailure) -> Value
  ) throws(FileFailure) -> Value {
    do {
      let file = try FileAccess.open(path)
      return try file.closeAfter {
        let beginning = try FileAccess.head(of: file, count: DocumentKind.headSize)
        return try body(
          OpenedFile(path, file, beginning: beginning, moment: try FileAccess.writtenAt(file)))
      }
    } catch {
      throw FileFailure(path, error)
    }
  }

  private init(_ path: String, _ file: FileDescriptor, beginning: [UInt8], moment: Moment) {
    self.path = path
    self.file = file
    self.beginning = beginning
    self.moment = moment
    isPacked = beginning.starts(with: GzipInflater.mark)
    head = isPacked ? Self.unpackedHead(beginning) : beginning
  }

  /// Hands on what the file holds; `goesOn` is told of the bytes that were read of the file itself.
  func read(
    goesOn: (Int) -> Bool, _ body: (Span<UInt8>) -> Void
  ) throws(FileFailure) -> End {
    var isStopped = false
    guard isPacked else {
      try pieces { piece in
        body(piece)
        isStopped = !goesOn(piece.count)
        return !isStopped
      }
      return isStopped ? .stopped : .whole
    }
    guard var inflater = try? GzipInflater() else { return .damaged }
    var isDamaged = false
    try pieces { piece in
      isStopped = !goesOn(piece.count)
      guard !isStopped else { return false }
      do {
        return try inflater.consume(piece) { unpacked in
          body(unpacked)
          return true
        }
      } catch {
        isDamaged = true
        return false
      }
    }
    if isStopped { return .stopped }
    return isDamaged || !inflater.isWhole ? .damaged : .whole
  }

  /// The beginning that is here, then the rest, in memory of one piece.
  private func pieces(_ body: (Span<UInt8>) -> Bool) throws(FileFailure) {
    guard beginning.isEmpty || body(beginning.span) else { return }
    do {
      try FileAccess.read(rest: file, body)
    } catch {
      throw FileFailure(path, error)
    }
  }

  private static func unpackedHead(_ bytes: [UInt8]) -> [UInt8] {
    guard var inflater = try? GzipInflater() else { return [] }
    var head: [UInt8] = []
    _ = try? inflater.consume(bytes.span) { piece in
      for index in 0..<min(piece.count, DocumentKind.headSize - head.count) {
        head.append(piece[index])
      }
      return head.count < DocumentKind.headSize
    }
    return head
  }
}
