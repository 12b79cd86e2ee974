import Canvas
import Migration
import Widgets

/// What is said of a licence server wherever it stands.
enum ServerTexts {
  /// Its first computer, and how many more there are; else that its name is not known.
  static func name(_ server: LicenceServer, _ scene: Scene) -> String {
    let words = scene.words.of("servers")
    guard let first = server.details.hosts.first else { return words("values.no-name") }
    let more = server.details.hosts.count - 1
    return more == 0 ? first : words("values.and-more", ["name": first, "count": String(more)])
  }

  /// Mark and word of how far it is, for a table.
  static func standing(_ server: LicenceServer, _ scene: Scene) -> Table.Item {
    let said = howFar(server, scene)
    return .marked(said.mark, said.text)
  }

  /// Mark and words of how far it is; the words tell what the mark means.
  static func howFar(_ server: LicenceServer, _ scene: Scene) -> (mark: Mark, text: String) {
    let words = scene.words.of("servers")
    let day = server.since.map { scene.day($0) } ?? ""
    switch server.standing {
    case .planned: return (.told(.planned), words("values.in-use"))
    case .stated: return (.told(.stated), words("values.out-of-use", ["day": day]))
    case .proven: return (.told(.proven), words("values.proven", ["day": day]))
    case .failed: return (.told(.failed), words("values.used-again", ["day": day]))
    case .setAside: return (.told(.notApplicable), words("values.kept"))
    }
  }

  /// Mark and sentence of what it last answered; the sentence tells what the mark means.
  static func answer(
    _ server: LicenceServer, _ scene: Scene
  ) -> (mark: Mark, text: String, style: Style) {
    let words = scene.words.of("servers")
    guard let answer = server.answer else {
      return (.told(.unknown), words("values.never-asked"), .dim)
    }
    let when = scene.moment(answer.moment)
    switch answer.state {
    case .up: return (.told(.proven), words("values.answered", ["when": when]), .proven)
    case .bare: return (.told(.unknown), words("values.bare", ["when": when]), .warning)
    case .silent: return (.told(.unknown), words("values.silent", ["when": when]), .warning)
    }
  }

  /// Up to when its log goes, and how old that is.
  static func log(_ server: LicenceServer, _ scene: Scene) -> String {
    let words = scene.words.of("servers")
    guard let log = server.log else { return words("values.no-log") }
    let until = words("values.log-until", ["when": scene.moment(log.end)])
    let days = scene.today - log.end.day
    return days < 2 ? until : until + words("counts.days-old", count: days)
  }
}

extension Scene {
  /// A moment as people write it: today and yesterday by name, else the day; then the clock.
  func moment(_ moment: Moment) -> String {
    let common = words.of("servers")
    let day =
      switch today - moment.day {
      case 0: common("values.today")
      case 1: common("values.yesterday")
      default: self.day(moment.day)
      }
    return "\(day) \(moment.clock)"
  }

  /// The server that the visit is about; nil when it is about none.
  var server: LicenceServer? {
    Int64(visit.argument).flatMap { summary.licensing.server(ServerID($0)) }
  }
}

extension State {
  /// The server that the present visit is about; nil when it is about none.
  var visitedServer: LicenceServer? {
    Int64(visit.argument).flatMap { self.summary.licensing.server(ServerID($0)) }
  }
}
