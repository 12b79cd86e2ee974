/// A column's name as it is compared: small letters and digits only, accents taken off.
///
/// So `First name`, `first_name`, `FirstName` and `FIRST-NAME` are one name, `Prénom` is `prenom`.
package enum HeaderKey {
  /// The key of a name; O(length).
  package static func of(_ name: String) -> String {
    var key = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": key.unicodeScalars.append(scalar)
      case "à", "á", "â", "ã", "ä", "å": key.append("a")
      case "ç": key.append("c")
      case "è", "é", "ê", "ë": key.append("e")
      case "ì", "í", "î", "ï": key.append("i")
      case "ñ": key.append("n")
      case "ò", "ó", "ô", "õ", "ö", "ø": key.append("o")
      case "ù", "ú", "û", "ü": key.append("u")
      case "ß": key.append("ss")
      default: break
      }
    }
    return key
  }
}
