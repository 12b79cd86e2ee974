extension Frame {
  /// The frame as it looks where only ASCII may be shown: each cell one printable ASCII character,
  /// no marks, a blank for the second half of a wide scalar; the words of the nodes likewise.
  package func transliterated() -> Frame {
    var frame = self
    frame.mapCells { cell in
      Cell(cell.isContinuation ? " " : Transliteration.ascii(cell.scalar), style: cell.style)
    }
    for index in frame.nodes.indices {
      frame.nodes[index].name = Transliteration.ascii(frame.nodes[index].name)
      frame.nodes[index].value = Transliteration.ascii(frame.nodes[index].value)
      frame.nodes[index].remark = Transliteration.ascii(frame.nodes[index].remark)
      frame.nodes[index].example = Transliteration.ascii(frame.nodes[index].example)
      frame.nodes[index].parts = frame.nodes[index].parts.map { Transliteration.ascii($0) }
    }
    return frame
  }
}
