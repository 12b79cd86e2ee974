import Glibc
import ScreenTexts

/// The build tool: reads and checks the files of `screens/` and writes them as one Swift file.
///
/// Arguments: the file to write, then every YAML file. Findings go to standard error as
/// `path:line:column: error: ...`, one a line, which is what the build shows and editors follow;
/// with any of them nothing is written and the exit status is 1.
@main
enum EmbedScreens {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else {
      complain("usage: EmbedScreens OUTPUT.swift FILE.yaml...")
      exit(64)
    }
    var files: [ScreenFile] = []
    var findings: [ScreensError] = []
    for path in arguments.dropFirst() {
      do throws(ScreensError) {
        files.append(try ScreensFolder.readFile(path))
      } catch {
        findings.append(error)
      }
    }
    if arguments.count == 1 { findings.append(ScreensError(file: "screens", reason: .noFiles)) }
    // A file that could not be read would be reported once more as missing in its language.
    if findings.isEmpty { findings = ScreensCheck.complete(files) }
    guard findings.isEmpty else {
      for finding in findings { complain(FindingLine.text(of: finding)) }
      exit(1)
    }
    guard write(EmbeddedSource.swift(of: files), to: output) else {
      complain("\(output):1:1: error: cannot be written (errno \(errno))")
      exit(1)
    }
  }

  private static func complain(_ line: String) {
    var line = line + "\n"
    line.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static func write(_ source: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let isWritten = fputs(source, file) >= 0
    return fclose(file) == 0 && isWritten
  }
}
