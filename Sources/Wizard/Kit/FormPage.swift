import Migration
import Widgets

/// What is filled in on a page: declared fields, each with the part of a value that it holds.
///
/// It owns showing a value in the fields, what is said beside them, and taking over what was typed:
/// the first error has the focus, a warning has to be seen once. A page adds its title, its buttons and
/// what is done with the value.
struct FormPage<Value>: Sendable {
  /// One field of the form.
  struct Line: Sendable {
    /// The field as it is declared.
    let field: Field
    /// Columns of text at most.
    let columns: Int
    /// Whether it is an answer, so that it is not lost without a question; not what only confirms.
    let isAnswer: Bool
    fileprivate let text: @Sendable (Value) -> String
    fileprivate let put: @Sendable (String, inout Value) -> Void

    /// A field for a part of the value.
    init<Part: FieldValue>(
      _ field: Field, _ part: WritableKeyPath<Value, Part> & Sendable, columns: Int = 46,
      isAnswer: Bool = true
    ) {
      self.field = field
      self.columns = columns
      self.isAnswer = isAnswer
      text = { $0[keyPath: part].fieldText }
      put = { text, value in
        if let typed = Part(fieldText: text) { value[keyPath: part] = typed }
      }
    }

    /// The normalised text that stands in the field.
    func typed(_ memory: Memory) -> String {
      guard case .choice(let values) = field.kind else {
        return field.normalise(memory.text(field.name))
      }
      let chosen = memory.choices[field.name] ?? 0
      return values.indices.contains(chosen) ? values[chosen] : ""
    }

    /// The field as a widget.
    func widget(_ scene: Scene) -> any Widget {
      if case .choice = field.kind { return scene.choiceBox(field) }
      var box = scene.fieldBox(field, columns: columns)
      box.isAnswer = isAnswer
      return box
    }
  }

  /// The fields in the order of the page.
  let lines: [Line]

  /// Makes a form.
  init(_ lines: [Line]) { self.lines = lines }

  /// Its first fields as a form of their own, where the rest is folded away.
  func first(_ count: Int) -> FormPage { FormPage(Array(lines.prefix(count))) }

  /// The fields; `notes` stand behind the fields whose names they have.
  func widgets(_ scene: Scene, notes: [String: any Widget] = [:]) -> [any Widget] {
    var widgets: [any Widget] = []
    for line in lines {
      widgets.append(line.widget(scene))
      if let note = notes[line.field.name] { widgets.append(note) }
    }
    return widgets
  }

  /// Shows a value in the fields in which nobody typed.
  func show(_ value: Value, _ state: inout State) {
    var memory = state.memory
    for line in lines {
      let text = line.text(value)
      if case .choice(let values) = line.field.kind {
        memory.offer(line.field.name, values.firstIndex(of: text) ?? 0)
      } else {
        memory.offer(line.field.name, text)
      }
    }
    state.memory = memory
  }

  /// What is typed as it stands, whatever is wrong with it.
  func typed(into base: Value, _ memory: Memory) -> Value {
    var value = base
    for line in lines { line.put(line.typed(memory), &value) }
    return value
  }

  /// Takes over what is typed, unless a field holds it back: then the focus goes there, and it is said.
  func accept(
    into base: Value, _ state: inout State, _ go: (Value, inout State) -> [Effect]
  ) -> [Effect] {
    if let refused = Admission.refused(&state) { return refused }
    state.memory.hasTried = true
    var unseen: [String] = []
    for line in lines {
      let name = line.field.name
      let findings = line.field.check(line.typed(state.memory))
      if findings.contains(where: \.isError) { return Self.hold(name, "look-at-fields", &state) }
      if !findings.isEmpty, !state.memory.left.contains(name) { unseen.append(name) }
    }
    // Warnings hold nobody back, but they have to be seen once.
    state.memory.left.formUnion(unseen)
    if let first = unseen.first { return Self.hold(first, "look-at-warning", &state) }
    return go(typed(into: base, state.memory), &state)
  }

  private static func hold(
    _ field: String, _ reason: String, _ state: inout State
  ) -> [Effect] {
    state.notice = Notice(.problem, reason)
    return Focus.move(to: field, &state) + [.bell]
  }
}

/// What all forms have in common, whatever they fill in.
enum Form {
  /// Its buttons: the main one first, the one that forgets last.
  static func buttons(
    _ main: ButtonRow.Button, others: [ButtonRow.Button] = [], _ scene: Scene
  ) -> ButtonRow {
    ButtonRow([main] + others + [.init("cancel", scene.words.common("actions.cancel"))])
  }

  /// Begins a page that is opened anew in its first field, or in the one in which somebody typed last;
  /// one that is come back to stays as it was.
  static func begin(in field: String, _ isReturn: Bool, _ state: inout State) {
    let memory = state.memory
    let isTyping = memory.inputs[memory.focus] != nil || memory.editors[memory.focus] != nil
    if !isReturn, !isTyping { state.memory.focus = field }
  }

  /// Leaves the page with nothing left of what was typed there.
  static func leave(_ state: inout State) -> [Effect] {
    Navigation.forget(&state)
    return Navigation.back(&state)
  }

  /// The page about something that is not there any more.
  static func gone(_ sentence: String, _ scene: Scene) -> Page {
    var page = Page()
    page.widgets = [
      Heading(scene.words("title")), Paragraph(sentence),
      ItemList([ItemList.Item("cancel", scene.words.common("actions.back"))]),
    ]
    return page
  }
}
