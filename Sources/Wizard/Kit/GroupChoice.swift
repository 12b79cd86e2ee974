import Migration
import Widgets

/// The group of users that something is about: everyone, or those of one. It is kept by its name, since
/// its place moves with the others.
enum GroupChoice {
  /// What the focus calls it.
  static let id = "group"

  /// The choice; none where there are no groups. `everyone` is what no group is called.
  static func widgets(_ scene: Scene, label: String, everyone: String) -> [any Widget] {
    guard !scene.summary.groups.isEmpty else { return [] }
    return [
      ChoiceBox(
        id: id, label: label, options: [everyone] + scene.summary.groups.map(\.name),
        chosen: place(scene.memory, scene.summary))
    ]
  }

  /// The group that is chosen; nil for everyone, and where the group is gone.
  static func name(_ memory: Memory, _ summary: Summary) -> String? {
    let place = place(memory, summary)
    return place == 0 ? nil : summary.groups[place - 1].name
  }

  /// Chooses a group; nil for everyone.
  static func choose(_ name: String?, _ state: inout State) {
    state.memory.inputs[kept] = name.map { TextInput($0) }
    state.memory.choices[id] = place(state.memory, state.summary)
  }

  /// Remembers the group at the place that was just chosen.
  static func keep(_ state: inout State) {
    let place = state.memory.choices[id] ?? 0
    let groups = state.summary.groups
    choose(groups.indices.contains(place - 1) ? groups[place - 1].name : nil, &state)
  }

  /// Chooses the next one; behind the last everyone.
  static func next(_ state: inout State) {
    let place = place(state.memory, state.summary)
    state.memory.choices[id] = (place + 1) % (state.summary.groups.count + 1)
    keep(&state)
  }

  /// Stands where the group is by now, and says so when there is none such any more.
  static func find(_ state: inout State) -> [Effect] {
    let name = state.memory.text(kept)
    let place = place(state.memory, state.summary)
    guard place == 0, !name.isEmpty else {
      if place > 0 { state.memory.choices[id] = place }
      return []
    }
    choose(nil, &state)
    state.notice = Notice(.problem, "group-gone", ["group": name])
    return [.bell]
  }

  private static let kept = "group-name"

  /// The place among everyone and the groups.
  private static func place(_ memory: Memory, _ summary: Summary) -> Int {
    let name = memory.text(kept)
    return name.isEmpty ? 0 : (summary.groups.firstIndex { $0.name == name } ?? -1) + 1
  }
}
