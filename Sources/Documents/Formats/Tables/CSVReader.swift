import Glibc

/// Reads delimited text record by record, out of chunks that may be cut anywhere.
///
/// RFC 4180, and what occurs beside it: lines that end with LF, CRLF or a lone CR, also mixed; quotes
/// in the middle of a field; text behind a closing quote; a quote that nothing closes; NUL; no line
/// end at the end. Empty lines are no records. Text is UTF-8 or any other superset of ASCII.
///
/// Memory: the longest record, and only where a chunk's border or a doubled quote makes a copy
/// necessary. Time: O(bytes).
package struct CSVReader: Sendable {
  /// The most fields of one record that are kept; the rest are only counted.
  package static let mostFields = 1_024

  private enum State {
    case fieldStart
    case bare
    case quoted
    /// Behind a quote in a quoted field: the end of the field, or the first of two.
    case quoteSeen
  }

  private struct Slot {
    var start: Int
    var length: Int
    var isInScratch: Bool
  }

  private let delimiter: UInt8
  private let delimiterPattern: UInt64
  private var state = State.fieldStart
  private var slots: [Slot] = []
  private var fieldCount = 0
  private var finding: TableFinding?
  // Bytes of the present record that cannot be shown in place.
  private var scratch: [UInt8] = []
  // Where the present field's bytes begin in scratch; nil while it is shown in place.
  private var scratchStart: Int?
  private var row = 1
  private var line: Int
  private var recordLine: Int
  private var fieldLine: Int
  // The last byte was a CR: an LF behind it belongs to the same line end.
  private var isAfterCR = false
  private var isStopped = false

  /// Makes a reader; `line` is the number of the first line that it will see.
  package init(delimiter: UInt8, line: Int = 1) {
    self.delimiter = delimiter
    delimiterPattern = UInt64(delimiter) &* 0x0101_0101_0101_0101
    self.line = line
    recordLine = line
    fieldLine = line
  }

  /// Reads the next chunk and hands over every record that ends in it.
  ///
  /// `record` answers whether to go on; after the first `false` all further bytes are passed over.
  package mutating func feed(
    _ chunk: UnsafeBufferPointer<UInt8>, _ record: (TableRecord) -> Bool
  ) {
    guard let base = chunk.baseAddress, !isStopped else { return }
    let count = chunk.count
    var index = 0
    // The part of the present field that lies in this chunk and is not in scratch.
    var start = 0
    var end = 0
    while index < count {
      switch state {
      case .fieldStart:
        if isAfterCR {
          isAfterCR = false
          if base[index] == 0x0A {
            index += 1
            continue
          }
        }
        fieldLine = line
        if fieldCount == 0 { recordLine = line }
        if base[index] == 0x22 {
          state = .quoted
          index += 1
        } else {
          state = .bare
        }
        start = index
      case .bare:
        index = nextSpecial(base, from: index, to: count)
        guard index < count else { break }
        let byte = base[index]
        if byte == 0x22 {
          note(.strayQuote)
          index += 1
        } else {
          endField(base, start, index)
          index += 1
          if byte != delimiter, !endLine(base, byte, record) { return }
        }
      case .quoted:
        guard let quote = memchr(base + index, 0x22, count - index) else {
          countLines(base, from: index, to: count)
          index = count
          break
        }
        end = UnsafePointer(quote.assumingMemoryBound(to: UInt8.self)) - base
        countLines(base, from: index, to: end)
        isAfterCR = false
        index = end + 1
        state = .quoteSeen
      case .quoteSeen:
        let byte = base[index]
        if byte == 0x22 {
          copy(base, start, end)
          scratch.append(0x22)
          index += 1
          start = index
          state = .quoted
        } else if byte == delimiter || byte == 0x0A || byte == 0x0D {
          endField(base, start, end)
          index += 1
          if byte != delimiter, !endLine(base, byte, record) { return }
        } else {
          note(.textAfterQuote)
          copy(base, start, end)
          start = index
          state = .bare
        }
      }
    }
    switch state {
    case .fieldStart: break
    case .bare, .quoted: copy(base, start, count)
    case .quoteSeen: copy(base, start, end)
    }
    keepFields(base)
  }

  /// Hands over the last record, when the text did not end with a line end.
  package mutating func finish(_ record: (TableRecord) -> Bool) {
    guard !isStopped else { return }
    isStopped = true
    if state == .fieldStart, fieldCount == 0 { return }
    if state == .quoted, finding?.isReadable ?? true {
      finding = TableFinding(
        kind: .unclosedQuote, row: row, line: fieldLine, column: fieldCount + 1)
    }
    if scratchStart == nil { scratchStart = scratch.count }
    endScratchField()
    hand(nil, record)
  }

  // MARK: - Fields and records

  @inline(__always)
  private mutating func endField(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    if scratchStart != nil {
      copy(base, start, end)
      endScratchField()
    } else {
      if fieldCount < CSVReader.mostFields {
        slots.append(Slot(start: start, length: end - start, isInScratch: false))
      }
      fieldCount += 1
    }
    state = .fieldStart
  }

  private mutating func endScratchField() {
    let begin = scratchStart ?? scratch.count
    if fieldCount < CSVReader.mostFields {
      slots.append(Slot(start: begin, length: scratch.count - begin, isInScratch: true))
    }
    fieldCount += 1
    scratchStart = nil
  }

  /// Ends the record at a line end; answers whether to go on.
  @inline(__always)
  private mutating func endLine(
    _ base: UnsafePointer<UInt8>, _ byte: UInt8, _ record: (TableRecord) -> Bool
  ) -> Bool {
    line += 1
    isAfterCR = byte == 0x0D
    // An empty line: one field without a byte and without quotes.
    if fieldCount == 1, let only = slots.first, only.length == 0, !only.isInScratch,
      only.start == 0 || base[only.start - 1] != 0x22
    {
      slots.removeAll(keepingCapacity: true)
      fieldCount = 0
      return true
    }
    return hand(base, record)
  }

  @discardableResult
  private mutating func hand(
    _ base: UnsafePointer<UInt8>?, _ record: (TableRecord) -> Bool
  ) -> Bool {
    let goesOn = scratch.withUnsafeBufferPointer { copied in
      withUnsafeTemporaryAllocation(of: UnsafeBufferPointer<UInt8>.self, capacity: slots.count) {
        views in
        for index in slots.indices {
          let slot = slots[index]
          let origin = slot.isInScratch ? copied.baseAddress : base
          views.initializeElement(
            at: index,
            to: UnsafeBufferPointer(start: origin.map { $0 + slot.start }, count: slot.length))
        }
        return record(
          TableRecord(
            row: row, line: recordLine, fieldCount: fieldCount,
            fields: UnsafeBufferPointer(views), finding: finding))
      }
    }
    slots.removeAll(keepingCapacity: true)
    scratch.removeAll(keepingCapacity: true)
    fieldCount = 0
    finding = nil
    row += 1
    isStopped = isStopped || !goesOn
    return goesOn
  }

  private mutating func note(_ kind: TableFinding.Kind) {
    if let finding, !finding.isReadable || kind == .strayQuote { return }
    finding = TableFinding(kind: kind, row: row, line: line, column: fieldCount + 1)
  }

  // MARK: - Copies

  private mutating func copy(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    if scratchStart == nil { scratchStart = scratch.count }
    scratch.append(contentsOf: UnsafeBufferPointer(start: base + start, count: end - start))
  }

  /// Copies the finished fields of an unfinished record, before their chunk goes.
  private mutating func keepFields(_ base: UnsafePointer<UInt8>) {
    guard slots.contains(where: { !$0.isInScratch }) else { return }
    // The present field's bytes have to stay the last ones.
    let piece = scratchStart.map { Array(scratch[$0...]) }
    scratch.removeLast(piece?.count ?? 0)
    for index in slots.indices where !slots[index].isInScratch {
      let slot = slots[index]
      let begin = scratch.count
      scratch.append(contentsOf: UnsafeBufferPointer(start: base + slot.start, count: slot.length))
      slots[index] = Slot(start: begin, length: slot.length, isInScratch: true)
    }
    guard let piece else { return }
    scratchStart = scratch.count
    scratch.append(contentsOf: piece)
  }

  // MARK: - Scanning

  private mutating func countLines(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) {
    for index in start..<end {
      let byte = base[index]
      if byte == 0x0A {
        if !isAfterCR { line += 1 }
      } else if byte == 0x0D {
        line += 1
      }
      isAfterCR = byte == 0x0D
    }
  }

  /// The next delimiter, quote, CR or LF, eight bytes at a time; `to` when there is none.
  @inline(__always)
  private func nextSpecial(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index + 8 <= end {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      let hits =
        CSVReader.zeroBytes(word ^ delimiterPattern)
        | CSVReader.zeroBytes(word ^ 0x2222_2222_2222_2222)
        | CSVReader.zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A)
        | CSVReader.zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D)
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end {
      let byte = base[index]
      if byte == delimiter || byte == 0x22 || byte == 0x0A || byte == 0x0D { return index }
      index += 1
    }
    return end
  }

  /// A high bit in each byte that is zero; only the lowest one is certain.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
