import Documents
import Migration
import ScreenTexts
import SessionFile
import Wizard

/// A report as files: a page for a browser, and Markdown.
enum ReportWriter {
  static func write(
    to folder: String, isMasked: Bool, _ language: Language, on file: SessionFile, at moment: Moment
  ) throws -> Answer {
    let report = try ReportReader(language, isMasked: isMasked, at: moment).read(file)
    let words = Words(EmbeddedScreens.catalogue.texts(in: language), screen: "report")
    let target = AdminPath.system(folder)
    let name = words("values.file", ["day": moment.day.iso])
    do {
      _ = try OutgoingWriter.carryOut(
        Outgoing(.report, folder: target, makesFolder: false, day: moment.day),
        [
          OutgoingWriter.Output(name: "\(name).html", bytes: HTMLReport.make(report)),
          OutgoingWriter.Output(name: "\(name).md", bytes: MarkdownReport.make(report)),
        ], on: file, at: moment)
      return .written(
        path: AdminPath.shown("\(target)/\(name).html"), rows: report.sections.count)
    } catch let failure as FileFailure {
      return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
    }
  }
}
