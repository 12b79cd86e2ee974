import Canvas

/// How each style looks. Focus and choice show without colour in all of them.
package struct Theme: Equatable, Sendable {
  /// The name by which a person chooses it.
  package let name: String
  private let renditions: [Rendition]

  /// Makes a theme from the rendition of each style.
  package init(name: String, _ rendition: (Style) -> Rendition) {
    self.name = name
    renditions = Style.allCases.map(rendition)
  }

  /// How a style looks.
  package func rendition(_ style: Style) -> Rendition { renditions[Int(style.rawValue)] }

  /// Few colours, on a dark or a light background.
  package static let standard = Theme(name: "standard") { style in
    switch style {
    case .error: Rendition(.bold, .red)
    case .warning: Rendition(.bold, .magenta)
    case .proven: Rendition([], .green)
    case .stated: Rendition([], .cyan)
    default: mono.rendition(style)
    }
  }

  /// No colour: bold, dim, underline and reverse alone.
  package static let mono = Theme(name: "mono") { style in
    switch style {
    case .plain, .button, .stated: Rendition()
    case .dim, .border, .planned, .disabled: Rendition(.dim)
    case .bar, .heading, .key, .error, .warning, .proven: Rendition(.bold)
    case .focus: Rendition(.reverse)
    case .selected: Rendition([.bold, .underline])
    case .field: Rendition(.underline)
    }
  }

  /// Nothing dim, bright colours: for poor eyes and poor projectors.
  package static let contrast = Theme(name: "contrast") { style in
    switch style {
    case .plain, .dim, .border, .button, .planned, .disabled: Rendition()
    case .bar, .heading, .key: Rendition(.bold, .brightWhite)
    case .focus: Rendition([.bold, .reverse])
    case .selected: Rendition([.bold, .underline], .brightWhite)
    case .field: Rendition(.underline)
    case .error: Rendition(.bold, .brightRed)
    case .warning: Rendition(.bold, .brightYellow)
    case .proven: Rendition(.bold, .brightGreen)
    case .stated: Rendition(.bold, .brightCyan)
    }
  }

  /// All themes that can be chosen.
  package static let all = [standard, mono, contrast]

  /// The theme that is asked for by name, or `standard`; `mono` where colour is not to be had or
  /// not wanted and no theme was asked for.
  package static func choice(named name: String?, on capabilities: Capabilities) -> Theme {
    if let chosen = all.first(where: { $0.name == name }) { return chosen }
    return capabilities.avoidsColour || capabilities.colours < 8 ? mono : standard
  }
}
