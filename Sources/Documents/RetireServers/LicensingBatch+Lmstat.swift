import Migration

extension LicensingBatch {
  /// What an `lmstat -a` output says at the moment that it states, else at `now`.
  ///
  /// `asked` is the address that was asked where that is known, so that an output which only says
  /// that nobody answered is an answer about that server.
  package init(lmstat output: LmstatOutput, asked: ServerDetails? = nil, now: Moment) {
    let moment = output.moment ?? now
    self.init(.lmstat)
    guard output.answers.isEmpty else {
      // A failure that names nobody is one of the only server that is asked in the text.
      let all = output.answers.map { LicensingBatch(lmstat: $0, asked: asked, now: now) }
      let named = all.flatMap(\.servers).map(\.details).filter { !$0.hosts.isEmpty }
      let only = named.first.flatMap { first in
        named.allSatisfy { $0.has(host: first.name) } ? first : nil
      }
      servers = all.flatMap(\.servers).map { server in
        var server = server
        if server.details.hosts.isEmpty, let only { server.details = only }
        return server
      }
      return
    }
    servers = output.blocks.enumerated().map { index, block in
      Server(block, index, output, at: moment)
    }
    if servers.isEmpty, let details = asked ?? output.commandServer {
      var server = Server(details: details)
      server.answer = ServerAnswer(.silent, at: moment)
      servers = [server]
    }
    if servers.isEmpty {
      var server = Server(details: ServerDetails())
      server.answer = ServerAnswer(
        output.features.isEmpty || output.isIncomplete ? .silent : .up, at: moment,
        unclear: output.unclearCount { _ in true })
      server.uses = Self.uses(output, at: moment) { _ in true }
      servers = [server]
    }
  }

  fileprivate static func uses(
    _ output: LmstatOutput, at moment: Moment, where isMine: (Int?) -> Bool
  ) -> [Use] {
    var uses: [Use] = []
    for seat in output.seats() {
      let lines = seat.checkouts.filter { isMine(output.block(of: output.checkouts[$0])) }
      guard !lines.isEmpty else { continue }
      var use = Use(
        login: seat.user, computer: seat.host, feature: seat.feature, components: seat.components)
      use.open = seat.licences
      use.lastUsed = moment
      use.days.insert(moment.day)
      for line in lines {
        let checkout = output.checkouts[line]
        if let start = output.startDay(of: checkout), start.number <= moment.day.number {
          use.days.insert(Day(number: Int(start.number)))
        }
        guard let end = output.borrowedUntil(checkout, now: moment) else { continue }
        use.borrowedUntil = max(use.borrowedUntil ?? end, end)
      }
      uses.append(use)
    }
    for queued in output.queued {
      guard isMine(queued.feature.flatMap { output.features[$0].block }) else { continue }
      let name = queued.feature.map { output.features[$0].name } ?? ""
      let place = uses.firstIndex {
        $0.login.lowercased() == queued.holder.user.lowercased()
          && $0.computer.lowercased() == queued.holder.host.lowercased() && $0.feature == name
      }
      if let place {
        uses[place].queued += queued.licences
      } else {
        var use = Use(
          login: queued.holder.user, computer: queued.holder.host, feature: name, components: [])
        use.queued = queued.licences
        use.lastUsed = moment
        uses.append(use)
      }
    }
    return uses
  }
}

extension LicensingBatch.Server {
  fileprivate init(_ block: LmstatBlock, _ index: Int, _ output: LmstatOutput, at moment: Moment) {
    var details = ServerDetails()
    details.hosts = block.addresses.map(\.host)
    if details.hosts.isEmpty { details.hosts = block.servers.map(\.host) }
    details.lmgrdPort = block.addresses.first.flatMap { Int($0.port) }
    details.setUp = details.hosts.count == 3 ? .redundant : .single
    details.licenceFile = block.licenceFiles.first?.path ?? ""
    let autodesk = block.daemons.first { $0.name.lowercased() == "adskflex" }
    details.daemon = autodesk?.name ?? ""
    details.otherDaemons = block.daemons.map(\.name).filter { $0.lowercased() != "adskflex" }
    if details.licenceFile.contains("\\") { details.system = .windows }
    if details.licenceFile.hasPrefix("/") { details.system = .linux }
    self.init(details: details)
    // Without Autodesk's own daemon in the block, its features tell whose they are.
    let isMine = { (block: Int?) in block == index }
    let isAnswered =
      block.servers.contains { $0.state == .up }
      && (autodesk ?? block.daemons.first)?.state == .up
    let isTold = output.features.contains { feature in
      isMine(feature.block)
        && (autodesk == nil || output.isAutodesk(feature.name, autodesk: true))
    }
    answer = ServerAnswer(
      isAnswered ? (isTold ? .up : .bare) : .silent, at: moment,
      unclear: output.unclearCount(where: isMine))
    let all = LicensingBatch.uses(output, at: moment, where: isMine)
    uses = all.filter { output.isAutodesk($0.feature, autodesk: autodesk != nil) }
    otherPeople =
      Set(
        all.filter { !output.isAutodesk($0.feature, autodesk: autodesk != nil) }
          .map { $0.login.lowercased() }
      ).count
  }
}

extension LmstatOutput {
  fileprivate func block(of checkout: LmstatCheckout) -> Int? { feature(of: checkout)?.block }

  /// Autodesk's features of which the lines do not tell whether they are used.
  fileprivate func unclearCount(where isMine: (Int?) -> Bool) -> Int {
    features.count { feature in
      isMine(feature.block) && feature.isUsed == nil && AutodeskFeature(feature.name) != nil
    }
  }

  /// Whether a feature is Autodesk's: by its licence's vendor, else by its name.
  fileprivate func isAutodesk(_ name: String, autodesk: Bool) -> Bool {
    if AutodeskFeature(name) != nil { return true }
    guard autodesk, let feature = features.first(where: { $0.name == name }),
      let vendor = feature.licences.first?.vendor
    else { return false }
    return vendor.lowercased() == "adskflex"
  }

  /// The server of the command that was pasted with the output.
  fileprivate var commandServer: ServerDetails? {
    guard let command, let flag = command.split(separator: " ").firstIndex(of: "-c") else {
      return nil
    }
    let words = command.split(separator: " ")
    guard flag + 1 < words.count else { return nil }
    return LicencePathValue(String(words[flag + 1])).servers.first
  }
}
