import Canvas
import Migration
import Widgets

/// Everything is saved; leave?
struct Leave: Screen {
  let name = "leave"

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    var page = Page()
    page.dialogTitle = words("title")
    page.widgets =
      scene.state.session.isDemo
      ? [Paragraph(words("notes.demo"), style: .warning)]
      : told(scene)
    if !scene.state.session.path.isEmpty {
      page.widgets += [
        Gap(), Facts([Facts.Fact(words("labels.file"), scene.state.session.path)]),
      ]
    }
    page.widgets += [
      Gap(),
      ButtonRow([.init("leave", words("actions.leave")), .init("stay", words("actions.stay"))]),
    ]
    return page
  }

  /// What is kept, and what is not.
  private func told(_ scene: Scene) -> [any Widget] {
    let words = scene.words
    guard let refusal = scene.state.unkept else {
      return [Paragraph(words(isComingBack(scene) ? "introduction" : "notes.before"))]
    }
    let notice = Notice.unkept(refusal)
    return [
      Paragraph(
        words.of("messages")("messages.\(notice.key)", notice.arguments), style: .warning),
      Paragraph(words("notes.unkept")),
    ]
  }

  /// Whether the next start shows the page that is left: not one that was made of a document which is
  /// not read again.
  private func isComingBack(_ scene: Scene) -> Bool {
    let left = scene.state.visits.last { !Flow.entry($0.screen).isPassing }
    return left.map { PlaceCoding.isKept($0, scene.state) } ?? true
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .pressed("leave"): [.leave]
    case .pressed("stay"): Navigation.back(&state)
    default: []
    }
  }
}
