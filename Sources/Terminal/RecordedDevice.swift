import Canvas

/// A device without a terminal: gives the inputs of a script and keeps what is painted.
package struct RecordedDevice: TerminalDevice {
  package var size: Size
  package var capabilities: Capabilities
  /// What `inputs` will give, one element a call; empty elements are waits that ran out.
  package var script: [[TerminalInput]]
  /// Every frame that was painted, in order.
  package private(set) var frames: [Frame] = []
  /// Every text that was offered to the clipboard, in order.
  package private(set) var copied: [String] = []
  /// How often the bell sounded.
  package private(set) var bells = 0
  /// How often every cell was asked to be sent anew.
  package private(set) var redraws = 0
  /// How often the program was suspended.
  package private(set) var suspensions = 0
  /// Whether the terminal was given back.
  package private(set) var isClosed = false
  /// The longest times that `inputs` was to wait, in milliseconds, in order; nil is for ever.
  package private(set) var waits: [Int?] = []

  /// Makes a device of a size with a script.
  package init(
    size: Size = Size(width: 80, height: 24), capabilities: Capabilities = Capabilities(),
    script: [[TerminalInput]] = []
  ) {
    self.size = size
    self.capabilities = capabilities
    self.script = script
  }

  /// The frame on the screen.
  package var screen: Frame? { frames.last }

  package mutating func paint(_ frame: Frame) { frames.append(frame) }

  /// The next element of the script; `.lost` when there is none, so that no loop runs for ever.
  package mutating func inputs(within milliseconds: Int?) -> [TerminalInput] {
    waits.append(milliseconds)
    guard !script.isEmpty else { return [.lost] }
    let inputs = script.removeFirst()
    for case .resized(let size) in inputs { self.size = size }
    return inputs
  }

  package mutating func redraw() { redraws += 1 }

  package mutating func bell() { bells += 1 }

  package mutating func copy(_ text: String, base64: String) -> Bool {
    copied.append(text)
    return true
  }

  package mutating func suspend() -> Bool {
    suspensions += 1
    script.insert([.resumed], at: 0)
    return true
  }

  package mutating func close() { isClosed = true }
}
