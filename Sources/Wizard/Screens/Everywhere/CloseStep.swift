import Canvas
import Migration
import Widgets

/// "Done enough" is a valid end of a step where proof cannot be had; with the reason.
struct CloseStep: Screen {
  let name = "close-step"

  private static let reason = ReasonForm(
    form: FormPage([.init(ServerFields.reason, \.self)]),
    usual: ["no-proof", "elsewhere", "not-needed"], takeBack: "reopen")

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let step = Self.step(scene.visit) else { return Form.gone(words("notes.gone"), scene) }
    let funnel = scene.summary.funnel(of: step)
    return Self.reason.page(
      scene,
      about: [
        Heading("\(step.rawValue) \(words.common("labels.step-long-\(step.id)"))"),
        Paragraph(
          words(
            "notes.standing",
            [
              "total": String(funnel.total), "stated": String(funnel.stated),
              "proven": String(funnel.proven),
            ])),
        Paragraph(words("introduction"), style: .dim),
      ], isGiven: scene.summary.closed[step] != nil)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    Self.reason.handle(event, &state) { reason, state in
      guard let step = Self.step(state.visit) else { return Navigation.back(&state) }
      return [.apply(.closeStep(step, reason: reason, on: state.moment.day))]
    }
  }

  private static func step(_ visit: Visit) -> Step? {
    Step.allCases.first { $0.id == visit.argument }
  }
}
