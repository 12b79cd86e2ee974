/// Reads the parts of a workbook that hold texts and cells.
///
/// Source: ECMA-376 part 1, sections 18.3 (sheets) and 18.4 (shared strings).
enum SheetReader {
  /// Texts that cells name by their number, all bytes in one arena.
  struct Texts: Sendable {
    var bytes: [UInt8] = []
    var ends: [Int] = []

    subscript(number: Int) -> Range<Int>? {
      guard ends.indices.contains(number) else { return nil }
      return (number == 0 ? 0 : ends[number - 1])..<ends[number]
    }
  }

  /// Reads the table of texts; runs of a text are joined, phonetic ones left out.
  static func texts(_ part: [UInt8], limits: WorkbookLimits) throws(TableFailure) -> Texts {
    var texts = Texts()
    var isTooLarge = false
    let isWhole = part.withUnsafeBufferPointer { bytes in
      var reader = XMLReader(bytes)
      var isInText = false
      var phonetic = 0
      while true {
        switch reader.next() {
        case .start(let isEmpty):
          if isEmpty {
            if reader.isNamed("si") { texts.ends.append(texts.bytes.count) }
            continue
          }
          if reader.isNamed("rPh") { phonetic += 1 }
          if reader.isNamed("t") { isInText = phonetic == 0 }
        case .end:
          if reader.isNamed("t") { isInText = false }
          if reader.isNamed("rPh") { phonetic -= 1 }
          if reader.isNamed("si") { texts.ends.append(texts.bytes.count) }
        case .text:
          if isInText { texts.bytes.append(contentsOf: reader.text) }
        case .finished(let isWhole): return isWhole
        }
        if texts.ends.count > limits.texts {
          isTooLarge = true
          return true
        }
      }
    }
    if isTooLarge { throw .workbookTooLarge(.texts) }
    if !isWhole { throw .damagedWorkbook }
    return texts
  }

  /// Reads the cells of a sheet; with `mostRows` only its beginning, and then a part that is cut off
  /// is no damage.
  static func sheet(
    _ part: [UInt8], name: String, texts: Texts, limits: WorkbookLimits, mostRows: Int? = nil
  ) throws(TableFailure) -> Sheet {
    var state = State(sheet: Sheet(name: name), texts: texts)
    state.sheet.bytes = texts.bytes
    var isTooLarge = false
    let isWhole = part.withUnsafeBufferPointer { bytes in
      var reader = XMLReader(bytes)
      while true {
        switch reader.next() {
        case .start(let isEmpty): state.begin(reader, isEmpty: isEmpty)
        case .end: state.end(reader)
        case .text: state.add(reader.text)
        case .finished(let isWhole): return isWhole
        }
        if state.sheet.cells.count > limits.cells {
          isTooLarge = true
          return true
        }
        if let mostRows, state.sheet.rows.count >= mostRows { return true }
      }
    }
    if isTooLarge { throw .workbookTooLarge(.cells) }
    if !isWhole, mostRows == nil { throw .damagedWorkbook }
    return state.sheet
  }

  private struct State {
    var sheet: Sheet
    let texts: Texts
    var rowNumber = 0
    var column = -1
    var isShared = false
    // Inside <v> or <t>: what stands there is the cell's value.
    var isInValue = false
    var phonetic = 0
    var value: [UInt8] = []

    init(sheet: Sheet, texts: Texts) {
      self.sheet = sheet
      self.texts = texts
    }

    mutating func begin(_ reader: XMLReader, isEmpty: Bool) {
      if reader.isNamed("row") {
        let stated = reader.attribute("r").flatMap { Int(String(decoding: $0, as: UTF8.self)) }
        rowNumber = max(rowNumber + 1, min(stated ?? 0, 10_000_000))
        column = -1
      } else if reader.isNamed("c") {
        column = reader.attribute("r").flatMap(SheetReader.column) ?? column + 1
        isShared = reader.attribute("t") == [0x73]
        value.removeAll(keepingCapacity: true)
      } else if isEmpty {
        return
      } else if reader.isNamed("v") || reader.isNamed("t") {
        isInValue = phonetic == 0
      } else if reader.isNamed("rPh") {
        phonetic += 1
      }
    }

    mutating func end(_ reader: XMLReader) {
      if reader.isNamed("v") || reader.isNamed("t") {
        isInValue = false
      } else if reader.isNamed("rPh") {
        phonetic -= 1
      } else if reader.isNamed("c") {
        endCell()
      } else if reader.isNamed("row"), sheet.cells.count > (sheet.rows.last?.end ?? 0) {
        sheet.rows.append(Sheet.Row(number: rowNumber, end: sheet.cells.count))
      }
    }

    mutating func add(_ text: [UInt8]) {
      if isInValue { value.append(contentsOf: text) }
    }

    private mutating func endCell() {
      guard !value.isEmpty, column >= 0, column < CSVReader.mostFields else { return }
      var run = 0..<0
      if isShared {
        guard let number = Int(String(decoding: value, as: UTF8.self)), let text = texts[number]
        else { return }
        run = text
      } else {
        run = sheet.bytes.count..<sheet.bytes.count + value.count
        sheet.bytes.append(contentsOf: value)
      }
      guard !run.isEmpty else { return }
      sheet.width = max(sheet.width, column + 1)
      sheet.cells.append(
        Sheet.Cell(
          column: UInt32(column), offset: UInt32(clamping: run.lowerBound),
          length: UInt32(clamping: run.count)))
    }
  }

  /// The column of a reference such as `AB12`, from 0; nil for none.
  static func column(_ reference: [UInt8]) -> Int? {
    var column = 0
    for byte in reference {
      guard (byte | 0x20) &- 0x61 < 26 else { break }
      column = column * 26 + Int((byte | 0x20) &- 0x60)
      if column > 20_000 { return nil }
    }
    return column > 0 ? column - 1 : nil
  }
}
