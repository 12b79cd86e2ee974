import Canvas
import Migration
import Widgets

/// What is said of a computer, the same on every page.
enum ComputerText {
  /// The computer that a visit is about; nil where another one is here.
  static func computer(_ state: State) -> Computer? {
    state.switchDevices.computer.flatMap { $0.id == id(state.visit) ? $0 : nil }
  }

  /// The number of the computer that a visit is about.
  static func id(_ visit: Visit) -> ComputerID { ComputerID(Int64(visit.argument) ?? 0) }

  /// Its people, by name where they are known.
  static func people(_ computer: Computer) -> String {
    computer.people.map { $0.name.isEmpty ? $0.login : $0.name }.joined(separator: ", ")
  }

  /// Its first product, and how many more there are.
  static func products(_ computer: Computer) -> String {
    guard let first = computer.products.first else { return "" }
    return computer.products.count > 1 ? "\(first) +\(computer.products.count - 1)" : first
  }

  /// How far it is: what holds it up, where anything does.
  static func told(_ computer: Computer, _ scene: Scene) -> (mark: Mark, text: String) {
    let words = scene.words.of("computers")
    func warned(_ warning: ComputerWarning) -> Bool { computer.warnings.contains(warning) }
    switch computer.state {
    case .failed:
      return (
        .told(.failed),
        words(warned(.usedAfter) ? "values.state-used-after" : "values.state-failed")
      )
    case .stated, .proven, .left:
      if warned(.switchedWithoutSeat) {
        return (Mark(.attention), words("values.state-locked-out"))
      }
      if warned(.noAnswer) { return (Mark(.attention), words("values.state-no-answer")) }
      if computer.state == .stated { return (.told(.stated), words("values.state-stated")) }
      if computer.state == .proven { return (.told(.proven), words("values.state-proven")) }
      if warned(.noPerson) { return (.told(.unknown), words("values.state-no-person")) }
      if warned(.noSeat) || warned(.someWithoutSeat) {
        return (Mark(.attention), words("values.state-no-seat"))
      }
      return (
        .told(.planned),
        computer.switched == 0
          ? words("values.state-left")
          : words(
            "values.state-partly",
            ["count": String(computer.switched), "total": String(computer.products.count)])
      )
    case .empty: return (.told(.notApplicable), words("values.state-empty"))
    }
  }

  /// The same in a list.
  static func item(_ computer: Computer, _ scene: Scene) -> Table.Item {
    let told = told(computer, scene)
    return .marked(told.mark, told.text)
  }

  /// What runs on it.
  static func system(_ system: ComputerSystem, _ scene: Scene) -> String {
    scene.words.of("fields")("choices.\(ComputerFields.system.name)-\(system.name)")
  }

  /// What most wants a look at it, or that nothing is in the way.
  static func sentence(_ computer: Computer, _ scene: Scene) -> String {
    let words = scene.words.of("computers")
    if computer.state == .empty { return words("notes.no-product") }
    if let warning = computer.warnings.first { return words("notes.warning-\(warning.rawValue)") }
    return words(computer.state == .left ? "notes.may-switch" : "notes.all-well")
  }
}
