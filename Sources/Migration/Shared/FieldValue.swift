/// A part of what is filled in on a form, as its field writes it.
package protocol FieldValue: Sendable {
  /// The part that a normalised text means; nil for a text that means none, which leaves what is there.
  init?(fieldText: String)
  /// The text that stands in the field.
  var fieldText: String { get }
}

extension String: FieldValue {
  /// What a text in a field means.
  package init?(fieldText: String) { self = fieldText }
  /// As it stands in a field.
  package var fieldText: String { self }
}

extension Int: FieldValue {
  /// What a text in a field means.
  package init?(fieldText: String) { self.init(fieldText) }
  /// As it stands in a field.
  package var fieldText: String { String(self) }
}

extension Day: FieldValue {
  /// What a text in a field means.
  package init?(fieldText: String) { self.init(text: fieldText) }
  /// As it stands in a field.
  package var fieldText: String { iso }
}

/// A question with the values `no` and `yes`.
extension Bool: FieldValue {
  /// What a text in a field means.
  package init?(fieldText: String) {
    guard ["no", "yes"].contains(fieldText) else { return nil }
    self = fieldText == "yes"
  }
  /// As it stands in a field.
  package var fieldText: String { self ? "yes" : "no" }
}

/// What is not known is an empty field, and the other way round.
extension Optional: FieldValue where Wrapped: FieldValue {
  /// What a text in a field means.
  package init?(fieldText: String) { self = Wrapped(fieldText: fieldText) }
  /// As it stands in a field.
  package var fieldText: String { map(\.fieldText) ?? "" }
}

/// Several names with a blank between them; a comma or a semicolon does as well.
extension [String]: FieldValue {
  /// What a text in a field means.
  package init?(fieldText: String) {
    self = fieldText.split { " ,;".contains($0) }.map(String.init)
  }
  /// As it stands in a field.
  package var fieldText: String { joined(separator: " ") }
}

/// A choice, by the names of its values.
extension FieldValue where Self: RawRepresentable, RawValue == String {
  /// What a text in a field means.
  package init?(fieldText: String) { self.init(rawValue: fieldText) }
  /// As it stands in a field.
  package var fieldText: String { rawValue }
}

extension Directory: FieldValue {}
extension Role: FieldValue {}
