import Migration
import Widgets

/// A group (pilot, wave, office) for the chosen people.
struct GroupUsers: Screen {
  let name = "group-users"

  private static let form = GroupForm(field: PersonFields.group) { $0.groups }

  func page(_ scene: Scene) -> Page {
    Self.form.page(scene, chosen: UserTable.meant(scene.state).count)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    Self.form.handle(event, &state) { group, state in
      [.apply(.createUsers(.groupUsers(UserTable.meant(state), group)))]
    }
  }
}
