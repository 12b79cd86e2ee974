import ScreenTexts

/// The file that this YAML would be, at the place that the path states.
func screenFile(_ path: String, _ yaml: String) throws(ScreensError) -> ScreenFile {
  try ScreenFile(path: path, bytes: Array(yaml.utf8))
}

/// What the reader says about a file that it refuses; nil where it reads it.
func refusal(of yaml: String, at path: String = "screens/en/a.en.yaml") -> ScreensError? {
  do throws(ScreensError) {
    _ = try screenFile(path, yaml)
    return nil
  } catch {
    return error
  }
}

/// A catalogue of one table for each file's language.
func catalogue(_ files: [ScreenFile]) -> TextCatalogue {
  TextCatalogue([]).overlaid(with: files)
}

let inviteEnglish = """
  title: Invite users
  introduction: >-
    Nothing leaves yet:
    you can still change it.
  labels:
    first-name: First name
  errors:
    name-forbidden: "{word} is refused in a name."
  help: |
    One person a line.
    Write {{ or }} for a brace.
  counts:
    rows: {one: "{count} row", other: "{count} rows"}
    groups: {zero: no group, one: one group, other: "{count} groups"}

  """

let inviteDutch = """
  title: Gebruikers uitnodigen
  introduction: >-
    Er vertrekt nog niets:
    u kunt het nog wijzigen.
  labels:
    first-name: Voornaam
  errors:
    name-forbidden: "{word} wordt in een naam geweigerd."
  help: |
    Eén persoon per regel.
    Schrijf {{ of }} voor een accolade.
  counts:
    rows: {one: "{count} rij", other: "{count} rijen"}
    groups: {zero: geen groep, one: één groep, other: "{count} groepen"}

  """
