import Documents

/// A document that tells of computers.
enum DeviceDocument {
  /// The licensing helper's list of installed products.
  case helperList(HelperList)
  /// What a script that switched a computer wrote of it.
  case switchResult(SwitchResult)
  /// A list of computers.
  case deviceList(DeviceList)
  /// An archive of files.
  case archive(FileArchive)

  /// Its kind.
  var kind: DocumentKind {
    switch self {
    case .helperList: .helperList
    case .switchResult: .switchResult
    case .deviceList: .deviceList
    case .archive: .archive
    }
  }

  /// What it says, in figures.
  var figures: [(name: String, value: FigureValue)] {
    switch self {
    case .helperList(let list): list.figures
    case .switchResult(let result): result.figures
    case .deviceList(let list): list.figures
    case .archive(let archive): [("files", .number(archive.files.count))]
    }
  }

  /// Whether rows of it are refused, or say nothing new.
  var hasFindings: Bool {
    switch self {
    case .deviceList(let list): list.refused.count + list.duplicates > 0
    case .helperList, .switchResult, .archive: false
    }
  }

  /// The sentence in `messages` that says why nothing of it can be taken in; nil where it can.
  var refusal: String? {
    switch self {
    case .deviceList(let list): list.computers.isEmpty ? "file-no-computers" : nil
    case .helperList, .switchResult, .archive: nil
    }
  }
}
