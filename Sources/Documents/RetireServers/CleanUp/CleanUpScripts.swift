import Migration

/// Scripts that take licence servers out of what clients look at: `ADSKFLEX_LICENSE_FILE` and
/// `LM_LICENSE_FILE` in environment and registry, and the `LICPATH.lic` files of Autodesk products.
///
/// They take out the named servers' entries and leave every other entry as it is; each says first
/// what it would do when it is asked to, keeps a copy of what it changes, and puts that back.
///
/// Source of the places and their order: FlexNet's licence administration guide on how clients find
/// their server; Autodesk's paths from what its licensing service writes.
package enum CleanUpScripts {
  /// What the scripts say of themselves in their first lines, in the language of the migration.
  package struct Words: Hashable, Sendable {
    /// What the script does.
    package var purpose: String
    /// How to try it without changing anything.
    package var trying: String
    /// How to put back what it changed.
    package var undoing: String
    /// Makes words.
    package init(purpose: String = "", trying: String = "", undoing: String = "") {
      self.purpose = purpose
      self.trying = trying
      self.undoing = undoing
    }
  }

  /// The scripts for some servers. A name that could mean anything to a shell is left out; without any
  /// name there are no scripts. Only entries with the server's own ports are taken out: of `lmgrd`,
  /// 27000 to 27009 where it is not known, and of the daemon.
  package static func files(for servers: [ServerDetails], words: Words = Words()) -> [ScriptFile] {
    let known = entries(for: servers)
    guard !known.isEmpty else { return [] }
    return ScriptLanguage.allCases.map { language in
      let script = script(in: language)
      let head = [
        language.remark(words.purpose),
        language.remark("\(words.trying)   \(script.trying)"),
        language.remark("\(words.undoing)   \(script.undoing)"),
        language.list("servers", known),
      ]
      let text = script.opening + head.map { $0 + "\n" }.joined() + script.body
      return ScriptFile(script.name, text, in: language)
    }
  }

  /// A script but for the block at its head that says what it is and holds its values.
  struct Script {
    var name: String
    /// How it is called to try it.
    var trying: String
    /// How it is called to put back what it changed.
    var undoing: String
    /// What has to stand before the block.
    var opening: String
    /// What it does; the same for every migration.
    var body: String
  }

  static func script(in language: ScriptLanguage) -> Script {
    switch language {
    case .shell: shell
    case .powerShell: powerShell
    case .batch: batch
    }
  }

  /// Each server as its name and its ports between colons.
  private static func entries(for servers: [ServerDetails]) -> [String] {
    var known: [String] = []
    for server in servers {
      let ports =
        (server.lmgrdPort.map { [$0] } ?? Array(27_000...27_009)) + [
          server.vendorPort ?? 2_080
        ]
      for host in server.hosts.map({ $0.lowercased() })
      where HostName.isPlain(host) && !host.contains(":") {
        let entry = host + ports.map { ":\($0)" }.joined()
        if !known.contains(entry) { known.append(entry) }
      }
    }
    return known
  }
}
