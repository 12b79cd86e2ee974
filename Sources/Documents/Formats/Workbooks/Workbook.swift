/// A workbook of Excel (`.xlsx`), its sheets read when asked for.
package struct Workbook: Sendable {
  /// The visible sheets by the names on their tabs, in order.
  package let sheetNames: [String]
  private let archive: ZipArchive
  private let parts: [ZipArchive.Entry]
  private let texts: SheetReader.Texts
  private let limits: WorkbookLimits

  /// The unpacked bytes of a sheet that are looked at for its first rows.
  private static let beginning = 1 << 20

  /// Opens a workbook.
  package init(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) throws(TableFailure) {
    self.limits = limits
    archive = try ZipArchive(bytes, limits: limits)
    guard let book = archive.entry("xl/workbook.xml"),
      let relations = archive.entry("xl/_rels/workbook.xml.rels")
    else { throw .damagedWorkbook }
    let targets = Workbook.targets(try archive.unpack(relations))
    var names: [String] = []
    var parts: [ZipArchive.Entry] = []
    for sheet in Workbook.sheets(try archive.unpack(book)) {
      guard let target = targets[sheet.relation], let part = archive.entry(target) else { continue }
      guard names.count < limits.sheets else { break }
      names.append(sheet.name)
      parts.append(part)
    }
    var total = 0
    for entry in parts { total += min(entry.unpacked, limits.entryBytes) }
    if total > limits.totalBytes { throw .workbookTooLarge(.bytes) }
    sheetNames = names
    self.parts = parts
    if let entry = archive.entry(targets["sharedStrings"] ?? "xl/sharedStrings.xml") {
      texts = try SheetReader.texts(try archive.unpack(entry), limits: limits)
    } else {
      texts = SheetReader.Texts()
    }
  }

  /// Reads a sheet; with `mostRows` only its beginning.
  func sheet(_ place: Int, mostRows: Int? = nil) throws(TableFailure) -> Sheet {
    let part = try archive.unpack(parts[place], most: mostRows == nil ? nil : Workbook.beginning)
    return try SheetReader.sheet(
      part, name: sheetNames[place], texts: texts, limits: limits, mostRows: mostRows)
  }

  private static func sheets(_ part: [UInt8]) -> [(name: String, relation: String)] {
    var sheets: [(String, String)] = []
    part.withUnsafeBufferPointer { bytes in
      var reader = XMLReader(bytes)
      while true {
        switch reader.next() {
        case .start:
          guard reader.isNamed("sheet"), let name = reader.attribute("name"),
            let relation = reader.attribute("id")
          else { continue }
          let state = reader.attribute("state").map { String(decoding: $0, as: UTF8.self) }
          if state == "hidden" || state == "veryHidden" { continue }
          sheets.append(
            (String(decoding: name, as: UTF8.self), String(decoding: relation, as: UTF8.self)))
        case .finished: return
        case .end, .text: continue
        }
      }
    }
    return sheets
  }

  /// The parts that the workbook names, by the relation's id; the table of texts as `sharedStrings`.
  private static func targets(_ part: [UInt8]) -> [String: String] {
    var targets: [String: String] = [:]
    part.withUnsafeBufferPointer { bytes in
      var reader = XMLReader(bytes)
      while true {
        switch reader.next() {
        case .start:
          guard reader.isNamed("Relationship"), let id = reader.attribute("Id"),
            let target = reader.attribute("Target")
          else { continue }
          let path = String(decoding: target, as: UTF8.self)
          // A path from the root of the archive, or from the workbook's folder.
          let full = path.hasPrefix("/") ? String(path.dropFirst()) : "xl/" + path
          targets[String(decoding: id, as: UTF8.self)] = full
          let type = reader.attribute("Type").map { String(decoding: $0, as: UTF8.self) } ?? ""
          if type.hasSuffix("/sharedStrings") { targets["sharedStrings"] = full }
        case .finished: return
        case .end, .text: continue
        }
      }
    }
    return targets
  }
}
