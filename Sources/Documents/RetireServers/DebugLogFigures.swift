extension DebugLog {
  /// The days with a line that takes a licence.
  private var outDays: Set<Int32> { Set(carriedOutDays).union(backdatedOutDays) }

  /// The figures in the order in which they are reported. Days are those of the dates that the log
  /// states, before and behind them.
  package var figures: [(name: String, value: FigureValue)] {
    let server = servers.first { $0.hasStartBlock }
    let daemon = mainDaemon
    func number(_ value: Int?) -> FigureValue { value.map(FigureValue.number) ?? .absent }
    func text(_ value: String?) -> FigureValue { value.map(FigureValue.text) ?? .absent }
    func inStart(_ value: FigureValue) -> FigureValue { server == nil ? .absent : value }
    let components = packages.reduce(0) { $0 + $1.components.count }
    return [
      ("lines", .number(lineCount)),
      ("out", .number(outs)),
      ("in", .number(ins)),
      ("denied", .number(denied)),
      ("unsupported", .number(unsupported)),
      ("inInactive", .number(inactiveIns)),
      ("inShutdown", .number(shutdownIns)),
      ("checkinFailed", .number(failedCheckins)),
      ("outLicenses", .number(outLicences)),
      ("userHosts", .number(userHosts)),
      ("openLicenses", .number(openLicences)),
      ("packages", inStart(.number(packages.count))),
      ("components", inStart(.number(components))),
      ("lmgrdPort", number(server?.lmgrdPort)),
      ("vendorPort", number(daemon?.port)),
      ("serverHost", text(server?.host)),
      ("licenceFile", text(server?.licenceFile)),
      ("vendorDaemon", text(daemon?.name)),
      ("runsAsService", inStart(.truth(server?.runsAsService ?? false))),
      ("localOnly", inStart(.truth(server?.isLocalOnly ?? false))),
      ("firstDate", text(firstStatedDay?.isoText)),
      ("lastDate", text(lastStatedDay?.isoText)),
      ("lastOutDate", text(isDated ? lastOut?.day?.isoText : nil)),
      ("daysWithOut", isDated ? .number(outDays.count) : .absent),
    ]
  }
}
