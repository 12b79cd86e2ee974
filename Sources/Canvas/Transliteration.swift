/// What a scalar looks like where only ASCII may be shown: one printable ASCII character each.
package enum Transliteration {
  /// The ASCII look of a scalar: itself, its base letter, a look-alike, or `?`.
  package static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = Int(scalar.value)
    switch value {
    case 0x20..<0x7F: return scalar
    case 0xA0...0x24F: return Unicode.Scalar(latin[value - 0xA0])
    case 0x1E00...0x1EFF: return Unicode.Scalar(latinAdditional[value - 0x1E00])
    case 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return " "
    case 0x2500...0x257F: return box(value)
    case 0xFF01...0xFF5E: return Unicode.Scalar(UInt8(value - 0xFEE0))
    default: return symbol(scalar)
    }
  }

  /// The ASCII look of a text: one character for each cell, and a blank behind a wide one.
  package static func ascii(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    Width.forEachCell(of: text) { scalar, _, width in
      result.append(ascii(scalar))
      if width == 2 { result.append(" ") }
      return true
    }
    return String(result)
  }

  /// A text whose parts a dot sets apart for the eye, with commas, which are heard as a pause.
  package static func spoken(_ text: String) -> String { text.replacing(" · ", with: ", ") }

  /// Lines and crosses of the Unicode block Box Drawing: level, upright, slanting, all else a cross.
  private static func box(_ value: Int) -> Unicode.Scalar {
    switch value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D: "-"
    case 0x2550: "="
    case 0x2574, 0x2576, 0x2578, 0x257A, 0x257C, 0x257E: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: "|"
    case 0x2575, 0x2577, 0x2579, 0x257B, 0x257D, 0x257F: "|"
    case 0x2571: "/"
    case 0x2572: "\\"
    case 0x2573: "x"
    default: "+"
    }
  }

  private static func symbol(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "‐", "‑", "‒", "–", "—", "―", "−", "⁃": "-"
    case "‘", "’", "‛", "′", "`": "'"
    case "‚": ","
    case "“", "”", "„", "‟", "″": "\""
    case "‹", "◄", "←": "<"
    case "›", "►", "▸", "▶", "→": ">"
    case "↑": "^"
    case "↓": "v"
    case "•", "●": "*"
    case "○": "o"
    case "…", "░": "."
    case "▒": "="
    case "▓", "█", "■", "▄", "▀", "▌", "▐": "#"
    case "▏", "▎", "▍", "▕": "|"
    default: "?"
    }
  }

  /// U+00A0 to U+024F: the base letter of the canonical decomposition, or of the letter's name.
  private static let latin = Array(
    (" !????|?\"?a<?-?-o?23'u?.,1o>????AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaac"
      + "eeeeiiiidnooooo/ouuuuytyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIi"
      + "IiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYy"
      + "YZzZzZzsbBBb???Cc?DDd??E?FfG???IKkl??NnOOo??Pp?????tTtTUu?VYyZz?????????"
      + "????DDdLLlNNnAaIiOoUuUuUuUuUu?AaAa??GgGgKkOoOo??jDDdGg??NnAa??OoAaAaEeEe"
      + "IiIiOoOoRrRrUuUuSsTt??HhNd??ZzAaEeOoOoOoOoYylnt???ACcLTsz??BU?EeJj?qRrYy").utf8)

  /// U+1E00 to U+1EFF, likewise.
  private static let latinAdditional = Array(
    ("AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
      + "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
      + "WwWwWwWwWwXxXxYyZzZzZzhtwyasssS?AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
      + "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy????Yy").utf8)
}
