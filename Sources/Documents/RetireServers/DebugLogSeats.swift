/// One seat's worth of use: a person on a computer with one product. A session is logged twice,
/// under the package and under the release that runs; here it counts once.
package struct LogSeat: Hashable, Sendable {
  /// The login name and the computer as first written.
  package var user: String
  /// The computer as first written.
  package var host: String
  /// The vendor daemon.
  package var daemon: String
  /// The package, or the release where it was taken without one.
  package var feature: String
  /// The releases used under the package, in the order of their first use.
  package var components: [String]
  /// The sessions: the lines that take a release, or the package's where it has none.
  package var sessions: Int
  /// The first line that takes any of them.
  package var firstOut: LogMoment?
  /// The last line that takes any of them.
  package var lastOut: LogMoment?
  /// The last line that takes any of them or gives it back.
  package var lastLine: LogMoment?
  /// The releases that were taken in the last minute in which any was.
  package var lastComponents: [String]
  /// The last line that takes a release.
  var lastRelease: LogMoment?
  /// The days on which any of them was taken.
  package var days: LogDayTrail
  /// The licences still out at the log's end.
  package var openLicences: Int
  /// What the log makes of what was open before its first line: added, and `openLicences` at least;
  /// nil where a start of the daemon ended it.
  package var openChange: Int?
}

extension DebugLog {
  /// The seats, in the order of their first line. A release belongs to the package with which it
  /// was taken, else to the one that the server's list names, else to one of the same product.
  /// `known` adds packages from elsewhere, such as the licence file.
  package func seats(known: [LicencePackage] = []) -> [LogSeat] {
    struct Person: Hashable {
      let user, host, daemon: String
    }
    let fold = LicenceFold(packages + known)
    var order: [Person] = []
    var usagesOf: [Person: [LogUsage]] = [:]
    for usage in usages {
      let person = Person(
        user: usage.user.lowercased(), host: usage.host.lowercased(), daemon: usage.daemon)
      if usagesOf[person] == nil { order.append(person) }
      usagesOf[person, default: []].append(usage)
    }
    var seats: [LogSeat] = []
    for person in order {
      let all = usagesOf[person] ?? []
      var placeOf: [String: Int] = [:]
      let names = all.map(\.feature)
      for usage in all {
        let package = fold.package(
          of: usage.feature, among: names, witnessed: usage.packageFeature)
        let feature = package ?? usage.feature
        if let place = placeOf[feature] {
          seats[place].add(usage, asComponent: package != nil)
        } else {
          placeOf[feature] = seats.count
          seats.append(LogSeat(usage, feature: feature, asComponent: package != nil))
        }
      }
    }
    return seats
  }
}

extension LogSeat {
  fileprivate init(_ usage: LogUsage, feature: String, asComponent: Bool) {
    self.init(
      user: usage.user, host: usage.host, daemon: usage.daemon, feature: feature,
      components: asComponent ? [usage.feature] : [], sessions: usage.outs,
      firstOut: usage.firstOut, lastOut: usage.lastOut,
      lastLine: [usage.lastOut, usage.lastIn].compactMap { $0 }.max(),
      lastComponents: asComponent && usage.lastOut != nil ? [usage.feature] : [],
      lastRelease: asComponent ? usage.lastOut : nil, days: usage.days,
      openLicences: usage.openLicences,
      openChange: usage.change == LogUsage.forgets ? nil : usage.change)
  }

  fileprivate mutating func add(_ usage: LogUsage, asComponent: Bool) {
    if asComponent {
      sessions = components.isEmpty ? usage.outs : sessions + usage.outs
      components.append(usage.feature)
      noteLast(usage)
    }
    lastLine = [lastLine, usage.lastOut, usage.lastIn].compactMap { $0 }.max()
    firstOut = [firstOut, usage.firstOut].compactMap { $0 }.min()
    lastOut = [lastOut, usage.lastOut].compactMap { $0 }.max()
    days.formUnion(usage.days)
    // One person on one computer takes one licence of the package for all its releases.
    openLicences = max(openLicences, usage.openLicences)
    let change = usage.change == LogUsage.forgets ? nil : usage.change
    openChange = openChange.map { max($0, change ?? $0) } ?? change
  }

  /// Keeps the release that was taken last; of one minute all of them, since what is kept of a part
  /// of a log knows no seconds.
  private mutating func noteLast(_ usage: LogUsage) {
    guard let taken = usage.lastOut else { return }
    if let known = lastRelease?.moment, let other = taken.moment, known != other {
      guard other > known else { return }
      lastComponents = [usage.feature]
    } else {
      lastComponents.append(usage.feature)
    }
    lastRelease = max(lastRelease ?? taken, taken)
  }
}

/// Which package a release is used under.
struct LicenceFold {
  private var packagesOf: [String: [String]] = [:]

  init(_ packages: [LicencePackage]) {
    for package in packages {
      for component in package.components {
        packagesOf[component, default: []].append(package.name)
      }
    }
  }

  /// The package of a release among the features that the same person uses on the same computer;
  /// nil for a package, for another vendor's feature and for a release that stands alone.
  func package(of feature: String, among used: [String], witnessed: String?) -> String? {
    guard let name = AutodeskFeature(feature), !name.isPackage else { return nil }
    if let witnessed, used.contains(witnessed) { return witnessed }
    if let known = packagesOf[feature]?.first(where: used.contains) { return known }
    return used.first { other in
      guard let package = AutodeskFeature(other), package.isPackage else { return false }
      return package.product == name.product
    }
  }
}
