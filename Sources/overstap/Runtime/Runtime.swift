import Canvas
import Migration
import Terminal
import Wizard

/// The loop: inputs to the reducer, effects carried out, then one frame.
struct Runtime<Device: TerminalDevice> {
  /// A draft is kept at the latest so many milliseconds after the key.
  private static var longestDraft: Int { 100 }
  /// With no key for so many milliseconds, a draft is kept at once.
  private static var quiet: Int { 50 }

  /// Milliseconds between two looks at what a page watches.
  private static var lookAgain: Int { 2_000 }

  private var stage: Stage
  private var device: Device
  private var runner: EffectRunner
  private var isEnding = false
  private var dirtySince: Int?
  /// When what a page watches was looked at last.
  private var lookedAt = 0
  private var keptFocus = ""
  private var isIndexDue = true
  /// The question that the index was made for.
  private var indexed: SeatQuery?
  /// The long work that ran since the last input was taken.
  private var worked: Effect?
  /// What was typed while it ran and has a meaning behind it.
  private var typedAhead: [TerminalInput] = []

  init(state: State, device: Device, runner: EffectRunner) {
    stage = Stage(state)
    self.device = device
    self.runner = runner
  }

  /// Runs until the program ends; the device is given back as it was.
  mutating func run() {
    if let answer = runner.opened() {
      perform(stage.reduce(.answer(answer)))
    } else {
      perform(stage.begin())
    }
    device.paint(stage.frame())
    while !isEnding {
      let inputs = device.inputs(within: patience)
      take(inputs)
      if isEnding { break }
      if inputs.isEmpty { rest() }
    }
    keepPlace()
    device.close()
    // What is known to be missing is said at the very end too: the next start would not have it.
    if let refusal = state.unkept {
      let notice = Notice.unkept(refusal)
      Output.$language.withValue(state.languages[state.language].language) {
        Output.screenProblem(notice.key, notice.arguments)
      }
    }
  }

  /// How long to wait for input: until the draft is due, until the next minute, or for ever.
  private var patience: Int? {
    if let dirtySince {
      return max(0, min(Self.quiet, dirtySince + Self.longestDraft - WallClock.milliseconds()))
    }
    if isIndexWanted { return Self.quiet }
    guard stage.watched != nil else { return 20_000 }
    return max(0, lookedAt + Self.lookAgain - WallClock.milliseconds())
  }

  /// Whether the rows' index should be made now: only where it is used, since it takes memory.
  private var isIndexWanted: Bool {
    guard Flow.entry(state.visit.screen).usesRows else { return false }
    let question = state.indexQuestion
    return isIndexDue || (question != nil && question != indexed)
  }

  private var state: State { stage.state }

  private mutating func take(_ inputs: [TerminalInput]) {
    let moment = WallClock.moment()
    let isNewMinute = moment != state.moment
    if isNewMinute { perform(stage.reduce(.moment(moment))) }
    guard !inputs.isEmpty || isNewMinute else { return }
    var waiting = inputs[...]
    while let input = waiting.popFirst() {
      worked = nil
      typedAhead = []
      perform(stage.reduce(.input(input)))
      if isEnding { return }
      guard let worked else { continue }
      // What was typed ahead of a long work was not meant for the page that it leads to.
      let typed = Array(waiting) + typedAhead + device.typedAhead()
      waiting = typed.filter { TypedAhead.isMeant($0, behind: worked) }[...]
    }
    device.paint(stage.frame())
    watchDraft()
  }

  /// Nobody types: the draft is kept, the index is made, what the page watches is looked at.
  private mutating func rest() {
    if dirtySince != nil {
      keepPlace()
    } else if isIndexWanted {
      isIndexDue = false
      indexed = state.indexQuestion
      runner.prepareIndex(for: indexed)
    } else if let watched = stage.watched,
      WallClock.milliseconds() - lookedAt >= Self.lookAgain
    {
      perform([watched])
      lookedAt = WallClock.milliseconds()
      device.paint(stage.frame())
    }
  }

