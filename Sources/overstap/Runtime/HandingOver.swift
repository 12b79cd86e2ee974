import Documents
import Glibc
import Migration
import SessionFile
import Wizard

/// Writes the files of a hand-over and keeps it: first the files, then the record of them.
enum HandingOver {
  static func carryOut(
    _ order: HandOverOrder, on file: SessionFile, at moment: Moment
  ) throws -> Answer {
    let ids = try order.users ?? file.userIDs(order.query)
    var people: [User] = []
    try file.forEachUser(ids) {
      people.append($0)
      return true
    }
    guard !people.isEmpty else { return .notRead("hand-over-empty", [:]) }
    let number = (try file.summary().handOvers.map(\.number).max() ?? 0) + 1
    let wanted = AdminPath.system(order.folder) + "/overstap-hand-over-\(number)"
    do {
      let outputs = try InviteFile.files(people.map(\.details))
      // Another migration, or a hand-over that was not kept, may have left files under this name.
      let folder = try FileAccess.makeNewFolder(wanted)
      try write(outputs, into: folder)
      let handOver = HandOver(
        number: number, step: order.step, writtenOn: moment.day,
        group: order.query.group ?? "", rowCount: people.count,
        files: outputs.map { AdminPath.shown("\(folder)/\($0.name)") },
        digest: RowDigest.of(outputs.map(\.bytes)))
      _ = try file.apply(.handOver(handOver, people.map(\.id)), at: moment)
      return .handedOver(handOver, try file.summary())
    } catch let failure as FileFailure {
      return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
    }
  }
}

extension HandingOver {
  /// Writes the files into their own folder; where one cannot be written, none is left, nor the folder.
  static func write(
    _ outputs: [InviteFile.Output], into folder: String
  ) throws(FileFailure) {
    do {
      for output in outputs { try FileAccess.write(output.bytes, to: "\(folder)/\(output.name)") }
    } catch {
      for output in outputs { unlink("\(folder)/\(output.name)") }
      rmdir(folder)
      throw error
    }
  }
}

/// A digest of files, by which a file can be told to be the one that was written: FNV-1a, 64 bits.
///
/// It finds a file that was changed by accident; it is no seal against somebody who means harm.
enum RowDigest {
  static func of(_ files: [[UInt8]]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in files.joined() { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
