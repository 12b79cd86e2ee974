/// A seat in an `lmstat` output: a person on a computer with one product. A session is printed
/// twice, under the package and under the release that runs; here it counts once.
package struct LmstatSeat: Hashable, Sendable {
  /// The login name.
  package var user: String
  /// The computer.
  package var host: String
  /// The package, or the feature itself where it stands alone.
  package var feature: String
  /// The releases that run under the package.
  package var components: [String]
  /// The checkouts behind the seat, by their places.
  package var checkouts: [Int]
  /// The licences that it takes.
  package var licences: Int
  /// True where one of its checkouts is borrowed.
  package var isBorrowed: Bool
  /// True where names with blanks leave the person in doubt.
  package var isUncertain: Bool
}

extension LmstatOutput {
  /// The seats in the order of their first line, decided on lines alone. A release belongs to the
  /// package line that names it, that has its process, or that began in the same minute; else to
  /// the package of `known` (from a licence file or log), else to one of the same product.
  package func seats(known: [LicencePackage] = []) -> [LmstatSeat] {
    struct Person: Hashable { let user, host: String }
    let fold = LicenceFold(known)
    var linesOf: [Person: [Int]] = [:]
    var order: [Person] = []
    for (line, checkout) in checkouts.enumerated() {
      let person = Person(
        user: checkout.holder.user.lowercased(), host: checkout.holder.host.lowercased())
      if linesOf[person] == nil { order.append(person) }
      linesOf[person, default: []].append(line)
    }
    var seats: [LmstatSeat] = []
    for person in order {
      let lines = linesOf[person] ?? []
      let names = lines.map { feature(of: checkouts[$0])?.name ?? "" }
      let packages = lines.indices.filter { AutodeskFeature(names[$0])?.isPackage == true }
      var placeOf: [String: Int] = [:]
      for (index, line) in lines.enumerated() {
        let witness = packages.first { package in
          names[package] != names[index] && shows(lines[package], holding: names[index], at: line)
        }
        let package = fold.package(
          of: names[index], among: names, witnessed: witness.map { names[$0] })
        let feature = package ?? names[index]
        if placeOf[feature] == nil {
          placeOf[feature] = seats.count
          let holder = checkouts[line].holder
          seats.append(
            LmstatSeat(
              user: holder.user, host: holder.host, feature: feature, components: [],
              checkouts: [], licences: 0, isBorrowed: false, isUncertain: false))
        }
        if let place = placeOf[feature] {
          seats[place].add(checkouts[line], line, component: package == nil ? nil : names[index])
        }
      }
    }
    return seats
  }

  /// Whether a package's line speaks of the session of a release's line.
  private func shows(_ package: Int, holding name: String, at line: Int) -> Bool {
    let (mine, other) = (checkouts[package], checkouts[line])
    if mine.holder.token == name { return true }
    if let process = mine.processID { return process == other.processID }
    return mine.start != nil && mine.start == other.start
  }
}

extension LmstatSeat {
  fileprivate mutating func add(_ checkout: LmstatCheckout, _ line: Int, component: String?) {
    checkouts.append(line)
    // With Autodesk one person on one computer takes one licence of a product for all releases.
    let isShared = AutodeskFeature(feature) != nil
    licences = isShared ? max(licences, checkout.licences) : licences + checkout.licences
    isBorrowed = isBorrowed || checkout.linger != nil
    isUncertain = isUncertain || checkout.holder.isUncertain
    if let component, !components.contains(component) { components.append(component) }
  }
}
