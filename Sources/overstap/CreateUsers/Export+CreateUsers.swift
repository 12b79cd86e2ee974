import Documents
import Migration
import SessionFile

extension Export {
  /// The portal's import files with who is in no hand-over yet.
  static func ofCreateUsers(_ file: SessionFile, _ group: String?) throws -> Export {
    var people: [UserDetails] = []
    if try file.summary().setup?.directory == .sync {
      Output.problem("nobody-to-invite")
    } else {
      try file.forEachUser(UserQuery(group: group, onlyNotHandedOver: true)) {
        people.append($0.details)
        return true
      }
    }
    return Export(
      outputs: try InviteFile.files(people).map { OutgoingWriter.Output($0) },
      isOfIt: { InviteFile.isName($0) })
  }
}
