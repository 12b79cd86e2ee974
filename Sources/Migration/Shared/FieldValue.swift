/// A part of what is filled in on a form, as its field writes it.
package protocol FieldValue: Sendable {
  /// The part that a normalised text means; nil for a text that means none, which leaves what is there.
  init?(fieldText: String)
  /// The text that stands in the field.
  var fieldText: String { get }
}

extension String: FieldValue {
  package init?(fieldText: String) { self = fieldText }
  package var fieldText: String { self }
}

extension Int: FieldValue {
  package init?(fieldText: String) { self.init(fieldText) }
  package var fieldText: String { String(self) }
}

extension Day: FieldValue {
  package init?(fieldText: String) { self.init(text: fieldText) }
  package var fieldText: String { iso }
}

/// A question with the values `no` and `yes`.
extension Bool: FieldValue {
  package init?(fieldText: String) {
    guard ["no", "yes"].contains(fieldText) else { return nil }
    self = fieldText == "yes"
  }
  package var fieldText: String { self ? "yes" : "no" }
}

/// What is not known is an empty field, and the other way round.
extension Optional: FieldValue where Wrapped: FieldValue {
  package init?(fieldText: String) { self = Wrapped(fieldText: fieldText) }
  package var fieldText: String { map(\.fieldText) ?? "" }
}

/// Several names with a blank between them; a comma or a semicolon does as well.
extension [String]: FieldValue {
  package init?(fieldText: String) {
    self = fieldText.split { " ,;".contains($0) }.map(String.init)
  }
  package var fieldText: String { joined(separator: " ") }
}

/// A choice, by the names of its values.
extension FieldValue where Self: RawRepresentable, RawValue == String {
  package init?(fieldText: String) { self.init(rawValue: fieldText) }
  package var fieldText: String { rawValue }
}

extension Directory: FieldValue {}
extension Role: FieldValue {}
