/// A FlexNet licence file: the server's own, with its licences, or a client's, which only names the
/// server.
package struct LicenceFile: Hashable, Sendable {
  /// A `SERVER` line.
  package struct Server: Hashable, Sendable {
    /// The server's name; `this_host` stands for the computer itself.
    package var host: String
    /// The host's identity as written; zeros or `ANY` in a client's file.
    package var hostID: String
    /// The port of `lmgrd`; nil where the default is meant.
    package var port: Int?
    /// The words after the port, such as a redundant set's `PRIMARY_IS_MASTER`.
    package var options: [String]
  }

  /// A `VENDOR` or `DAEMON` line.
  package struct Vendor: Hashable, Sendable {
    /// The name as written.
    package var name: String
    /// The daemon's program and its options file; nil where none is written.
    package var path: String?
    /// Its options file; nil where none is written.
    package var optionsFile: String?
    /// The port; nil where the default is meant.
    package var port: Int?
  }

  /// How the servers of the file work together.
  package enum SetUp: Hashable, Sendable {
    /// The file names no server: its licences are bound to one computer.
    case nodeLocked
    case single
    /// Three servers, of which two must run.
    case redundant
    /// Another number of servers than a licence file can have.
    case other
  }

  /// The `SERVER` lines.
  package var servers: [Server] = []
  /// `USE_SERVER` lines: clients are to ask the server and read no further.
  package var useServerLines = 0
  /// The `VENDOR` and `DAEMON` lines.
  package var vendors: [Vendor] = []
  /// The `FEATURE` and `INCREMENT` lines.
  package var features: [LicenceFeature] = []
  /// The `PACKAGE` lines.
  package var packages: [LicenceFilePackage] = []
  /// Lines that begin with a keyword and lack what must follow it.
  package var damagedLines = 0

  /// A file without lines.
  package init() {}

  /// How the servers of the file work together.
  package var setUp: SetUp {
    switch servers.count {
    case 0: .nodeLocked
    case 1: .single
    case 3: .redundant
    default: .other
    }
  }
}

/// A `FEATURE` or `INCREMENT` line of a licence file.
package struct LicenceFeature: Hashable, Sendable {
  /// The word that the line begins with.
  package enum Keyword: Hashable, Sendable {
    case feature, increment
  }

  /// A word behind the fixed fields, with its value where it has one. The values of signatures are
  /// left out: nothing here needs them.
  package struct Attribute: Hashable, Sendable {
    /// The name as written.
    package var name: String
    /// The value without its quotes; nil where there is none.
    package var value: String?
  }

  /// Which of the two it is: increments of one name add up.
  package var keyword: Keyword
  /// The name as written.
  package var name: String
  /// The vendor daemon.
  package var vendor: String
  /// The highest version that it serves.
  package var version: String
  /// When it ends.
  package var expiry: LicenceExpiry
  /// The licences; nil for an uncounted line.
  package var licences: Int?
  /// The words behind the fixed fields, in their order.
  package var attributes: [Attribute]

  /// The value of an attribute; names are in upper case, and case is left aside.
  package func value(of name: String) -> String? {
    attributes.first { $0.name.uppercased() == name }?.value
  }

  /// True where an attribute stands, with or without value.
  package func has(_ name: String) -> Bool {
    attributes.contains { $0.name.uppercased() == name }
  }
}

/// A `PACKAGE` line of a licence file.
package struct LicenceFilePackage: Hashable, Sendable {
  /// A release in a package, with its own version and number where they are written.
  package struct Component: Hashable, Sendable {
    /// The name as written.
    package var name: String
    /// The highest version that it serves.
    package var version: String?
    /// The licences; nil where none are written.
    package var licences: Int?
  }

  /// The name as written.
  package var name: String
  /// The vendor daemon.
  package var vendor: String
  /// The highest version that it serves.
  package var version: String?
  /// The releases in the package.
  package var components: [Component]
  /// True for `OPTIONS=SUITE`: the package is checked out together with its releases.
  package var isSuite: Bool
}
