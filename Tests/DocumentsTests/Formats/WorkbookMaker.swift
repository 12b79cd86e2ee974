import CZlib

/// Makes workbooks for tests: a ZIP archive with the parts that a reader needs.
struct WorkbookMaker {
  /// A sheet: its name, its rows by their number, and whether its tab is hidden.
  struct Sheet {
    var name: String
    var rows: [(number: Int, cells: [String])]
    var isHidden = false

    init(_ name: String, _ rows: [[String]], isHidden: Bool = false) {
      self.name = name
      self.rows = rows.enumerated().map { ($0.offset + 1, $0.element) }
      self.isHidden = isHidden
    }
  }

  /// How texts stand in the cells.
  enum Texts: CaseIterable {
    case shared, inline, runs
  }

  var sheets: [Sheet]
  var texts = Texts.shared
  var deflates = true
  /// A prefix for all element names, as some programs write.
  var prefix = ""

  func bytes() -> [UInt8] {
    var zip = ZipMaker(deflates: deflates)
    var shared: [String] = []
    zip.add("[Content_Types].xml", "<?xml version=\"1.0\"?><Types/>")
    let tabs = sheets.enumerated().map { place, sheet in
      let state = sheet.isHidden ? " state=\"hidden\"" : ""
      return "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(place + 1)\"\(state) "
        + "r:id=\"rId\(place + 1)\"/>"
    }
    zip.add("xl/workbook.xml", "<workbook><sheets>\(tabs.joined())</sheets></workbook>")
    var relations = sheets.indices.map { place in
      "<Relationship Id=\"rId\(place + 1)\" Type=\"http://x/worksheet\" "
        + "Target=\"\(place == 0 ? "/xl/" : "")worksheets/sheet\(place + 1).xml\"/>"
    }
    relations.append(
      "<Relationship Id=\"rId99\" Type=\"http://x/sharedStrings\" Target=\"sharedStrings.xml\"/>")
    zip.add(
      "xl/_rels/workbook.xml.rels", "<Relationships>\(relations.joined())</Relationships>")
    for (place, sheet) in sheets.enumerated() {
      zip.add("xl/worksheets/sheet\(place + 1).xml", part(sheet, &shared))
    }
    let items = shared.map { text in
      texts == .runs
        ? "<si><r><t xml:space=\"preserve\">\(escaped(String(text.prefix(2))))</t></r><rPh sb=\"0\">"
          + "<t>no</t></rPh><r><rPr><b/></rPr><t>\(escaped(String(text.dropFirst(2))))</t></r></si>"
        : "<si><t>\(escaped(text))</t></si>"
    }
    zip.add("xl/sharedStrings.xml", "<sst><!-- a > b -->\(items.joined())</sst>")
    return zip.finished()
  }

  private func part(_ sheet: Sheet, _ shared: inout [String]) -> String {
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(prefix)worksheet><\(prefix)sheetData>"
    for row in sheet.rows {
      xml += "<\(prefix)row r=\"\(row.number)\">"
      for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
        let reference = "\(Self.letters(column))\(row.number)"
        if Double(cell) != nil {
          xml += "<\(prefix)c r=\"\(reference)\"><\(prefix)v>\(cell)</\(prefix)v></\(prefix)c>"
        } else if texts == .inline {
          xml +=
            "<\(prefix)c r='\(reference)' t='inlineStr'><\(prefix)is><\(prefix)t>\(escaped(cell))"
            + "</\(prefix)t></\(prefix)is></\(prefix)c>"
        } else {
          let number = shared.firstIndex(of: cell) ?? shared.count
          if number == shared.count { shared.append(cell) }
          xml +=
            "<\(prefix)c r=\"\(reference)\" s=\"1\" t=\"s\"><\(prefix)f>A1&amp;B1</\(prefix)f>"
            + "<\(prefix)v>\(number)</\(prefix)v></\(prefix)c>"
        }
      }
      xml += "</\(prefix)row>"
    }
    return xml + "</\(prefix)sheetData></\(prefix)worksheet>"
  }

  static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }

  private func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "é": "&#xE9;"
      default: String(character)
      }
    }
    .joined()
  }
}

/// Makes a ZIP archive.
struct ZipMaker {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  private let deflates: Bool

  init(deflates: Bool) { self.deflates = deflates }

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  mutating func add(_ name: String, _ content: [UInt8], statedSize: Int? = nil) {
    let packed = deflates ? ZipMaker.deflated(content) : content
    let checksum = content.withUnsafeBufferPointer {
      UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count)))
    }
    let shared =
      number16(20) + number16(0) + number16(deflates ? 8 : 0) + number32(0)
      + number32(Int(checksum)) + number32(packed.count) + number32(statedSize ?? content.count)
      + number16(name.utf8.count) + number16(0)
    directory +=
      number32(0x0201_4B50) + number16(20) + shared + number16(0) + number16(0) + number16(0)
      + number32(0) + number32(body.count) + Array(name.utf8)
    body += number32(0x0403_4B50) + shared + Array(name.utf8) + packed
    count += 1
  }

  func finished() -> [UInt8] {
    body + directory + number32(0x0605_4B50) + number32(0) + number16(count) + number16(count)
      + number32(directory.count) + number32(body.count) + number16(0)
  }

  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    _ = deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      size)
    var input = content
    var output = [UInt8](repeating: 0, count: content.count + content.count / 8 + 64)
    let written = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        _ = deflate(&stream, Z_FINISH)
        return output.count - Int(stream.avail_out)
      }
    }
    deflateEnd(&stream)
    return Array(output[..<written])
  }

  private func number16(_ value: Int) -> [UInt8] {
    [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)]
  }

  private func number32(_ value: Int) -> [UInt8] { number16(value) + number16(value >> 16) }
}
