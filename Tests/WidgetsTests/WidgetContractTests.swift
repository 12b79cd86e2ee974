import Canvas
import Testing
import Widgets

@Suite("Every widget")
struct WidgetContractTests {
  /// The widths that pages give their widgets: from the least terminal to a wide one.
  static let widths = [32, 36, 40, 52, 72, 76, 124, 128]
  /// Widths that no page gives.
  static let tinyWidths = [0, 1, 2, 3, 5, 8, 13, 20]

  /// A frame full of a sign that no widget draws, so that every touched cell shows.
  private func drawn(
    _ widget: any Widget, width: Int, height: Int, focus: String = "", look: Look = Look()
  ) -> (frame: Frame, area: Area) {
    var frame = Frame(size: Size(width: width + 14, height: height + 8))
    frame.fill(
      Area(row: 0, column: 0, width: width + 14, height: height + 8), with: "▓", style: .key)
    frame.cursor = nil
    let area = Area(row: 3, column: 6, width: width, height: height)
    widget.draw(on: &frame, in: area, DrawingContext(focus: focus, look: look))
    return (frame, area)
  }

  private func touchedOutside(_ frame: Frame, _ area: Area) -> [Point] {
    var points: [Point] = []
    for row in 0..<frame.size.height {
      for column in 0..<frame.size.width where !area.contains(Point(row: row, column: column)) {
        if frame[row, column] != Cell("▓", style: .key) {
          points.append(Point(row: row, column: column))
        }
      }
    }
    return points
  }

  @Test(
    "draws nothing outside its rectangle when it has the height that it asks for",
    arguments: WidgetExample.all)
  func inside(_ example: WidgetExample) {
    for width in Self.widths {
      let height = example.widget.height(width: width)
      for focus in [""] + example.widget.targets.map(\.id) {
        let (frame, area) = drawn(example.widget, width: width, height: height, focus: focus)
        let outside = touchedOutside(frame, area)
        #expect(outside == [], "\(width) columns, \(height) rows, focus on \(focus)")
      }
    }
  }

  @Test(
    "leaves rows alone that it did not ask for, unless it takes what is left",
    arguments: WidgetExample.all)
  func height(_ example: WidgetExample) {
    guard !example.widget.isFlexible else { return }
    for width in Self.widths {
      let height = example.widget.height(width: width)
      let (frame, area) = drawn(example.widget, width: width, height: height + 4)
      let asked = Area(row: area.top, column: area.left, width: width, height: height)
      #expect(touchedOutside(frame, asked) == [], "\(width) columns")
    }
  }

  @Test("is at least as high the narrower it is", arguments: WidgetExample.all)
  func narrower(_ example: WidgetExample) {
    for (narrow, wide) in zip(Self.widths, Self.widths.dropFirst()) {
      let heights = (example.widget.height(width: narrow), example.widget.height(width: wide))
      #expect(heights.0 >= heights.1, "\(narrow) and \(wide) columns")
    }
  }

  @Test("is heard in the order in which Tab goes", arguments: WidgetExample.all)
  func order(_ example: WidgetExample) {
    let targets = example.widget.targets.map(\.id)
    for width in Self.widths {
      let (frame, _) = drawn(
        example.widget, width: width, height: example.widget.height(width: width))
      #expect(frame.nodes.filter(\.isFocusable).map(\.id) == targets, "\(width) columns")
    }
  }

  @Test(
    "has the cursor on what has the focus, and leaves it alone otherwise",
    arguments: WidgetExample.all)
  func cursor(_ example: WidgetExample) throws {
    for width in Self.widths {
      let height = example.widget.height(width: width)
      #expect(drawn(example.widget, width: width, height: height).frame.cursor == nil)
      for target in example.widget.targets {
        let (frame, area) = drawn(
          example.widget, width: width, height: height, focus: target.id)
        let cursor = try #require(frame.cursor, "\(width) columns, focus on \(target.id)")
        let node = try #require(frame.nodes.first { $0.id == target.id })
        #expect(node.area.contains(cursor), "\(width) columns, focus on \(target.id)")
        #expect(area.contains(cursor))
      }
    }
  }

  @Test("says what is personal only masked when names are hidden", arguments: WidgetExample.all)
  func masked(_ example: WidgetExample) {
    let (frame, _) = drawn(
      example.widget, width: 72, height: example.widget.height(width: 72) + 3,
      look: Look(isMasked: true))
    for name in ["Anna Jansen", "Bas Oud", "bas@example.com", "Person 1", "p1@example.com"] {
      #expect(!frame.text.contains(name))
      #expect(!"\(frame.nodes)".contains(name))
    }
  }

  @Test(
    "does not mind any rectangle, and stays within it at the sides", arguments: WidgetExample.all)
  func anyRectangle(_ example: WidgetExample) {
    var outside: Set<String> = []
    for width in Self.tinyWidths + Self.widths {
      for height in [0, 1, 2, 3, 7] {
        for focus in [""] + example.widget.targets.map(\.id) {
          let (frame, area) = drawn(example.widget, width: width, height: height, focus: focus)
          #expect(frame.cells.count == frame.size.width * frame.size.height)
          guard Self.widths.contains(width) else { continue }
          // With less room than it asked for it may be cut below, but never at the sides.
          for point in touchedOutside(frame, area)
          where point.column < area.left || point.column >= area.right {
            outside.insert("\(width)x\(height) at \(point.row):\(point.column)")
          }
        }
      }
    }
    #expect(outside.sorted() == [])
  }
}
