import Glibc

/// Paths as the admin knows them: `~`, and under WSL also `C:\...`.
enum AdminPath {
  /// Whether the program runs in the Windows Subsystem for Linux.
  static let isUnderWSL: Bool = {
    guard let head = try? FileAccess.head("/proc/sys/kernel/osrelease", count: 256) else {
      return false
    }
    return String(decoding: head, as: UTF8.self).lowercased().contains("microsoft")
  }()

  /// The path for the system.
  static func system(_ typed: String, isUnderWSL: Bool = isUnderWSL) -> String {
    let path = unquoted(typed)
    if path == "~" || path.hasPrefix("~/") { return home + path.dropFirst() }
    guard isUnderWSL else { return path }
    let characters = Array(path)
    guard characters.count >= 2, characters[1] == ":", characters[0].isLetter,
      characters[0].isASCII
    else { return path }
    let rest = String(characters[2...].map { $0 == "\\" ? "/" : $0 })
    return "/mnt/\(characters[0].lowercased())" + (rest.hasPrefix("/") ? rest : "/" + rest)
  }

  /// The path as the admin knows it.
  static func shown(_ path: String, isUnderWSL: Bool = isUnderWSL) -> String {
    guard isUnderWSL, let drive = drive(of: path) else { return path }
    let rest = path.dropFirst("/mnt/x".count).map { $0 == "/" ? "\\" : $0 }
    return "\(drive.uppercased()):" + (rest.isEmpty ? "\\" : String(rest))
  }

  /// Whether the path lies on a Windows drive under WSL.
  static func isOnWindowsDrive(_ path: String) -> Bool { isUnderWSL && drive(of: path) != nil }

  /// The home folder.
  static var home: String { environment("HOME") ?? "/" }

  /// Where browsers put what they fetch and look for what they send: the Downloads folder, else home.
  static var downloads: String {
    if isUnderWSL, let profile = environment("USERPROFILE") {
      let folder = system(profile) + "/Downloads"
      if FileAccess.exists(folder) { return folder }
    }
    let folder = home + "/Downloads"
    return FileAccess.exists(folder) ? folder : home
  }

  /// Where the file picker begins: the folder that the program was started in, or where downloads are
  /// when that is the home folder, in which everybody starts.
  static var start: String {
    guard let path = getcwd(nil, 0) else { return downloads }
    defer { free(path) }
    let folder = String(cString: path)
    return isSame(folder, home) ? downloads : folder
  }

  /// The path of what was typed beside the file picker: a relative one begins where the picker does.
  static func fromStart(_ typed: String) -> String {
    let path = system(typed)
    return path.hasPrefix("/") ? path : start + "/" + path
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    var found = (stat(), stat())
    return stat(left, &found.0) == 0 && stat(right, &found.1) == 0
      && found.0.st_ino == found.1.st_ino && found.0.st_dev == found.1.st_dev
  }

  /// Where files are that nobody keeps.
  static var temporary: String { environment("TMPDIR") ?? "/tmp" }

  /// Where the sessions of this machine are.
  static var sessions: String {
    let data = environment("XDG_DATA_HOME") ?? home + "/.local/share"
    return data + "/overstap"
  }

  /// The first program of a name on the path; nil where there is none.
  static func program(_ name: String) -> String? {
    let folders = environment("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// A variable of the environment; nil when it is empty or not there.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// A name for a file made of an organisation's: letters and digits of ASCII, strokes for the rest.
  static func fileName(for organisation: String) -> String {
    var name = ""
    for scalar in organisation.lowercased().unicodeScalars {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
      if isPlain {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, name.last != "-" {
        name.append("-")
      }
    }
    while name.last == "-" { name.removeLast() }
    return name.isEmpty ? "overstap" : String(name.prefix(60))
  }

  private static func drive(of path: String) -> Character? {
    guard path.hasPrefix("/mnt/") else { return nil }
    let rest = path.dropFirst("/mnt/".count)
    guard let drive = rest.first, drive.isLetter, drive.isASCII,
      rest.count == 1 || rest.dropFirst().first == "/"
    else { return nil }
    return drive
  }

  /// What Explorer's *Copy as path* gives stands in quotes.
  private static func unquoted(_ path: String) -> String {
    path.count >= 2 && path.first == "\"" && path.last == "\""
      ? String(path.dropFirst().dropLast()) : path
  }
}
