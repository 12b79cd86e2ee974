import Migration

/// The fields of a person on a page, read and checked.
enum PersonForm {
  /// The person that was typed; nil when a field holds it back, with the focus on the first such.
  static func details(_ state: inout State, fields: [Field]) -> UserDetails? {
    var details = UserDetails()
    for field in fields {
      let value = field.normalise(state.memory.text(field.name))
      let findings = field.check(value)
      // A warning holds nobody back, but it has to be seen once.
      let isUnseen = !findings.isEmpty && state.memory.left.insert(field.name).inserted
      if isUnseen || findings.contains(where: \.isError) {
        let isError = findings.contains(where: \.isError)
        state.notice = Notice(.problem, isError ? "look-at-fields" : "look-at-warning")
        state.memory.focus = field.name
        return nil
      }
      set(field, value, &details)
    }
    if case .choice(let codes) = PersonFields.language.kind {
      let chosen = state.memory.choices[PersonFields.language.name] ?? 0
      details.language = codes.indices.contains(chosen) ? codes[chosen] : ""
    }
    return details
  }

  /// Puts a person into the fields in which nobody typed.
  static func fill(_ details: UserDetails, _ memory: inout Memory) {
    memory.offer(PersonFields.firstName.name, details.firstName)
    memory.offer(PersonFields.lastName.name, details.lastName)
    memory.offer(PersonFields.address.name, details.address)
    memory.offer(PersonFields.login.name, details.login)
    memory.offer(PersonFields.group.name, details.group)
    if case .choice(let codes) = PersonFields.language.kind {
      memory.offer(PersonFields.language.name, codes.firstIndex(of: details.language) ?? 0)
    }
  }

  private static func set(_ field: Field, _ value: String, _ details: inout UserDetails) {
    switch field.name {
    case PersonFields.firstName.name: details.firstName = value
    case PersonFields.lastName.name: details.lastName = value
    case PersonFields.address.name: details.address = value
    case PersonFields.login.name: details.login = value
    case PersonFields.group.name: details.group = value
    default: break
    }
  }
}
