import Migration

/// People made of the logins that a licence log shows.
enum UserProposals {
  /// A list as an import checks it: the login, an address of it in a domain, and names out of the
  /// address. A login that is an address keeps it. Names that were made so are doubtful, so that
  /// somebody looks at them.
  static func batch(_ logins: [String], domain: String) -> PeopleBatch {
    var builder = PeopleBatchBuilder(reservingRows: logins.count)
    for (place, login) in logins.enumerated() {
      let address = login.contains("@") ? login : "\(local(login))@\(domain)"
      var addressBytes = Array(address.utf8)
      var loginBytes = Array(login.utf8)
      var name = addressBytes.withUnsafeBufferPointer { PersonName(proposedFrom: $0) }
      // One word says nothing about first and last: both have to be there for the portal.
      if name.last.isEmpty { name.last = name.first }
      addressBytes.withUnsafeMutableBufferPointer { address in
        loginBytes.withUnsafeMutableBufferPointer { login in
          name.first.withUnsafeBufferPointer { first in
            name.last.withUnsafeBufferPointer { last in
              var person = PeopleBatchBuilder.Person()
              person.first = first
              person.last = last
              person.address = UnsafeBufferPointer(address)
              person.login = UnsafeBufferPointer(login)
              builder.add(line: place + 1, person, cause: .nameProposed)
            }
          }
        }
      }
    }
    return builder.batch
  }

  /// The part before the `@`: a Windows domain in front goes, blanks become dots.
  private static func local(_ login: String) -> String {
    let name = login.lastIndex(of: "\\").map { login[login.index(after: $0)...] } ?? login[...]
    return String(name.map { $0 == " " ? "." : $0 }).lowercased()
  }
}
