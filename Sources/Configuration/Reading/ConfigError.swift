/// Where a key or value stands in a config.
package struct ConfigPlace: Sendable, Hashable {
  /// As the user knows the file.
  package let file: String
  /// 1-based.
  package let line: Int
  /// 1-based, in Unicode scalars; a byte order mark is not counted.
  package let column: Int
  /// The keys on the way joined by dots, items by their number from 0; empty for the whole file.
  package let keyPath: String

  package init(file: String, line: Int, column: Int, keyPath: String) {
    self.file = file
    self.line = line
    self.column = column
    self.keyPath = keyPath
  }

  /// `file:line:column`.
  package var shown: String { "\(file):\(line):\(column)" }
}

/// A value of a config with the place where it stands.
package struct Placed<Value: Sendable & Hashable>: Sendable, Hashable {
  package let value: Value
  package let place: ConfigPlace

  package init(_ value: Value, at place: ConfigPlace) {
    self.value = value
    self.place = place
  }
}

/// What is wrong with a config, where, and what was probably meant.
package struct ConfigError: Error, Sendable, Hashable {
  /// No capital, no full stop. It never quotes what may be a key.
  package let message: String
  package let suggestion: String?
  package let place: ConfigPlace
  /// The line as it may be shown.
  package let excerpt: String

  /// - Parameter bytes: the file's, from which the line is taken.
  init(
    _ message: String, suggestion: String? = nil, at place: ConfigPlace, in bytes: [UInt8]
  ) {
    self.message = message
    self.suggestion = suggestion
    self.place = place
    excerpt = ConfigExcerpt.line(place.line, of: bytes)
  }

  /// `file:line:column: message (did you mean 'x'?)`.
  package var summary: String {
    "\(place.shown): \(message)" + (suggestion.map { " (did you mean '\($0)'?)" } ?? "")
  }

  /// The line with a mark under the place; empty where there is no line to show.
  package var picture: [String] {
    guard !excerpt.allSatisfy(\.isWhitespace) else { return [] }
    let number = String(place.line)
    let margin = String(repeating: " ", count: number.count)
    let isShown = place.column <= excerpt.unicodeScalars.count
    let mark = String(repeating: " ", count: max(0, place.column - 1)) + "^"
    return ["  \(number) | \(excerpt)"] + (isShown ? ["  \(margin) | \(mark)"] : [])
  }
}

/// A line of a config as it may be shown.
enum ConfigExcerpt {
  /// Longer lines are cut.
  private static let longest = 160

  /// - Parameter number: 1-based.
  /// - Returns: the line without what could be a key or password; tabs become single blanks.
  static func line(_ number: Int, of bytes: [UInt8]) -> String {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var line = String.UnicodeScalarView()
    var current = 1
    var last: Unicode.Scalar?
    for scalar in scalars where scalar != "\u{FEFF}" || current > 1 || last != nil {
      defer { last = scalar }
      if scalar == "\n", last == "\r" { continue }
      if isBreak(scalar) {
        guard current < number else { break }
        current += 1
      } else if current == number, line.count < longest {
        line.append(scalar == "\t" ? " " : scalar)
      }
    }
    return withoutSecrets(String(line))
  }

  /// As libyaml counts lines.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
  }

  /// What stands behind a key with a telling name, and behind a user in an address, is left out.
  private static func withoutSecrets(_ line: String) -> String {
    let bytes = Array(line.utf8)
    let lower = bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    let names = ["key", "token", "secret", "passw", "credential", "auth"].map { Array($0.utf8) }
    let colon = lower.indices.first { index in
      lower[index] == UInt8(ascii: ":")
        && names.contains { name in contains(name, lower[word(before: index, lower)]) }
    }
    let address = lower.contains(UInt8(ascii: "@")) ? find("://", lower) : nil
    guard let cut = [colon.map { $0 + 1 }, address.map { $0 + 3 }].compactMap({ $0 }).min() else {
      return line
    }
    return String(decoding: bytes[..<cut], as: UTF8.self) + " …"
  }

  private static func word(before index: Int, _ bytes: [UInt8]) -> Range<Int> {
    var start = index
    while start > 0, !" {,\t".utf8.contains(bytes[start - 1]) { start -= 1 }
    return start..<index
  }

  private static func contains(_ name: [UInt8], _ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: name) }
  }

  private static func find(_ text: String, _ bytes: [UInt8]) -> Int? {
    bytes.indices.first { bytes[$0...].starts(with: text.utf8) }
  }
}
