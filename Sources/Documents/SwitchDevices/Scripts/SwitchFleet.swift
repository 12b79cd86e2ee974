import Migration

/// A folder for Ansible that runs the scripts of an order on all of its computers: the inventory by
/// system and group, the playbook, and what may be set.
///
/// Computers go in batches in the order in which the order has them, so that the pilot is the first; no
/// further batch where too many failed. Running it again changes nothing, `--check` only looks, and who
/// failed or did not answer is listed for the next run.
package enum SwitchFleet {
  /// The files, in the folder `ansible` beside the scripts; and the computers that cannot stand in an
  /// inventory.
  package static func files(
    for order: SwitchOrder
  ) -> (files: [ScriptFile], refused: [SwitchScripts.Refused]) {
    var refused: [SwitchScripts.Refused] = []
    var seen: Set<String> = []
    let hosts = order.hosts.filter { host in
      // In an inventory a colon parts a name from a port.
      guard HostName.isPlain(host.name), !host.name.contains(":") else {
        refused.append(SwitchScripts.Refused(part: .host, value: host.name))
        return false
      }
      return seen.insert(host.name.lowercased()).inserted
    }
    let settings = settings + "overstap_order: \(order.number)\n"
    let files = [
      ("ansible.cfg", configuration), ("inventory.yml", inventory(hosts)),
      ("playbook.yml", playbook), ("settings.yml", settings),
      ("group_vars/linux.yml", overSSH), ("group_vars/macos.yml", overSSH),
      ("group_vars/windows.yml", overWinRM),
    ]
    return (files.map { ScriptFile("ansible/\($0.0)", $0.1, in: .shell) }, refused)
  }

  private static func inventory(_ hosts: [SwitchOrder.Host]) -> String {
    var text = "---\nall:\n  children:\n"
    for system in ComputerSystem.allCases {
      text += section(system.name, hosts.filter { $0.system == system })
    }
    var groups: [String] = []
    for host in hosts where !host.group.isEmpty && !groups.contains(host.group) {
      groups.append(host.group)
    }
    for (number, group) in groups.enumerated() {
      text += section("group_\(number + 1)", hosts.filter { $0.group == group })
      text += "      vars:\n        overstap_group: !unsafe \(quoted(group))\n"
    }
    return text
  }

  private static func section(_ name: String, _ hosts: [SwitchOrder.Host]) -> String {
    let lines = hosts.map { "        \(quoted($0.name)):\n" }
    return "    \(name):\n      hosts:" + (lines.isEmpty ? " {}\n" : "\n" + lines.joined())
  }

  /// A text between quotation marks of YAML, all of it ASCII.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if scalar == "\"" || scalar == "\\" {
        result += "\\\(scalar)"
      } else if (0x20..<0x7F).contains(value) {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
      }
    }
    return result + "\""
  }
}
