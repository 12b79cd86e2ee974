/// The commands that take a licence server out of use, with its own values, in the order in which
/// they are given.
package struct RetireCommands: Hashable, Sendable {
  /// What a part is for.
  package enum Purpose: String, CaseIterable, Sendable {
    case stop
    case service
    case uninstall
    case firewall
    case files
  }

  /// Where a part comes from.
  package enum Source: String, CaseIterable, Sendable {
    /// Flexera's licence administration guide.
    case flexera
    /// Put together from what the packages install; no page of Autodesk or Flexera says it so.
    case assembled
  }

  /// A part.
  package struct Part: Hashable, Sendable {
    /// What it is for.
    package var purpose: Purpose
    /// The lines to give.
    package var lines: [String]
    /// Where it comes from.
    package var source: Source
  }

  /// The parts.
  package var parts: [Part]

  /// The commands for a server on a system. Where other vendors' daemons run beside Autodesk's, only
  /// that one is stopped, and `lmgrd`, its service and its port stay.
  package init(of details: ServerDetails, on system: ServerSystem) {
    let isShared = !details.otherDaemons.isEmpty
    switch system {
    case .windows, .unknown: parts = Self.windows(details, isShared)
    case .linux: parts = Self.linux(details, isShared)
    case .macOS: parts = Self.macOS(details, isShared)
    }
  }

  // MARK: Windows

  private static func windows(_ details: ServerDetails, _ isShared: Bool) -> [Part] {
    let folder =
      folder(of: details.licenceFile, "\\")
      ?? "C:\\Autodesk\\Network License Manager"
    let lmutil = "& " + PowerShellText.quoted(folder + "\\lmutil.exe")
    var parts = [
      Part(
        purpose: .stop,
        lines: [
          "\(lmutil) lmstat -a -c \(PowerShellText.quoted(target(details)))",
          "\(lmutil) lmdown -c \(PowerShellText.quoted(source(details)))\(vendor(details, isShared)) -q",
        ], source: .flexera)
    ]
    if !isShared {
      let name = details.serviceName.isEmpty ? nil : PowerShellText.quoted(details.serviceName)
      parts.append(
        Part(
          purpose: .service,
          lines: name.map { ["Stop-Service -Name \($0)", "sc.exe delete \($0)"] }
            ?? [
              "Get-CimInstance Win32_Service | Where-Object PathName -like '*lmgrd*' | "
                + "Select-Object Name, PathName"
            ], source: .assembled))
      parts.append(
        Part(
          purpose: .uninstall,
          lines: [
            "Get-Package -Name 'Autodesk Network License Manager*' | Uninstall-Package"
          ], source: .assembled))
    }
    let ports = ports(details, isShared)
    parts.append(
      Part(
        purpose: .firewall,
        lines: [
          "Get-NetFirewallPortFilter -Protocol TCP | Where-Object LocalPort -in "
            + ports.map { "'\($0)'" }.joined(separator: ", ")
            + " | Get-NetFirewallRule | Remove-NetFirewallRule -Confirm"
        ], source: .assembled))
    parts.append(
      Part(
        purpose: .files,
        lines: files(details, isShared).map {
          "Move-Item -LiteralPath \(PowerShellText.quoted($0)) "
            + "-Destination \(PowerShellText.quoted($0 + ".retired"))"
        }, source: .assembled))
    return parts.filter { !$0.lines.isEmpty }
  }

  // MARK: Linux and macOS

  private static func linux(_ details: ServerDetails, _ isShared: Bool) -> [Part] {
    let lmutil = "/opt/flexnetserver/lmutil"
    var parts = [stop(lmutil, details, isShared)]
    if !isShared {
      let unit = details.serviceName.isEmpty ? nil : ShellText.quoted(details.serviceName)
      parts.append(
        Part(
          purpose: .service,
          lines: unit.map { ["sudo systemctl disable --now \($0)"] }
            ?? ["systemctl list-unit-files | grep -iE 'flex|lmgrd|adsk'", "grep -rl lmgrd /etc"],
          source: .assembled))
      parts.append(
        Part(
          purpose: .uninstall,
          lines: [
            "rpm -qa | grep -iE '^(nlm|adlmflexnetserver|adskflexnetserver)'",
            "sudo rpm -e \"$(rpm -qa | grep -iE '^(nlm|adlmflexnetserver|adskflexnetserver)')\"",
          ], source: .assembled))
    }
    parts.append(
      Part(
        purpose: .firewall,
        lines: ports(details, isShared).map {
          "sudo firewall-cmd --permanent --remove-port=\($0)/tcp"
        } + ["sudo firewall-cmd --reload"], source: .assembled))
    parts.append(moves(details, isShared))
    return parts.filter { !$0.lines.isEmpty }
  }

  private static func macOS(_ details: ServerDetails, _ isShared: Bool) -> [Part] {
    var parts = [stop("/usr/local/flexnetserver/lmutil", details, isShared)]
    if !isShared {
      let list = details.serviceName.isEmpty ? nil : details.serviceName
      parts.append(
        Part(
          purpose: .service,
          lines: list.map {
            let path = ShellText.quoted("/Library/LaunchDaemons/\($0).plist")
            return ["sudo launchctl bootout system \(path)", "sudo mv \(path) \(path).retired"]
          } ?? ["grep -l lmgrd /Library/LaunchDaemons/*.plist"], source: .assembled))
      parts.append(
        Part(
          purpose: .uninstall,
          lines: ["sudo mv /usr/local/flexnetserver /usr/local/flexnetserver.retired"],
          source: .assembled))
    }
    parts.append(moves(details, isShared))
    return parts.filter { !$0.lines.isEmpty }
  }

  private static func stop(_ lmutil: String, _ details: ServerDetails, _ isShared: Bool) -> Part {
    Part(
      purpose: .stop,
      lines: [
        "\(lmutil) lmstat -a -c \(ShellText.quoted(target(details)))",
        "\(lmutil) lmdown -c \(ShellText.quoted(source(details)))\(vendor(details, isShared)) -q",
      ], source: .flexera)
  }

  private static func moves(_ details: ServerDetails, _ isShared: Bool) -> Part {
    Part(
      purpose: .files,
      lines: files(details, isShared).map {
        "sudo mv \(ShellText.quoted($0)) \(ShellText.quoted($0 + ".retired"))"
      }, source: .assembled)
  }

  // MARK: Values

  /// What `lmstat` asks.
  private static func target(_ details: ServerDetails) -> String {
    details.hosts.isEmpty ? source(details) : details.address
  }

  /// What `lmdown` stops: by the licence file where it is known, since a server may take it from
  /// itself alone.
  private static func source(_ details: ServerDetails) -> String {
    details.licenceFile.isEmpty ? details.address : details.licenceFile
  }

  private static func vendor(_ details: ServerDetails, _ isShared: Bool) -> String {
    guard isShared else { return "" }
    let daemon = details.daemon.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return " -vendor \(daemon.isEmpty ? "adskflex" : daemon)"
  }

  private static func ports(_ details: ServerDetails, _ isShared: Bool) -> [Int] {
    let daemon = details.vendorPort ?? 2_080
    return isShared ? [daemon] : [details.lmgrdPort ?? 27_000, daemon]
  }

  /// The files to put away. A licence file that other vendors share is edited by hand, never moved.
  private static func files(_ details: ServerDetails, _ isShared: Bool) -> [String] {
    isShared ? [] : [details.licenceFile, details.logFile].filter { !$0.isEmpty }
  }

  private static func folder(of path: String, _ stroke: Character) -> String? {
    path.lastIndex(of: stroke).map { String(path[..<$0]) }
  }
}
