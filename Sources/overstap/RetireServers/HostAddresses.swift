import Glibc

/// Looks up the addresses of a computer.
///
/// With `getent`, which asks whatever the machine is set up to ask: the C library of a program that is
/// linked statically would need the machine's own for that. And its process can be ended, where
/// `getaddrinfo` knows no limit.
enum HostAddresses {
  /// The most bytes of an answer.
  private static let mostBytes = 1 << 16

  /// The addresses of a name, the system's preferred first; empty where it is not known.
  static func find(_ host: String) async -> [SocketAddress] {
    if let address = SocketAddress(host) { return [address] }
    guard !host.hasPrefix("-"), let program = AdminPath.program("getent") else { return [] }
    let output = await ProgramAnswer.of(program, ["ahosts", host], mostBytes: mostBytes)
    return read(output ?? [])
  }

  /// The addresses that `getent ahosts` printed: one begins each line, once for each kind of socket.
  static func read(_ output: [UInt8]) -> [SocketAddress] {
    var found: [SocketAddress] = []
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      guard let word = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).first,
        let address = SocketAddress(String(word)), !found.contains(address)
      else { continue }
      found.append(address)
    }
    return found
  }
}

/// An address of a computer.
struct SocketAddress: Hashable, Sendable {
  /// IPv4 or IPv6.
  let family: Int32
  private let bytes: [UInt8]

  /// An address in digits, IPv6 with the zone that it may need (`fe80::1%eth0`); nil for all else.
  init?(_ text: String) {
    let parts = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    guard let digits = parts.first.map(String.init) else { return nil }
    var short = sockaddr_in()
    if parts.count == 1, inet_pton(AF_INET, digits, &short.sin_addr) == 1 {
      short.sin_family = sa_family_t(AF_INET)
      family = AF_INET
      bytes = withUnsafeBytes(of: &short) { Array($0) }
      return
    }
    var long = sockaddr_in6()
    guard inet_pton(AF_INET6, digits, &long.sin6_addr) == 1 else { return nil }
    long.sin6_family = sa_family_t(AF_INET6)
    if parts.count == 2 {
      long.sin6_scope_id = UInt32(parts[1]) ?? if_nametoindex(String(parts[1]))
      guard long.sin6_scope_id != 0 else { return nil }
    }
    family = AF_INET6
    bytes = withUnsafeBytes(of: &long) { Array($0) }
  }

  /// Begins a connection to a port.
  func connect(_ descriptor: Int32, port: Int) -> Int32 {
    var bytes = bytes
    // Both kinds have the port, highest byte first, behind the family. RFC 3493.
    guard bytes.count > 4 else { return -1 }
    bytes[2] = UInt8(truncatingIfNeeded: port >> 8)
    bytes[3] = UInt8(truncatingIfNeeded: port)
    return bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return -1 }
      return Glibc.connect(
        descriptor, base.assumingMemoryBound(to: sockaddr.self), socklen_t(raw.count))
    }
  }
}
