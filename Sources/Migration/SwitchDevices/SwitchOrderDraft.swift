/// An order that a migration has for its computers, and what had to stay out of it.
package struct SwitchOrderDraft: Hashable, Sendable {
  /// A product on a computer.
  package struct Row: Hashable, Sendable {
    /// Its row in the session file.
    package var installation: InstallationID
    /// What it is called, with its year.
    package var name: String
    /// What it can be in the licensing helper's list; empty where no product key is known.
    package var products: [SwitchOrder.Product]

    /// Makes a row.
    package init(
      installation: InstallationID, name: String, products: [SwitchOrder.Product]
    ) {
      self.installation = installation
      self.name = name
      self.products = products
    }
  }

  /// A computer with the products of it that are meant.
  package struct Host: Hashable, Sendable {
    /// The computer.
    package var host: SwitchOrder.Host
    /// Who works at it.
    package var people: [ComputerPerson]
    /// The products.
    package var rows: [Row] = []

    /// Makes a computer with none.
    package init(host: SwitchOrder.Host, people: [ComputerPerson]) {
      self.host = host
      self.people = people
    }
  }

  /// The order.
  package var order = SwitchOrder(products: [])
  /// The computers, in the order of those in it.
  package var hosts: [Host] = []
  /// Products of which no product key is known, by name: no script can switch them.
  package var unknown: [String] = []
  /// Computers that are left out, since somebody there has no seat yet or nobody is known there.
  package var closed: [String] = []

  /// An order for nothing.
  package init() {}

  /// Who works with the products, each once, with the names of theirs.
  package var people: [(person: ComputerPerson, products: [String])] {
    var places: [String: Int] = [:]
    var found: [(person: ComputerPerson, products: [String])] = []
    for host in hosts {
      for person in host.people {
        let key = person.user.map { "#\($0.number)" } ?? person.login.lowercased()
        let place = places[key] ?? found.count
        if place == found.count { found.append((person, [])) }
        places[key] = place
        for row in host.rows where !found[place].products.contains(row.name) {
          found[place].products.append(row.name)
        }
      }
    }
    return found
  }
}
