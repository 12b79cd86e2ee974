/// A JSON value, so that a test can state a whole line of output.
enum JSONValue: Equatable, Decodable, Sendable {
  case null
  case truth(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  case record([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Int.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .record(try container.decode([String: JSONValue].self))
    }
  }

  /// The field of a record; null where there is none.
  subscript(name: String) -> JSONValue {
    if case .record(let fields) = self { fields[name] ?? .null } else { .null }
  }

  /// The item of a list; null where there is none.
  subscript(place: Int) -> JSONValue {
    if case .list(let items) = self, items.indices.contains(place) { items[place] } else { .null }
  }

  /// The items of a list; none where it is no list.
  var items: [JSONValue] {
    if case .list(let items) = self { items } else { [] }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(nilLiteral: ()) { self = .null }
  init(booleanLiteral value: Bool) { self = .truth(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(stringLiteral value: String) { self = .text(value) }
  init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .record(Dictionary(elements) { $1 })
  }
}
