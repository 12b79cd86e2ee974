/// What one set of scripts is to do: which products go over to single-user, on which computers.
///
/// A script writes what it did as one JSON object a computer, in a file `overstap-ORDER-HOST.json`:
///
///     {"overstap": 1, "action": "switch", "order": 3, "host": "pc01", "user": "root",
///      "day": "2027-01-14", "time": "09:31:07", "helper": "/opt/Autodesk/AdskLicensing/...",
///      "products": [
///       {"key": "657L1", "version": "2020.0.0.F", "outcome": "switched", "reason": "",
///        "before": {"method": 1, "serverType": 1, "servers": ["2080@lic01"]},
///        "after": {"method": 4, "serverType": 0, "servers": []},
///        "calls": [{"arguments": ["change", "--prod_key", "657L1"], "exit": 0, "answer": "..."}]}],
///      "calls": [{"arguments": ["list"], "exit": 0, "answer": ""}]}
///
/// - `action` is `switch`, or `undo` where the script put back what was before.
/// - `order` is the number of the hand-over, 0 for scripts that are of none.
/// - `day` and `time` are those of the computer's clock, in UTC.
/// - A product that the licensing helper lists has the key and version that are chosen there; one of
///   2017 to 2019 those of its type file.
/// - `method` has the helper's numbers (1 network, 2 standalone, 4 user), 0 where none is chosen;
///   `before` or `after` is null where it could not be read.
/// - `outcome` is `switched`, `already`, `failed` or `undone`. Only `after` proves anything.
/// - `reason`, where it failed: `refused` (the helper's `change` did not end with 0), `unchanged` (it did,
///   and `list` still says otherwise), `timeout`, `cannot` (no single-user licence for this product),
///   `no-list` (nothing to be read in the second `list`), `gone` (not in it), `no-record` (what was
///   before could not be kept, so that nothing was changed), `no-backup` (the same of a type file).
/// - `calls` of a product are what was asked of the helper for it; the outer ones its lists, with an
///   answer only where no list could be read in it. `exit` is -1 for one that was ended at its time
///   limit.
/// - All of it is ASCII: other characters are escaped, bytes that are none are U+FFFD.
package struct SwitchOrder: Hashable, Sendable {
  /// A product that goes over.
  package struct Product: Hashable, Sendable {
    /// Its product key, such as `657L1`.
    package var key: String
    /// Its version, such as `2020.0.0.F`; empty for every version of the key.
    package var version: String
    /// What it is called, with its year.
    package var name: String

    /// Makes a product.
    package init(key: String, version: String = "", name: String = "") {
      self.key = key
      self.version = version
      self.name = name
    }
  }

  /// A computer on which products go over.
  package struct Host: Hashable, Sendable {
    /// Its name, as the licence log or a list of devices has it.
    package var name: String
    /// What runs on it.
    package var system: ComputerSystem
    /// Its group, such as the pilot's; empty for none.
    package var group: String

    /// Makes a computer.
    package init(name: String, system: ComputerSystem = .unknown, group: String = "") {
      self.name = name
      self.system = system
      self.group = group
    }
  }

  /// The number of the hand-over that it is of; 0 for none.
  package var number: Int
  /// The products in scope; a script leaves all others as they are.
  package var products: [Product]
  /// The computers; a script does nothing on any other. Empty for every computer on which it is run.
  package var hosts: [Host]
  /// The folder or share to which each computer brings its result; empty where the results stay on the
  /// computers until they are fetched.
  package var results: String

  /// Makes an order.
  package init(number: Int = 0, products: [Product], hosts: [Host] = [], results: String = "") {
    self.number = number
    self.products = products
    self.hosts = hosts
    self.results = results
  }
}
