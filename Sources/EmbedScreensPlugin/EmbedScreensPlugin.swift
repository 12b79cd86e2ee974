import Foundation
import PackagePlugin

/// Compiles the words of `screens/` into the target that asks for it, as `EmbeddedScreens`.
@main
struct EmbedScreensPlugin: BuildToolPlugin {
  /// Two commands: one that runs `EmbedScreens` on every YAML file under `screens/`, and one that
  /// does nothing but have `screens/` watched.
  ///
  /// The package manager runs a plugin only when it plans the build, and it plans anew only when
  /// a file comes or goes in the folder of a target or in the output folder of a prebuild command.
  /// `screens/` is neither: a new file would go unseen, and a removed one would stop the build. So
  /// the second command's output folder holds a link to `screens/`, which is followed when the
  /// folder is compared. The link ends in `.docc` because the package manager passes that kind
  /// over; anything else it would copy beside the program as a resource.
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let screens = context.package.directoryURL.appending(path: "screens")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedScreens.swift")
    let files = try yamlFiles(in: screens)
    let watched = context.pluginWorkDirectoryURL.appending(path: "watched")
    try link(from: watched.appending(path: "screens.docc"), to: screens)
    return [
      .prebuildCommand(
        displayName: "Watching screens",
        executable: URL(filePath: "/usr/bin/env"), arguments: ["true"],
        outputFilesDirectory: watched),
      .buildCommand(
        displayName: "Checking and embedding \(files.count) files of screens",
        executable: try context.tool(named: "EmbedScreens").url,
        arguments: [path(of: output)] + files.map(path),
        inputFiles: files, outputFiles: [output]),
    ]
  }

  /// `screens/LANGUAGE/*.yaml` (and `.yml`, for the tool to refuse), sorted; not the pictures.
  private func yamlFiles(in screens: URL) throws -> [URL] {
    let folders = try contents(of: screens).filter { $0.lastPathComponent != "pictures" }
    var files: [URL] = []
    for folder in folders
    where try folder.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
      files += try contents(of: folder).filter { ["yaml", "yml"].contains($0.pathExtension) }
    }
    return files.sorted { path(of: $0) < path(of: $1) }
  }

  private func contents(of folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles)
  }

  /// Makes the link, and its folder, unless it is there and right.
  private func link(from link: URL, to folder: URL) throws {
    let files = FileManager.default
    try files.createDirectory(
      at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
    let target = try? files.destinationOfSymbolicLink(atPath: path(of: link))
    guard target != path(of: folder) else { return }
    if target != nil { try files.removeItem(at: link) }
    try files.createSymbolicLink(atPath: path(of: link), withDestinationPath: path(of: folder))
  }

  private func path(of file: URL) -> String {
    file.path(percentEncoded: false)
  }
}
