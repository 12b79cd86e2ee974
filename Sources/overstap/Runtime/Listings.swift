import Glibc
import Migration
import SessionFile
import Wizard

/// The sessions in a folder as the first screen lists them, the latest first.
enum SessionListing {
  static func cards(in folder: String) -> [SessionCard] {
    SessionFolder.list(folder, names: FileAccess.names(in: folder) ?? []).map { entry in
      SessionCard(
        path: AdminPath.shown(entry.path), organisation: entry.organisation, team: entry.team,
        lastChange: entry.lastDay)
    }
  }
}

/// What is in a folder, for the file picker.
enum FolderListing {
  /// More entries than this are left out; the picker is for choosing, not for looking through.
  static let mostEntries = 2_000

  static func list(_ typed: String) -> Folder {
    let path = AdminPath.fromStart(typed)
    var folder = Folder()
    folder.path = AdminPath.shown(path)
    guard let names = FileAccess.names(in: path) else {
      folder.isUnreadable = true
      return folder
    }
    for name in names where !name.hasPrefix(".") && folder.entries.count < mostEntries {
      if let found = entry(name, in: path) { folder.entries.append(found) }
    }
    folder.entries.sort { left, right in
      left.isFolder != right.isFolder
        ? left.isFolder : left.name.lowercased() < right.name.lowercased()
    }
    return folder
  }

  private static func entry(_ name: String, in folder: String) -> Folder.Entry? {
    var status = stat()
    guard stat(RawName.bytes(folder + "/" + name), &status) == 0 else { return nil }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFDIR || kind == S_IFREG else { return nil }
    return Folder.Entry(
      name: name, isFolder: kind == S_IFDIR, size: kind == S_IFDIR ? 0 : Int(status.st_size))
  }
}
