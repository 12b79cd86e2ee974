import CTerm

/// How a cell looks on the terminal: attributes and a foreground colour on the terminal's own
/// background.
package struct Rendition: Hashable, Sendable {
  /// Looks that need no colour.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit for each look, as CTerm counts them.
    package let rawValue: UInt8
    /// Names looks by their bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Brighter or heavier.
    package static let bold = Attributes(rawValue: UInt8(CT_BOLD))
    /// Fainter, where the terminal can.
    package static let dim = Attributes(rawValue: UInt8(CT_DIM))
    /// Foreground and background changed over.
    package static let reverse = Attributes(rawValue: UInt8(CT_REVERSE))
    /// A line under the text.
    package static let underline = Attributes(rawValue: UInt8(CT_UNDERLINE))
  }

  /// A foreground; the terminal's own when `standard`. Raw values are colour numbers plus 1.
  package enum Colour: UInt8, CaseIterable, Sendable {
    case standard = 0
    case red = 2
    case green = 3
    case yellow = 4
    case magenta = 6
    case cyan = 7
    case brightRed = 10
    case brightGreen = 11
    case brightYellow = 12
    case brightCyan = 15
    case brightWhite = 16
  }

  /// Looks that need no colour.
  package var attributes: Attributes
  /// The foreground.
  package var colour: Colour

  /// Makes a rendition.
  package init(_ attributes: Attributes = [], _ colour: Colour = .standard) {
    self.attributes = attributes
    self.colour = colour
  }
}
