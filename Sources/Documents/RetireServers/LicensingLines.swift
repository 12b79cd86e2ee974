/// What the lines at a text's beginning are, of the kinds that licence servers write and read.
///
/// One strange line makes nothing another kind: all lines are weighed. A daemon writes into the window
/// in which somebody asks the server, mail programs put headers above an answer, and people put an
/// answer and a licence file into one mail.
package struct LicensingLines: Sendable {
  /// Lines that `lmstat` prints and nothing else does.
  private var answers = 0
  /// Lines of a debug log, by their form; and those whose words are FlexNet's.
  private var logged = 0
  private var known = 0
  /// Lines of a licence file, and what they weigh.
  private var licences = 0
  private var weight = 0
  /// Lines of any other form.
  private var others = 0

  /// As a second document in a text counts what has this many lines.
  private static let leastLines = 3

  /// Looks through the beginning of a text in UTF-8; O(bytes).
  package init(_ text: Span<UInt8>) {
    text.withUnsafeBufferPointer { buffer in
      guard let run = ByteRun(buffer) else { return }
      read(run.hasPrefix("\u{FEFF}") ? run.from(3) : run)
    }
  }

  private mutating func read(_ text: ByteRun) {
    var rest = text
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.count
      let line = rest.upTo(end).trimmed.unquoted
      let isCut = end == rest.count
      rest = rest.from(end + 1)
      if line.isEmpty { continue }
      if let words = DebugLog.textOfLine(line) {
        logged += 1
        known += words ? 1 : 0
      } else if LicenceFile.isLine(line) {
        licences += 1
        weight += isCut && licences == 1 ? 2 : LicenceFile.weight(line)
      } else if LmstatOutput.isLine(line) {
        answers += 1
      } else {
        others += 1
      }
    }
  }

  /// The kinds that the text is of, the one with the most lines first; of a second one there are more
  /// lines than a strange one or two.
  package var kinds: [DocumentKind] {
    var found: [(kind: DocumentKind, lines: Int)] = []
    if answers > 0 { found.append((.lmstat, answers)) }
    if known > 0, logged * 3 >= others { found.append((.debugLog, logged)) }
    if weight >= 2 { found.append((.licenceFile, licences)) }
    let most = found.map(\.lines).max() ?? 0
    let first = found.firstIndex { $0.lines == most }
    return found.enumerated().filter { place, one in
      place == first || one.lines >= Self.leastLines
    }.sorted { $0.element.lines > $1.element.lines }.map(\.element.kind)
  }
}
