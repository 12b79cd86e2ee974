import Canvas
import Migration
import Widgets

/// The hand-overs of a step that were made before, on the page that makes the next one.
enum MadeHandOvers {
  /// The list, the newest first as the summary has them; its words are those of the page.
  static func list(_ step: Step) -> ListPage<HandOver> {
    ListPage(
      table: "hand-overs", title: { $0.words("labels.made") },
      source: .here { scene in scene.summary.handOvers.filter { $0.step == step } },
      columns: { scene in
        let words = scene.words
        return [
          Table.Column(words("columns.number"), width: 4, isTrailing: true),
          Table.Column(words("columns.written"), width: 12),
          Table.Column(words("columns.rows"), width: 7, isTrailing: true),
          Table.Column(words("columns.group"), width: 10, share: 1, dropOrder: 1),
          Table.Column(words("columns.stage"), width: 24, share: 1),
        ]
      }, key: { Int64($0.number) },
      cells: { handOver, _, scene in
        [
          .plain(String(handOver.number)), .plain(scene.day(handOver.writtenOn)),
          .plain(String(handOver.rowCount)),
          .plain(handOver.group.isEmpty ? scene.words("values.all") : handOver.group),
          HandOverStage.item(handOver, scene),
        ]
      }, letters: .none, empty: { $0.words("notes.none-made") })
  }
}

/// How far a hand-over is, as mark and words.
enum HandOverStage {
  static func item(_ handOver: HandOver, _ scene: Scene) -> Table.Item {
    let said = told(handOver, scene)
    return .marked(
      said.mark, said.text, handOver.stage == .withdrawn ? .dim : said.mark.sign.style)
  }

  /// Mark and words; the words tell what the mark means.
  static func told(_ handOver: HandOver, _ scene: Scene) -> (mark: Mark, text: String) {
    let words = scene.words.of("hand-over")
    switch handOver.stage {
    case .written: return (.told(.attention), words("values.written"))
    case .stated:
      let day = handOver.statedOn.map { scene.day($0) } ?? ""
      return (.told(.stated), words("values.stated", ["day": day]))
    case .withdrawn: return (.told(.failed), words("values.withdrawn"))
    }
  }
}

/// The folder into which a page writes files.
enum HandOverFolder {
  /// Puts the session's folder into the field where nothing was typed.
  static func propose(_ state: inout State) {
    state.memory.offer("folder", state.session.handOverFolder)
  }

  /// The field for it.
  static func widget(_ scene: Scene, label: String) -> FieldBox {
    FieldBox(
      id: "folder", label: label, input: scene.memory.inputs["folder"] ?? TextInput(), columns: 64)
  }

  /// Writes into the folder that stands in the field; without one the focus goes there, and it is said.
  static func write(
    _ state: inout State, _ effects: (String, inout State) -> [Effect]
  ) -> [Effect] {
    let folder = state.memory.text("folder")
    guard folder.isEmpty else { return effects(folder, &state) }
    state.notice = Notice(.problem, "no-path")
    return Focus.move(to: "folder", &state) + [.bell]
  }
}
