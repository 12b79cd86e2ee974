import Canvas

/// A part of a page: knows its height for a width, draws itself, and names what can have the focus.
///
/// A widget is a value made anew from the state for every frame; it keeps nothing.
package protocol Widget: Sendable {
  /// Rows that it needs at a width; for a flexible widget the least that makes sense.
  func height(width: Int) -> Int
  /// Whether it takes the rows that are left on the page.
  var isFlexible: Bool { get }
  /// What in it can have the focus, in reading order.
  var targets: [Target] { get }
  /// The ids of what in it takes an answer that would be lost with the page: no search, no path.
  var answers: [String] { get }
  /// Whether another widget is the same, so that it needs no drawing again; false where nobody can tell.
  func isSame(as other: any Widget) -> Bool
  /// Draws itself into a rectangle and adds its nodes in reading order. What it draws follows from itself,
  /// the rectangle, the look, and whether the focus is on one of its own targets.
  func draw(on frame: inout Frame, in area: Area, _ context: DrawingContext)
}

extension Widget {
  /// Most widgets have their own height.
  package var isFlexible: Bool { false }
  /// Most widgets cannot have the focus.
  package var targets: [Target] { [] }
  /// Most widgets take no answer.
  package var answers: [String] { [] }
  /// Nobody can tell of a widget whose values cannot be compared.
  package func isSame(as other: any Widget) -> Bool { false }
}

extension Widget where Self: Equatable {
  /// The same values are drawn the same.
  package func isSame(as other: any Widget) -> Bool { (other as? Self) == self }
}

/// Something that can have the focus, and how keys work on it.
package struct Target: Hashable, Sendable {
  /// How keys work on it.
  package enum Kind: Hashable, Sendable {
    /// One line of text.
    case field
    /// Several lines of text.
    case editor
    /// One of so many values.
    case choice(Int, chosen: Int?)
    /// Enter presses it.
    case button
    /// One of a row of tabs; left and right go to the next.
    case tab
    /// Rows with a cursor; so many of them in all.
    case rows(Int)
    /// A text to read line by line.
    case reader
    /// A line that Enter opens.
    case item
  }

  /// What the focus calls it; unique on a page.
  package var id: String
  /// How keys work on it.
  package var kind: Kind

  /// Names something that can have the focus.
  package init(_ id: String, _ kind: Kind) {
    self.id = id
    self.kind = kind
  }

  /// Whether it shows a part of its rows or lines.
  package var hasRows: Bool {
    switch kind {
    case .rows, .reader: true
    default: false
    }
  }

  /// Whether typed letters go into it.
  package var takesText: Bool { kind == .field || kind == .editor }
}

/// What a widget needs to know while it draws.
package struct DrawingContext: Equatable, Sendable {
  /// The id of the target that has the focus; empty for none.
  package var focus: String
  /// How the frame is to look.
  package var look: Look

  /// Makes a context.
  package init(focus: String = "", look: Look = Look()) {
    self.focus = focus
    self.look = look
  }

  /// Personal text as it may be drawn: as it is, or masked.
  package func shown(_ text: String, isPersonal: Bool, tag: Int? = nil) -> String {
    look.isMasked && isPersonal && !text.isEmpty ? Mask.text(text, tag: tag) : text
  }
}
