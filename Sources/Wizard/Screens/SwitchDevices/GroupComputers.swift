import Migration
import Widgets

/// A group (pilot, wave, office) for the chosen computers.
struct GroupComputers: Screen {
  let name = "group-computers"

  private static let form = GroupForm(field: ComputerFields.group) {
    $0.devices.groups
  }

  func page(_ scene: Scene) -> Page {
    Self.form.page(scene, chosen: Computers.meant(scene.state).count)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    Self.form.handle(event, &state) { group, state in
      [.apply(.switchDevices(.groupComputers(Computers.meant(state), group)))]
    }
  }
}
