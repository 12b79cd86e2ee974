import Documents

/// A file that may be packed by gzip, read as what it holds, in pieces whatever its size.
struct PackedFile {
  /// How the reading ended.
  enum End {
    case whole
    /// What is packed is damaged, or ends too early.
    case damaged
    /// Nobody wanted more.
    case stopped
  }

  /// The file.
  let path: String
  /// Whether it is packed.
  let isPacked: Bool
  /// The first bytes of what it holds.
  let head: [UInt8]

  /// Looks at a file.
  init(_ path: String) throws(FileFailure) {
    self.path = path
    let bytes = try FileAccess.head(path, count: DocumentKind.headSize)
    isPacked = bytes.starts(with: GzipInflater.mark)
    head = isPacked ? Self.unpackedHead(bytes) : bytes
  }

  /// What the file is, by what it holds.
  var kind: DocumentKind { DocumentKind.recognise(head) }

  /// Hands on what the file holds; `goesOn` is told of the bytes that were read of the file itself.
  func read(
    goesOn: (Int) -> Bool = { _ in true }, _ body: (Span<UInt8>) -> Void
  ) throws(FileFailure) -> End {
    var isStopped = false
    guard isPacked else {
      try FileAccess.read(path) { piece in
        body(piece)
        isStopped = !goesOn(piece.count)
        return !isStopped
      }
      return isStopped ? .stopped : .whole
    }
    guard var inflater = try? GzipInflater() else { return .damaged }
    var isDamaged = false
    try FileAccess.read(path) { piece in
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
