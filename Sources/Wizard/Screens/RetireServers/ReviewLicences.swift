import Canvas
import Migration
import Widgets

/// What documents of licence servers say, before any of it is taken over.
struct ReviewLicences: Screen {
  let name = "review-licences"

  private static let list = ListPage<Numbered<LicensingBatch.Server>>(
    table: "servers", title: { $0.words("labels.servers") },
    source: .here { Numbered.all($0.state.retireServers.review?.batch.servers ?? []) },
    columns: { scene in
      let words = scene.words
      return [
        Table.Column(words("columns.server"), width: 14, share: 2),
        Table.Column(words("columns.says"), width: 30, share: 3),
        Table.Column(words("columns.people"), width: 7, isTrailing: true),
        Table.Column(words("columns.out"), width: 5, isTrailing: true),
        Table.Column(words("columns.others"), width: 10, share: 1, dropOrder: 1),
      ]
    }, key: { Int64($0.place) }, cells: { row, _, scene in cells(row.value, row.place, scene) },
    empty: { $0.words("notes.no-server") })

  /// What is typed where the server is none of those that are known.
  private static let form = FormPage<ServerDetails>([.init(ServerFields.hosts, \.hosts)])

  func page(_ scene: Scene) -> Page {
    let words = scene.words
    guard let review = scene.state.retireServers.review else {
      return Form.gone(words("notes.gone"), scene)
    }
    var below: [any Widget] = []
    let choices = scene.state.summary.licensing.servers
    let question = Self.question(scene.state)
    if question != .none, !choices.isEmpty {
      below.append(
        ChoiceBox(
          id: "server", label: words("labels.which"),
          options: choices.map { ServerTexts.name($0, scene) } + [words("values.another")],
          chosen: Self.chosen(scene.memory) ?? choices.count + 1))
    }
    if question == .name { below += Self.form.widgets(scene) }
    below += ReviewPage.unread(review.failures, words)
    var page = ReviewPage(
      facts: facts(review, scene), list: Self.list, below: below,
      take: .init("take", words("actions.take"))
    ).page(scene, words)
    switch question {
    case .which: page.firstFocus = "server"
    case .name: page.firstFocus = ServerFields.hosts.name
    case .none, .answered: break
    }
    return page
  }

  func commands(_ scene: Scene) -> [Offer] {
    scene.state.retireServers.review == nil ? [] : Self.list.offers(scene)
  }

  func handle(_ event: Event, _ state: inout State) -> [Effect] {
    switch event {
    case .opened(isReturn: false):
      Self.form.show(ServerDetails(), &state)
      return []
    case .pressed("take"):
      guard var review = state.retireServers.review else { return Navigation.back(&state) }
      review.server = nil
      switch Self.question(state) {
      case .none: break
      case .which:
        state.notice = Notice(.problem, "whose-log")
        return Focus.move(to: "server", &state) + [.bell]
      case .answered(let server): review.server = server
      case .name:
        return Self.form.accept(into: ServerDetails(), &state) { typed, _ in
          [.retireServers(.take(review.named(typed)))]
        }
      }
      return [.retireServers(.take(review))]
    case .pressed("cancel"):
      state.retireServers.review = nil
      return Navigation.back(&state)
    case .answered(.applied):
      let hasUse = (state.retireServers.review?.batch.useCount ?? 0) > 0
      state.retireServers.review = nil
      return Navigation.finish(by: hasUse ? "done" : "servers", &state)
    default: return Self.list.handle(event, &state) ?? []
    }
  }

  /// Begins with a document; what was said of another one says nothing of it.
  static func begin(_ review: LicensingReview, _ state: inout State) {
    state.retireServers.review = review
    Self().forget(&state)
  }

  /// The place of what was chosen; nil while nothing is.
  private static func chosen(_ memory: Memory) -> Int? {
    memory.choices["server"]
  }

  /// What is asked of whose a document is.
  private enum Question: Equatable {
    /// Nothing: it says so itself.
    case none
    /// Which of the known servers it is, or none of them.
    case which
    /// The name of a server that is not known yet.
    case name
    /// Nothing more: it is this one.
    case answered(ServerID)
  }

  private static func question(_ state: State) -> Question {
    let servers = state.summary.licensing.servers
    let isAsked =
      state.retireServers.review?.batch.servers.contains { part in
        // That nobody answered takes nothing away from the only server.
        part.details.hosts.isEmpty && (servers.count != 1 || part.answer?.state != .silent)
      } ?? false
    guard isAsked else { return .none }
    if servers.isEmpty { return .name }
    guard let chosen = chosen(state.memory) else { return .which }
    return servers.indices.contains(chosen) ? .answered(servers[chosen].id) : .name
  }

  private func facts(_ review: LicensingReview, _ scene: Scene) -> [Facts.Fact] {
    let words = scene.words
    var facts = [
      Facts.Fact(words("labels.kind"), words("values.kind-\(review.batch.source.rawValue)"))
    ]
    facts += ReviewPage.files(review.batch.files, words)
    if review.lines > 0 {
      facts.append(Facts.Fact(words("labels.lines"), words("counts.lines", count: review.lines)))
    }
    return facts
  }

  private static func cells(
    _ server: LicensingBatch.Server, _ place: Int, _ scene: Scene
  ) -> [Table.Item] {
    let words = scene.words
    let counts = scene.state.retireServers.review?.counts ?? []
    let (people, open) = counts.indices.contains(place) ? counts[place] : (0, 0)
    let isSilent = server.answer.map { $0.state != .up } ?? false
    let isAsked = server.log != nil || server.answer != nil
    return [
      .plain(
        server.details.name.isEmpty ? words("values.no-name") : server.details.name),
      .text(says(server, scene), isSilent ? .warning : .plain),
      isSilent || !isAsked ? .marked(Mark(.unknown)) : .plain(String(people)),
      isSilent || !isAsked ? .marked(Mark(.unknown)) : .plain(String(open)),
      .text(server.details.otherDaemons.joined(separator: " "), .warning),
    ]
  }

  /// What the document shows of a server, in one line.
  private static func says(_ server: LicensingBatch.Server, _ scene: Scene) -> String {
    let words = scene.words
    if let log = server.log {
      if log.outs == 0 { return words("values.log-without-use") }
      return words(
        "values.log-span", ["from": scene.day(log.first.day), "until": scene.moment(log.end)])
    }
    if let answer = server.answer {
      switch answer.state {
      case .up: return words("values.answer-up")
      case .silent: return words("values.answer-silent")
      case .bare: return words("values.answer-bare")
      }
    }
    if !server.uses.isEmpty { return words("values.log-without-dates") }
    return server.details.address
  }
}