  private mutating func watchDraft() {
    guard state.isPlaceDirty else { return }
    let now = WallClock.milliseconds()
    let since = dirtySince ?? now
    dirtySince = since
    let hasLeft = state.visit.key + "|" + state.memory.focus != keptFocus
    if hasLeft || now - since >= Self.longestDraft { keepPlace() }
  }

  private mutating func keepPlace() {
    dirtySince = nil
    guard state.isPlaceDirty else { return }
    keptFocus = state.visit.key + "|" + state.memory.focus
    let refusal = runner.keep(PlaceCoding.place(state))
    stage.isPlaceDirty = refusal != nil
    guard refusal != state.unkept else { return }
    stage.change { state in
      state.unkept = refusal
      // What went wrong before says more.
      if let refusal, state.notice == nil { state.notice = Notice.unkept(refusal) }
    }
    device.paint(stage.frame())
  }

  /// Carries effects out and gives their answers to the reducer until none is left.
  private mutating func perform(_ first: [Effect]) {
    _ = EffectRounds.run(first) { effect in
      if isEnding { return nil }
      return carryOut(effect).map { stage.reduce(.answer($0)) } ?? []
    }
  }

  private mutating func carryOut(_ effect: Effect) -> Answer? {
    switch effect {
    case .leave: isEnding = true
    case .bell: device.bell()
    case .redraw: device.redraw()
    case .suspend: _ = device.suspend()
    case .copy(let text):
      return device.copy(text, base64: Base64.text(Array(text.utf8))) ? .copied : nil
    case .cancel: break
    default:
      if effect.staysOnPage { isIndexDue = true }
      // A change of few rows has no page that would say that it goes on.
      guard effect.isLong, state.work != nil || !effect.staysOnPage else {
        return runner.run(effect, at: state.moment) { _ in true }
      }
      isIndexDue = true
      worked = effect
      // Who is ended in the middle of the work comes back to where it began.
      keepPlace()
      if state.work != nil { device.paint(stage.frame()) }
      return runLong(effect, at: state.moment)
    }
    return nil
  }

  /// A long work paints how far it is and looks whether somebody wants it stopped.
  private mutating func runLong(_ effect: Effect, at moment: Moment) -> Answer? {
    var stage = stage
    var device = device
    var isStopped = false
    var isLeaving = false
    var typed: [TerminalInput] = []
    let answer = runner.run(effect, at: moment) { progress in
      _ = stage.reduce(.answer(progress))
      for input in device.inputs(within: 0) {
        typed.append(input)
        for asked in stage.reduce(.input(input)) {
          switch asked {
          case .cancel: isStopped = true
          case .leave: isLeaving = true
          default: break
          }
        }
      }
      device.paint(stage.frame())
      return !isStopped && !isLeaving
    }
    self.device = device
    self.stage.change { $0.size = stage.state.size }
    typedAhead += typed
    isEnding = isLeaving
    return answer
  }
}

/// What of the keys that were pressed during a long work is given to the page behind it.
///
/// A key that presses, opens, removes or types would do so on a page that nobody had seen, and after an
/// import `u` would take it back unread. Behind a change of many rows, or its undo, the same page is
/// there again: another undo and a move of the cursor mean there what they meant before.
enum TypedAhead {
  private static let moves: Set<Key> = [.up, .down, .left, .right, .pageUp, .pageDown, .home, .end]

  static func isMeant(_ input: TerminalInput, behind work: Effect) -> Bool {
    switch input {
    case .resized, .resumed, .lost, .terminate: return true
    case .key(let key):
      guard work.staysOnPage else { return false }
      let turns = [Command.ID.undo, .redo].compactMap { Command.with($0) }
      return moves.contains(key) || turns.contains { $0.keys.contains(key) }
    case .paste, .click, .only: return false
    }
  }
}
