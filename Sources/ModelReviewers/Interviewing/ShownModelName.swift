/// A model's name as the wire has it, in a form that can be shown.
enum ShownModelName {
  /// Nil for what is far too long for a name: the server does not say who answered.
  static func of(_ name: String) -> String? {
    guard name.utf8.count <= 8 << 10 else { return nil }
    var shown = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isHidden = [.control, .format].contains(scalar.properties.generalCategory)
      shown.append(isHidden ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }
}
