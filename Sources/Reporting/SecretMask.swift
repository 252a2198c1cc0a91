internal import CheckModel

/// Finds the secrets that the checks saw in a plan again wherever their text stands.
///
/// Cost is linear in the text however many secrets there are: a window of the shortest secret's length,
/// at most eight bytes, moves over the text and is looked up.
struct SecretMask: Sendable {
  private let window: Int
  /// Secrets by their first bytes, the longest first.
  private var secrets: [UInt64: [[UInt8]]] = [:]

  /// Nil where there is nothing to hide.
  init?(_ values: Set<[UInt8]>) {
    guard let shortest = values.map(\.count).filter({ $0 > 0 }).min() else { return nil }
    window = min(8, shortest)
    for value in values.sorted(by: { $0.count > $1.count }) where !value.isEmpty {
      secrets[Self.key(value.prefix(window)), default: []].append(value)
    }
  }

  private static func key(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The text with every secret in it replaced by a word of ours.
  func masked(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let places = places(in: bytes)
    guard !places.isEmpty else { return text }
    var result: [UInt8] = []
    var copied = 0
    for place in places {
      result += bytes[copied..<place.lowerBound] + Array("[redacted]".utf8)
      copied = place.upperBound
    }
    return String(decoding: result + bytes[copied...], as: UTF8.self)
  }

  /// Where secrets stand, in order and without overlap.
  func places(in bytes: [UInt8]) -> [Range<Int>] {
    let limit: UInt64 = window == 8 ? .max : 1 << UInt64(8 * window) - 1
    var places: [Range<Int>] = []
    var free = 0
    var key: UInt64 = 0
    for index in bytes.indices {
      key = (key << 8 | UInt64(bytes[index])) & limit
      let start = index + 1 - window
      guard start >= free, let candidates = secrets[key],
        let secret = candidates.first(where: { bytes[start...].starts(with: $0) })
      else { continue }
      free = start + secret.count
      places.append(start..<free)
    }
    return places
  }
}

extension SourceText {
  /// The same text with signs in place of the characters in these ranges: of as many bytes each, so that
  /// all places stay what they are. Line breaks stay.
  func masked(_ ranges: [Range<Int>]) -> SourceText {
    var bytes = self.bytes
    for range in ranges {
      var index = range.lowerBound
      while index < min(range.upperBound, bytes.count) {
        var end = index + 1
        while end < range.upperBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        if bytes[index] != 0x0A, bytes[index] != 0x0D {
          bytes.replaceSubrange(index..<end, with: Self.sign(ofBytes: end - index))
        }
        index = end
      }
    }
    return SourceText(bytes)
  }

  private static func sign(ofBytes count: Int) -> [UInt8] {
    switch count {
    case 2: Array("·".utf8)
    case 3: Array("•".utf8)
    case 4: Array("🔒".utf8)
    default: Array(repeating: UInt8(ascii: "*"), count: count)
    }
  }
}
