import Migration
import Mustache

/// Scripts that take licence servers out of what clients look at: `ADSKFLEX_LICENSE_FILE` and
/// `LM_LICENSE_FILE` in environment and registry, and the `LICPATH.lic` files of Autodesk products.
///
/// They take out the named servers' entries and leave every other entry as it is; each says first
/// what it would do when it is asked to, keeps a copy of what it changes, and puts that back.
///
/// Source of the places and their order: FlexNet's licence administration guide on how clients find
/// their server; Autodesk's paths from what its licensing service writes.
package enum CleanUpScripts {
  /// One script.
  package struct File: Hashable, Sendable {
    /// Its name.
    package var name: String
    /// Its bytes, as its system wants them: CRLF for Windows.
    package var bytes: [UInt8]
  }

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
  package static func files(
    for servers: [ServerDetails], words: Words = Words()
  ) throws -> [File] {
    var known: [[String]] = []
    for server in servers {
      let ports =
        (server.lmgrdPort.map { [$0] } ?? Array(27_000...27_009)) + [
          server.vendorPort ?? 2_080
        ]
      for host in server.hosts.map({ $0.lowercased() })
      where HostName.isPlain(host) && !host.contains(":") {
        let one = [host, ports.map { ":\($0)" }.joined()]
        if !known.contains(one) { known.append(one) }
      }
    }
    guard !known.isEmpty else { return [] }
    let values: [String: Any] = [
      "hosts": known.enumerated().map { place, one in
        ["name": one[0], "ports": one[1], "isLast": place == known.count - 1] as [String: Any]
      },
      "purpose": plain(words.purpose), "trying": plain(words.trying),
      "undoing": plain(words.undoing),
    ]
    return [
      File(name: "clean-up.sh", bytes: try render(shell, values, ending: "\n")),
      File(name: "clean-up.ps1", bytes: try render(powerShell, values, ending: "\r\n")),
      File(name: "clean-up.cmd", bytes: try render(batch, values, ending: "\r\n")),
    ]
  }

  private static func render(
    _ template: String, _ values: [String: Any], ending: String
  ) throws -> [UInt8] {
    let text = try MustacheTemplate(string: template).render(values)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 512)
    for byte in text.utf8 {
      if byte == 0x0A { bytes.append(contentsOf: ending.utf8) } else { bytes.append(byte) }
    }
    return bytes
  }

  /// One line of ASCII, so that a comment stays a comment in every code page.
  private static func plain(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar in
        scalar.value >= 0x20 && scalar.value < 0x7F ? Character(scalar) : " "
      })
  }
}
