import CTerm
import Canvas

/// The terminal at standard input and output, through ncurses.
package struct CursesDevice: TerminalDevice {
  package let capabilities: Capabilities
  /// How styles look; another one shows with the next `paint`.
  package var theme: Theme { didSet { if theme != oldValue { shown = nil } } }

  private let terminal: TerminalGuard
  private var decoder: InputDecoder
  /// The frame on the screen, or nil when every cell has to be sent.
  private var shown: Frame?
  private var isLost = false
  /// What `suspend` has to tell with the next inputs.
  private var queued: [TerminalInput] = []
  private var emptyReads = 0
  /// When the last input came.
  private var lastInput = ContinuousClock.now
  private var scalars: [UInt32] = []
  private var marks: [UInt32] = []

  /// Takes the terminal, with a theme or the one that suits it; the mouse only when asked for.
  package init(theme: Theme? = nil, usesMouse: Bool = false) throws(TerminalFailure) {
    terminal = try TerminalGuard(usesMouse: usesMouse)
    capabilities = Capabilities.probe()
    self.theme = theme ?? Theme.choice(named: nil, on: capabilities)
    decoder = InputDecoder(isUTF8: capabilities.isUTF8, usesMouse: usesMouse)
    for colour in Rendition.Colour.allCases where colour != .standard {
      ct_define_colour(Int32(colour.rawValue), Int32(colour.rawValue) - 1)
    }
  }

  package var size: Size {
    var height: Int32 = 0
    var width: Int32 = 0
    ct_size(&height, &width)
    return Size(width: Int(width), height: Int(height))
  }

  package mutating func paint(_ frame: Frame) {
    let frame = capabilities.isUTF8 ? frame : frame.transliterated()
    if shown?.size != frame.size { shown = nil }
    if shown == nil { ct_erase() }
    for row in 0..<frame.size.height {
      let all = 0..<frame.size.width
      let columns = shown.map { frame.changedColumns(row: row, since: $0) } ?? all
      if let columns, !columns.isEmpty { send(frame, row: row, columns: columns) }
    }
    let cursor = frame.cursor ?? Point(row: 0, column: 0)
    let area = size
    ct_show(
      Int32(clamping: max(0, min(cursor.row, area.height - 1))),
      Int32(clamping: max(0, min(cursor.column, area.width - 1))),
      frame.hasUnsureWidths(row: cursor.row) ? 1 : 0)
    shown = frame
  }

  /// Sends the cells of a part of a row in runs of one rendition.
  private mutating func send(_ frame: Frame, row: Int, columns: Range<Int>) {
    scalars.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    let base = row * frame.size.width
    var start = columns.lowerBound
    var style = frame.cells[base + start].styleValue
    var rendition = theme.rendition(frame.cells[base + start].style)
    frame.cells.withUnsafeBufferPointer { cells in
      for column in columns {
        let cell = cells[base + column]
        // Both halves of a wide scalar go in one run, whatever their styles.
        if cell.styleValue != style, !cell.isContinuation {
          style = cell.styleValue
          let next = theme.rendition(cell.style)
          if next != rendition {
            flush(row: row, column: start, rendition)
            start = column
            rendition = next
          }
        }
        scalars.append(cell.scalarValue)
        marks.append(cell.markValue)
      }
    }
    flush(row: row, column: start, rendition)
  }

  private mutating func flush(row: Int, column: Int, _ rendition: Rendition) {
    ct_put(
      Int32(row), Int32(column), scalars, marks, Int32(scalars.count),
      Int32(rendition.attributes.rawValue), Int32(rendition.colour.rawValue))
    scalars.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
  }

  package mutating func inputs(within milliseconds: Int?) -> [TerminalInput] {
    if isLost { return [.lost] }
    var inputs = queued
    queued = []
    // ncurses may hold input that the system has given to it, so that is taken before waiting.
    drain(into: &inputs)
    let patience = inputs.isEmpty ? milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1 : 0
    var seen = ct_wait(decoder.isInSequence ? 0 : patience)
    if seen & UInt32(CT_INPUT) != 0, drain(into: &inputs) == 0 {
      // Readable and yet nothing to read, again and again, is an end of input.
      emptyReads += 1
      if emptyReads > 100 { seen |= UInt32(CT_LOST) }
    } else {
      emptyReads = 0
    }
    if decoder.isInSequence { awaitRest(into: &inputs, &seen) }
    handle(seen, into: &inputs)
    return inputs
  }

  /// The longest silence within a control string, whose rest is typed by somebody after it.
  private static var longestSilence: Duration { .seconds(1) }

  /// Takes all that can be read now; tells how many pieces that were.
  @discardableResult
  private mutating func drain(into inputs: inout [TerminalInput]) -> Int {
    if decoder.isInString, lastInput.duration(to: .now) > Self.longestSilence {
      decoder.leaveString()
      ct_take_bytes(0)
    }
    var piece = ct_input()
    var count = 0
    while ct_next(&piece) != 0 {
      count += 1
      guard let raw = Self.raw(piece) else { continue }
      let tookBytes = decoder.wantsBytes
      decoder.decode(raw, into: &inputs)
      if decoder.wantsBytes != tookBytes { ct_take_bytes(decoder.wantsBytes ? 1 : 0) }
    }
    if count > 0 { lastInput = .now }
    return count
  }

  /// Gives an escape sequence that came in parts a moment for its rest, as long as some of it comes,
  /// then takes it as it is.
  private mutating func awaitRest(into inputs: inout [TerminalInput], _ seen: inout UInt32) {
    while decoder.isInSequence, !decoder.isAfterEscape {
      let news = ct_wait(decoder.isAmidParameters ? 1_000 : 25)
      seen |= news
      if news & UInt32(CT_INPUT) == 0 || drain(into: &inputs) == 0 { break }
    }
    let tookBytes = decoder.wantsBytes
    decoder.settle(into: &inputs)
    if decoder.wantsBytes != tookBytes { ct_take_bytes(decoder.wantsBytes ? 1 : 0) }
  }

  private mutating func handle(_ seen: UInt32, into inputs: inout [TerminalInput]) {
    if seen & UInt32(CT_LOST) != 0 {
      isLost = true
      inputs.append(.lost)
      return
    }
    if seen & UInt32(CT_STOP) != 0, suspend() {
      inputs += queued
      queued = []
    } else if seen & UInt32(CT_CONTINUED) != 0 {
      ct_resume()
      shown = nil
      inputs.append(.resumed)
    }
    if seen & UInt32(CT_SIZE) != 0, ct_resize() != 0 {
      shown = nil
      inputs.append(.resized(size))
    }
    if seen & UInt32(CT_END) != 0 { inputs.append(.terminate) }
  }

  package mutating func redraw() {
    shown = nil
    ct_redraw()
  }

  package mutating func bell() { ct_bell() }

  package mutating func copy(_ text: String, base64: String) -> Bool {
    guard capabilities.mayHaveClipboard else { return false }
    let bytes = Clipboard.sequence(base64: base64)
    ct_send(bytes, Int32(bytes.count))
    return true
  }

  package mutating func suspend() -> Bool {
    let before = size
    guard ct_suspend() != 0 else { return false }
    shown = nil
    queued.append(.resumed)
    if size != before { queued.append(.resized(size)) }
    return true
  }

  package mutating func close() { terminal.close() }

  /// One piece of input in the program's words; nil for what it has no use for.
  private static func raw(_ piece: ct_input) -> RawInput? {
    switch Int(piece.kind) {
    case CT_BYTE: .byte(UInt8(truncatingIfNeeded: piece.code))
    case CT_KEY: .key(key(Int(piece.code)))
    case CT_PASTE: .pasteStart
    case CT_CLICK: .click(Point(row: Int(piece.row), column: Int(piece.column)))
    default: nil
    }
  }

  private static func key(_ code: Int) -> Key? {
    switch code {
    case CT_UP: .up
    case CT_DOWN: .down
    case CT_LEFT: .left
    case CT_RIGHT: .right
    case CT_HOME: .home
    case CT_END_KEY: .end
    case CT_PAGE_UP: .pageUp
    case CT_PAGE_DOWN: .pageDown
    case CT_INSERT: .insert
    case CT_DELETE: .delete
    case CT_BACKSPACE: .backspace
    case CT_ENTER: .enter
    case CT_BACK_TAB: .backTab
    case (CT_FUNCTION + 1)...: .function(code - CT_FUNCTION)
    default: nil
    }
  }
}
