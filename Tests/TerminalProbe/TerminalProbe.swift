import Canvas
import Glibc
import Terminal

/// A tiny program on `CursesDevice`, for tests that run it in a real terminal.
///
/// It shows a field that takes what is typed and a list with a marker. With `--report FILE` it
/// writes a line for every input and for every way in which it ended. With `--frames SEED` each
/// key paints another random frame, whose rows go to the report.
@main
struct TerminalProbe {
  private var report: Int32 = -1
  private var seed: UInt64?
  private var painted = 0
  private var form = ProbeForm()

  static func main() {
    var probe = TerminalProbe()
    exit(probe.run(Array(CommandLine.arguments.dropFirst())))
  }

  private mutating func run(_ arguments: [String]) -> Int32 {
    var usesMouse = false
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--report":
        report = open(rest.popFirst() ?? "", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
      case "--frames": seed = rest.popFirst().flatMap(UInt64.init)
      case "--mouse": usesMouse = true
      default: break
      }
    }
    do {
      var device = try CursesDevice(usesMouse: usesMouse)
      tell("pid \(getpid())")
      tell("open \(device.size.width)x\(device.size.height)")
      let end = loop(&device)
      device.close()
      tell("end \(end)")
      print("ended by \(end)")
      return 0
    } catch {
      tell("refused \(error)")
      print("refused: \(error)")
      return 2
    }
  }

  private mutating func loop(_ device: inout CursesDevice) -> String {
    paint(on: &device)
    while true {
      let inputs = device.inputs(within: nil)
      for input in inputs {
        tell("\(input)")
        switch input {
        case .lost: return "lost"
        case .terminate: return "terminate"
        case .key(.control("c")): return "key"
        case .key(.control("l")): device.redraw()
        case .key(.control("b")): device.bell()
        case .key(.control("y")):
          tell("copied \(device.copy("één\ntwee", base64: "w6nDqW4KdHdlZQ=="))")
        case .key(.control("z")): tell("suspended \(device.suspend())")
        case .key(.control("x")): raise(SIGSEGV)
        default: form.take(input)
        }
      }
      if !inputs.isEmpty { paint(on: &device) }
    }
  }

  private mutating func paint(on device: inout CursesDevice) {
    guard let seed else { return device.paint(form.frame(device.size)) }
    let frame = RandomFrame.make(seed: seed, size: device.size)
    self.seed = seed + 1
    device.paint(frame)
    painted += 1
    tell("painted \(painted)\n\(frame.text)\nshown \(painted)")
  }

  private func tell(_ line: String) {
    guard report >= 0 else { return }
    let bytes = Array((line + "\n").utf8)
    _ = write(report, bytes, bytes.count)
  }
}
