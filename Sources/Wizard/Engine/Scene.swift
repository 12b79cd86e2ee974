import Canvas
import Migration
import Widgets

/// What a screen sees when it makes its page: the state, its own memory, its own words.
package struct Scene: Sendable {
  /// The whole state.
  package let state: State
  /// Which screen, about what.
  package let visit: Visit
  /// What the screen remembers.
  package let memory: Memory
  /// The words of the screen.
  package let words: Words

  /// The scene of the screen that is seen, or of one so many screens behind it.
  package init(_ state: State, behind: Int = 0) {
    self.state = state
    visit = state.visits[max(0, state.visits.count - 1 - behind)]
    memory = state.memories[visit.key] ?? Memory()
    words = Words(
      state.languages[state.language], screen: Flow.screen(visit.screen).wordsName,
      isHeard: state.look.isHeard)
  }

  /// The counts and hand-overs.
  package var summary: Summary { state.summary }
  /// The setup, or an empty one.
  package var setup: Setup { state.setup }
  /// Today.
  package var today: Day { state.moment.day }
  /// A day as people write it.
  package func day(_ day: Day) -> String { words.day(day, today: today) }

  /// A declared field as a widget: its words, what was typed, and what is to be said about it.
  ///
  /// What is wrong with a text shows as soon as the field was left, and what is missing after the first
  /// try to go on.
  package func fieldBox(_ field: Field, columns: Int = 46) -> FieldBox {
    let labels = words.of("fields")
    let input = memory.inputs[field.name] ?? TextInput()
    let isShown = memory.hasTried || memory.left.contains(field.name)
    let findings = isShown ? field.check(field.normalise(input.text)) : []
    let told = findings.first { !$0.isError || memory.hasTried || !input.text.isEmpty }
    var box = FieldBox(
      id: field.name, label: labels.of("labels.", field.name), input: input,
      example: field.example.isEmpty ? "" : labels("values.example", ["value": field.example]),
      finding: told.map { finding(labels, $0) }, isPersonal: field.privacy == .personal,
      columns: columns)
    box.isAnswer = true
    return box
  }

  /// A declared field with values as a widget.
  package func choiceBox(_ field: Field) -> ChoiceBox {
    let labels = words.of("fields")
    var options: [String] = []
    if case .choice(let values) = field.kind {
      options = values.map { labels.of("choices.", field.name, $0.isEmpty ? "-own" : "-" + $0) }
    }
    var box = ChoiceBox(
      id: field.name, label: labels.of("labels.", field.name), options: options,
      chosen: memory.choices[field.name] ?? 0)
    box.isAnswer = true
    return box
  }

  private func finding(_ labels: Words, _ finding: Field.Finding) -> FieldBox.Finding {
    FieldBox.Finding(
      labels("errors.\(finding.key)", ["value": finding.value]), isError: finding.isError)
  }
}
