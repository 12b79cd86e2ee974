/// A leaflet for the people who switch their products themselves: a page that prints on one sheet and
/// needs nothing from anywhere.
package enum SwitchLeaflet {
  /// The page; `text` has headings behind `#`, and lines that begin with a number and a blank are steps.
  package static func page(title: String, text: String, language: String) -> [UInt8] {
    var html = """
      <!DOCTYPE html>
      <html lang="\(HTMLText.escaped(language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(HTMLText.escaped(title))</title>
      <style>
      @page { size: A4; margin: 18mm }
      body { font: 11pt/1.4 sans-serif; max-width: 42em; margin: 2em auto; padding: 0 1em }
      h1 { font-size: 17pt; margin: 0 0 .6em }
      h2 { font-size: 12pt; margin: 1em 0 .3em }
      p { margin: .3em 0 }
      .step { padding-left: 1.6em; text-indent: -1.6em }
      @media print { body { margin: 0; max-width: none; padding: 0 } }
      </style>
      </head>
      <body>
      <h1>\(HTMLText.escaped(title))</h1>

      """
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# ") {
        html += "<h2>\(HTMLText.escaped(line.dropFirst(2)))</h2>\n"
      } else if line.first?.isNumber == true {
        html += "<p class=\"step\">\(HTMLText.escaped(line))</p>\n"
      } else {
        html += "<p>\(HTMLText.escaped(line))</p>\n"
      }
    }
    return Array((html + "</body>\n</html>\n").utf8)
  }
}
