import CTerm

/// The system's wish that the program ends, for one that reads lines and opens no terminal.
package enum EndSignal {
  /// A descriptor that is readable once SIGTERM, SIGHUP or SIGINT came; -1 when there is none left.
  /// What the starter ignored stays so.
  package static func descriptor() -> Int32 { ct_end_descriptor() }
}
