import Canvas

/// A field and a list, enough to see keys arrive.
struct ProbeForm {
  private var text = ""
  private var row = 0
  private var size: Size?

  mutating func take(_ input: TerminalInput) {
    switch input {
    case .key(.character(let scalar)): text.unicodeScalars.append(scalar)
    case .key(.backspace): if !text.isEmpty { text.removeLast() }
    case .key(.down): row += 1
    case .key(.up): row -= 1
    case .paste(let pasted): text += pasted.split(separator: "\n").joined(separator: "|")
    case .resized(let size): self.size = size
    default: break
    }
  }

  func frame(_ screen: Size) -> Frame {
    var frame = Frame(size: size ?? screen)
    let width = frame.size.width
    frame.put(" probe · \(width)x\(frame.size.height)", row: 0, column: 0, style: .bar)
    frame.put(String(repeating: "─", count: width), row: 1, column: 0, style: .border)
    frame.put("Voornaam", row: 2, column: 2)
    let field = Area(row: 3, column: 2, width: min(40, width - 3), height: 1)
    frame.fill(field, with: " ", style: .field)
    let used = frame.put(text, row: 3, column: 2, limit: field.width, style: .field)
    for index in 0..<12 {
      let mark = index == (row % 12 + 12) % 12 ? "►" : " "
      frame.put("\(mark) rij \(index + 1)  ● Zoë Ćosić", row: 5 + index, column: 2)
    }
    frame.put("F1 hulp", row: frame.size.height - 1, column: 1, style: .key)
    frame.cursor = Point(row: 3, column: min(2 + used, width - 1))
    return frame
  }
}
