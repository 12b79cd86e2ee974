import Canvas
import Testing
import Widgets

@Suite("A choice")
struct ChoiceBoxTests {
  @Test("of many values shows those round the chosen one", arguments: 0..<20)
  func many(_ chosen: Int) {
    let options = (0..<20).map { "a value that is called \($0)" }
    let box = ChoiceBox(id: "c", label: "Which?", options: options, chosen: chosen)
    let height = box.height(width: 60)
    #expect(height <= 8)
    var frame = Frame(size: Size(width: 60, height: height))
    let area = Area(row: 0, column: 0, width: 60, height: height)
    box.draw(on: &frame, in: area, DrawingContext(focus: "c", look: Look()))
    #expect(frame.text.contains("(●) a value that is called \(chosen)"))
    #expect(frame.text.contains("↑") == !frame.text.contains("called 0"))
    #expect(frame.text.contains("↓") == !frame.text.contains("called 19"))
  }
}
