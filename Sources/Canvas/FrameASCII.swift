extension Frame {
  /// The frame as it looks where only ASCII may be shown: each cell one printable ASCII character,
  /// no marks, a blank for the second half of a wide scalar; the words of the nodes likewise.
  package func transliterated() -> Frame {
    var frame = self
    frame.mapCells { cell in
      Cell(cell.isContinuation ? " " : Transliteration.ascii(cell.scalar), style: cell.style)
    }
    frame.nodes = nodes.map { node in node.mapTexts { Transliteration.ascii($0) } }
    return frame
  }
}
