/// What a debug log's start block says of the licence server that wrote it.
package struct LogServer: Hashable, Sendable {
  /// The computer's name.
  package var host: String?
  /// The platform as the server words it, such as `IBM PC` or `linux`.
  package var platform: String?
  /// The day of the last start, and how many starts the log holds.
  package var startedOn: LogDay?
  /// The starts that the log holds.
  package var starts = 0
  /// The version text after `FlexNet Licensing`, without brackets.
  package var version: String?
  /// The licence file or files, and the file of the log itself, as the server writes the paths.
  package var licenceFile: String?
  /// The file of the log itself.
  package var logFile: String?
  /// The port of `lmgrd`.
  package var lmgrdPort: Int?
  /// Nil where the log does not say, as on Linux.
  package var runsAsService: Bool?
  /// `Single Server`, or how a redundant one is worded.
  package var configuration: String?
  /// The command line of `lmgrd`.
  package var commandLine: String?
  /// True where `lmdown` and `lmreread` are taken from the server itself alone.
  package var isLocalOnly = false
  /// True once a line shows that `lmgrd` or a daemon started.
  package var hasStartBlock = false
  /// The vendor daemons in the order in which the log names them.
  package var daemons: [LogDaemon] = []

  /// The redundant set-up is three servers; nil where the log does not say.
  package var isSingle: Bool? {
    configuration.map { $0.lowercased().hasPrefix("single") }
  }
}

/// A vendor daemon of a licence server, as its log shows it.
package struct LogDaemon: Hashable, Sendable {
  /// The daemon's name, such as `adskflex`.
  package var name: String
  /// The daemon's port.
  package var port: Int?
  /// The options file; nil where there is none or the log does not say.
  package var optionsFile: String?
  /// The packages of the last start block or reread, with their releases.
  package var packages: [LicencePackage] = []
  /// The features that stand outside a package.
  package var features: [String] = []
  /// The reservations that the options file makes.
  package var reservations: [LogReservation] = []
  /// Seconds without use after which a licence is taken back.
  package var inactivityTimeout: Int?
  /// True once a line shows that the daemon started.
  package var hasStarted = false

  /// A daemon of which nothing but the name is known.
  package init(name: String) { self.name = name }
}

/// Licences that an options file keeps for some.
package struct LogReservation: Hashable, Sendable {
  /// The licences that are kept.
  package var licences: Int
  /// The feature that they are kept of.
  package var feature: String
  /// The kind as written, such as `USER_GROUP`, and whom it names.
  package var kind: String
  /// Whom they are kept for.
  package var name: String
}
