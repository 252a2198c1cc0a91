/// Looks one run of bytes up in many texts, each in linear time whatever the bytes are (Knuth, Morris and
/// Pratt 1977).
struct ByteSearch {
  private let needle: [UInt8]
  /// For each prefix of the needle the length of its longest proper border.
  private let borders: [Int]

  /// Nil for an empty needle, which would be found everywhere.
  init?(_ needle: [UInt8]) {
    guard !needle.isEmpty else { return nil }
    var borders = [0]
    borders.reserveCapacity(needle.count)
    var length = 0
    for byte in needle.dropFirst() {
      while length > 0, needle[length] != byte { length = borders[length - 1] }
      if needle[length] == byte { length += 1 }
      borders.append(length)
    }
    self.needle = needle
    self.borders = borders
  }

  var count: Int { needle.count }

  /// Calls `visit` with the start of each occurrence within the window, in order, while it returns true.
  func occurrences(in text: [UInt8], window: Range<Int>, visit: (Int) -> Bool) {
    guard needle.count <= window.count else { return }
    var matched = 0
    for index in window {
      while matched > 0, needle[matched] != text[index] { matched = borders[matched - 1] }
      if needle[matched] == text[index] { matched += 1 }
      if matched == needle.count {
        guard visit(index + 1 - needle.count) else { return }
        matched = borders[matched - 1]
      }
    }
  }
}
