import Canvas

/// A whole screen before it is laid out: what stands round it, and its widgets from top to bottom.
package struct Page: Sendable {
  /// A key and what it does, for the last row.
  package struct KeyHint: Hashable, Sendable {
    /// The key as it is called.
    package var key: String
    /// What it does.
    package var label: String
    /// Makes a hint.
    package init(_ key: String, _ label: String) {
      self.key = key
      self.label = label
    }
  }

  /// How the second row from below is meant.
  package enum HintKind: Sendable {
    /// What the focused thing means or needs.
    case hint
    /// What was just done.
    case done
    /// What went wrong.
    case problem
  }

  /// The left end of the first row: program and organisation.
  package var barLeft = ""
  /// The right end of the first row: screen number and when it was saved.
  package var barRight = ""
  /// The step bar; nil where the page has none.
  package var stepBar: StepBar?
  /// The title of the dialog's box; nil when the page is no dialog.
  package var dialogTitle: String?
  /// The widgets from top to bottom.
  package var widgets: [any Widget] = []
  /// The widgets that stay at the lower end of the page.
  package var footer: [any Widget] = []
  /// What the focused thing means, or what was just done.
  package var hint = ""
  /// The id of the target that the hint is about; empty when it is about the page.
  package var hintSubject = ""
  /// How the hint is meant.
  package var hintKind = HintKind.hint
  /// The keys of the last row, the most important first.
  package var keys: [KeyHint] = []
  /// Whether it waits for what it is about, so that the focus stays where it was.
  package var isLoading = false
  /// The target that has the focus when nothing else has; nil for the first.
  package var firstFocus: String?
  /// The button that Enter in the last field presses, and F10 from anywhere; nil for none.
  package var defaultButton: String?

  /// The button that F10 presses where no button is pressed by Enter in a field; nil for none.
  package var mainButton: String?

  /// Makes an empty page.
  package init() {}

  /// The button that is pressed by default, when the page has it.
  package var pressedByDefault: String? {
    defaultButton.flatMap { id in targets.contains { $0.id == id } ? id : nil }
  }

  /// The words of a button; nil when the page has no such button.
  package func label(ofButton id: String) -> String? {
    for case let row as ButtonRow in widgets + footer {
      if let button = row.buttons.first(where: { $0.id == id }) { return button.label }
    }
    return nil
  }

  /// The ids of what takes an answer that would be lost with the page.
  package var answers: [String] { (widgets + footer).flatMap(\.answers) }

  /// What can have the focus, in reading order.
  package var targets: [Target] { (widgets + footer).flatMap(\.targets) }
}
