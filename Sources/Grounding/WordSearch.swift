/// Looks for whole words in the source files of a tree.
struct WordSearch {
  private let files: RepositoryFiles

  /// Of one file; what is larger is data or made by a tool.
  private static let fileBytes = 512 << 10
  /// Of all files together.
  private static let allBytes = 24 << 20
  /// That are opened.
  private static let fileLimit = 3_000

  init(_ files: RepositoryFiles) { self.files = files }

  /// Which of the words stand in a source file, and whether all of the sources were looked at.
  ///
  /// - Parameter first: files in which they are likely; the search ends as soon as all are found.
  func find(_ words: Set<[UInt8]>, first: [String]) -> (found: Set<[UInt8]>, isWhole: Bool) {
    var missing = words
    let lengths = Set(words.map(\.count))
    var bytesLeft = Self.allBytes
    var filesLeft = Self.fileLimit
    var isWhole = !files.isCut
    let likely = Set(first)
    let order = likely.sorted() + files.paths.lazy.filter { !likely.contains($0) }
    for path in order where Self.isSource(path) {
      guard !missing.isEmpty else { break }
      guard filesLeft > 0, bytesLeft > 0 else {
        isWhole = false
        break
      }
      filesLeft -= 1
      switch files.content(path, limit: Self.fileBytes) {
      case .bytes(let bytes):
        bytesLeft -= bytes.count
        Self.remove(wordsOf: bytes, lengths, from: &missing)
      case .unread, .absent: break
      }
    }
    return (words.subtracting(missing), isWhole)
  }

  private static func remove(
    wordsOf bytes: [UInt8], _ lengths: Set<Int>, from missing: inout Set<[UInt8]>
  ) {
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count {
        guard isWord[Int(buffer[start])] else {
          start += 1
          continue
        }
        var end = start + 1
        while end < buffer.count, isWord[Int(buffer[end])] { end += 1 }
        if lengths.contains(end - start) { missing.remove(Array(buffer[start..<end])) }
        start = end
      }
    }
  }

  private static let isWord: [Bool] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  /// No prose, in which plans are, and no data or pictures.
  static func isSource(_ path: String) -> Bool {
    let name = RepositoryFiles.parts(of: path).name
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return true }
    return !otherEndings.contains(name[name.utf8.index(after: dot)...].lowercased())
  }

  private static let otherEndings: Set<String> = [
    "md", "mdx", "markdown", "txt", "rst", "adoc", "png", "jpg", "jpeg", "gif", "webp", "ico",
    "pdf", "zip", "gz", "tgz", "tar", "xz", "woff", "woff2", "ttf", "otf", "mp3", "mp4", "mov",
    "wasm", "so", "dylib", "dll", "a", "o", "class", "jar", "lock", "svg", "csv", "snap", "map",
    "db", "sqlite", "bin", "dat", "log",
  ]
}
