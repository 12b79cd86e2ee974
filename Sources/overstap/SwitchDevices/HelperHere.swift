import Documents
import Glibc
import Migration
import Wizard

/// The licensing helper of this computer: asked for its list, and told to switch by the very script that
/// goes to other computers.
struct HelperHere {
  /// Where the system is; another folder than / for one that is looked at from outside.
  var root = ""
  /// The name of this computer.
  var host = Self.hostName()

  /// Milliseconds that the helper may take for its list.
  var listLimit = 60_000

  /// Milliseconds that a script may take for all products.
  private static let scriptLimit = 1_800_000
  /// The most bytes of an answer.
  private static let mostBytes = 4 << 20

  private static func hostName() -> String {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return "" }
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Where the helper is: of its current version, or else of the highest; nil where there is none.
  func find() -> String? {
    let program = "helper/AdskLicensingInstHelper"
    for place in [
      "/opt/Autodesk/AdskLicensing", "/Library/Application Support/Autodesk/AdskLicensing",
    ] {
      let base = root + place
      let current = "\(base)/Current/\(program)"
      if access(RawName.bytes(current), X_OK) == 0 { return current }
      let versions = (FileAccess.names(in: base) ?? []).filter { name in
        name.first.map { ("0"..."9").contains($0) } ?? false
          && access(RawName.bytes("\(base)/\(name)/\(program)"), X_OK) == 0
      }
      if let highest = versions.max(by: {
        Self.numbers($0).lexicographicallyPrecedes(Self.numbers($1))
      }) {
        return "\(base)/\(highest)/\(program)"
      }
    }
    return nil
  }

  private static func numbers(_ version: String) -> [Int] {
    version.split(separator: ".").map { Int($0) ?? 0 }
  }

  /// Asks for the list, and gives what it tells of this computer; nil when it was called off.
  func list(
    _ helper: String, at moment: Moment, isWanted: () -> Bool
  ) -> (state: HelperHereState, told: DeviceBatch.Told?)? {
    var isCalledOff = false
    let answer = TimedWork.run(
      limit: listLimit,
      isWanted: {
        isCalledOff = isCalledOff || !isWanted()
        return !isCalledOff
      },
      { await ProgramAnswer.of(helper, ["list"], mostBytes: Self.mostBytes) })
    if isCalledOff { return nil }
    let bytes = (answer ?? nil) ?? []
    var state = HelperHereState(host: host, helper: helper)
    state.calls = [
      .init(["list"], exit: answer == nil ? -1 : 0, answer: Self.shortened(bytes))
    ]
    let told = told(bytes, at: moment)
    state.products = told?.products ?? []
    return (state, told)
  }

  /// What a list tells of this computer; nil where it is none.
  func told(_ bytes: [UInt8], at moment: Moment) -> DeviceBatch.Told? {
    var reader = DocumentReader(DocumentKind.recognise(bytes), head: bytes)
    reader.consume(bytes.span)
    guard let document = try? reader.finish(), case .devices(.helperList(let list)) = document
    else {
      return nil
    }
    return DeviceBatch.Told.told(list, named: "\(host).json", at: moment)?.first
  }

  /// Runs a script for products; its result, nil where it left none.
  func run(
    _ script: String, _ products: [DeviceBatch.Product], _ helper: String, isWanted: () -> Bool
  ) throws(FileFailure) -> SwitchResult? {
    let order = SwitchOrder(
      products: products.map { SwitchOrder.Product(key: $0.key, version: $0.version) })
    guard let file = SwitchScripts.files(for: order).files.first(where: { $0.name == script })
    else { return nil }
    var folder: String
    repeat {
      folder = FileAccess.freePath("\(AdminPath.temporary)/overstap-here", endings: [""])
    } while try !FileAccess.makeOwnFolder(folder)
    let made = folder
    let results = made + "/results"
    defer {
      for name in FileAccess.names(in: results) ?? [] {
        unlink(RawName.bytes("\(results)/\(name)"))
      }
      for name in ["/results", ""] { rmdir(RawName.bytes(made + name)) }
    }
    let path = "\(made)/\(script)"
    try FileAccess.write(file.bytes, to: path)
    defer { unlink(RawName.bytes(path)) }
    try FileAccess.makeFolder(results)
    var arguments = [path, "--host", host, "--helper", helper, "--results", results]
    if !root.isEmpty { arguments += ["--root", root] }
    let call = arguments
    _ = TimedWork.run(limit: Self.scriptLimit, isWanted: isWanted) {
      await ProgramAnswer.of("/bin/sh", call, mostBytes: Self.mostBytes)
    }
    guard let result = FileAccess.names(in: results)?.first(where: { $0.hasSuffix(".json") }) else {
      return nil
    }
    return SwitchResult.read(try FileAccess.read("\(results)/\(result)"))
  }

  private static func shortened(_ bytes: [UInt8]) -> String {
    PrintedText.cleanLines(String(decoding: bytes.prefix(4_000), as: UTF8.self))
  }
}

extension HelperHereState.Call {
  init(_ call: SwitchResult.Call) {
    self.init(call.arguments, exit: call.exit, answer: PrintedText.clean(call.answer))
  }
}
