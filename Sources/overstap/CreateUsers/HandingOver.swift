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
    try file.forEachUser(ids) { user in
      // Whoever was chosen and is in a hand-over already comes into none again.
      if user.standing == .planned, user.handOver == nil { people.append(user) }
      return true
    }
    guard !people.isEmpty else { return .notRead("hand-over-empty", [:]) }
    let number = (try file.summary().handOvers.map(\.number).max() ?? 0) + 1
    let wanted = AdminPath.system(order.folder) + "/overstap-hand-over-\(number)"
    do {
      let details = people.map(\.details)
      let lists = try InviteFile.files(details)
      let outputs = try lists + InviteFile.texts(details)
      // Another migration, or a hand-over that was not kept, may have left files under this name.
      let folder = try FileAccess.makeNewFolder(wanted)
      try write(outputs, into: folder)
      let handOver = HandOver(
        number: number, step: order.step, writtenOn: moment.day,
        group: order.users == nil ? order.query.group ?? "" : "", rowCount: people.count,
        files: outputs.map { AdminPath.shown("\(folder)/\($0.name)") },
        digest: RowDigest.of(lists.map(\.bytes)))
      _ = try file.apply(.handOver(handOver, people.map(\.id)), at: moment)
      return .handedOver(handOver, try file.summary())
    } catch let failure as FileFailure {
      return .notWritten(path: AdminPath.shown(failure.path), reason: failure.words)
    }
  }

  /// The people of a hand-over as the text of Invite Multiple.
  static func text(
    of handOver: Int, _ spelling: InviteSpelling, on file: SessionFile
  ) throws -> Answer {
    .handOverText(
      try InviteFile.text(file.handOverRows(handOver).map(\.details), spelling: spelling))
  }

  /// Writes a message with the files of a hand-over beside them: as text, and as a draft with the files
  /// in it. The files are made from the rows as they were, wherever the written ones are now.
  static func write(_ order: MessageOrder, on file: SessionFile) throws -> Answer {
    let people = try file.handOverRows(order.handOver.number).map(\.details)
    let lists = try InviteFile.files(people)
    let folder = AdminPath.system(PathText.folder(of: order.handOver.files.first ?? ""))
    let draft = MailDraft(
      to: order.to, subject: order.subject, text: order.text,
      attachments: lists.map {
        MailDraft.Attachment(name: $0.name, type: "text/csv; charset=utf-8", bytes: $0.bytes)
      })
    // A message of before may have been edited.
    let path = FileAccess.freePath(folder + "message", endings: [".txt", ".eml"])
    do {
      if !folder.isEmpty { try FileAccess.makeFolder(String(folder.dropLast())) }
      try FileAccess.write(
        Array("\(order.to)\n\(order.subject)\n\n\(order.text)".utf8), to: path + ".txt")
      try FileAccess.write(draft.bytes, to: path + ".eml")
      return .written(path: AdminPath.shown(path + ".eml"), rows: people.count)
    } catch {
      return .notWritten(path: AdminPath.shown(error.path), reason: error.words)
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
    for file in files {
      file.withUnsafeBufferPointer { bytes in
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
