/// What tells a path from other words with a slash: choices, routes, media types, packages.
enum PathWords {
  /// Judges a word that holds at least one slash and only bytes that a path may hold.
  static func isPath(
    _ bytes: [UInt8], _ range: Range<Int>, slashes: Int, _ place: PathShape.Place
  ) -> Bool {
    let segments = split(bytes, range)
    guard let first = segments.first(where: { !$0.isEmpty }), let last = segments.last,
      segments.contains(where: { $0.contains { ASCII.isLetter(bytes[$0]) || bytes[$0] >= 0x80 } })
    else { return false }
    let start = bytes[range.lowerBound]
    // `//comment`, `s/a/b/`, `@scope/package`
    if start == 0x2F, bytes.peek(range.lowerBound + 1) == 0x2F { return false }
    if segments.dropFirst().dropLast().contains(where: { $0.isEmpty }) { return false }
    let isFile =
      FileNames.hasKnownEnding(bytes, last) && !isDomain(bytes, first, range)
      || FileNames.isWholeName(bytes, last)
    if start == 0x40 { return isFile && slashes > 1 }
    if isFile { return true }
    if isRelative(bytes, range) { return last.isEmpty || !isOnlyDots(bytes, last) }
    if isDomain(bytes, first, range) || isMediaType(bytes, range, slashes) { return false }
    let isKnownRoot = isRoot(bytes, first)
    if start == 0x2F { return isKnownRoot && isSystemRoot(bytes, first) }
    let isDirectory = last.isEmpty
    if place == .prose { return isKnownRoot && (isDirectory || slashes > 1) }
    if place == .fence { return isKnownRoot && slashes > 1 }
    return isKnownRoot || isDirectory && isPlain(bytes, first) || isGlob(bytes, last)
      || bytes[first.lowerBound] == 0x2E && first.count > 2
        && !FileNames.isEnding(bytes, first.lowerBound + 1..<first.upperBound)
  }

  private static func split(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range where bytes[offset] == 0x2F || bytes[offset] == 0x5C {
      segments.append(start..<offset)
      start = offset + 1
    }
    segments.append(start..<range.upperBound)
    return segments
  }

  /// `./a`, `../a`, `~/a`, `$HOME/a`, `C:\a`.
  private static func isRelative(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    guard range.count > 2 else { return false }
    return bytes.holds("./", at: start) || bytes.holds("../", at: start)
      || bytes.holds("~/", at: start) || bytes.holds("$", at: start)
      || bytes.holds(":\\", at: start + 1)
  }

  private static func isOnlyDots(_ bytes: [UInt8], _ segment: Range<Int>) -> Bool {
    segment.allSatisfy { bytes[$0] == 0x2E }
  }

  /// `github.com/x/y`: a first segment with a dot inside that ends in letters.
  private static func isDomain(
    _ bytes: [UInt8], _ first: Range<Int>, _ range: Range<Int>
  ) -> Bool {
    guard first.lowerBound == range.lowerBound,
      let dot = bytes[first].lastIndex(of: 0x2E), dot > first.lowerBound
    else { return false }
    let ending = bytes[(dot + 1)..<first.upperBound].map(ASCII.lower)
    return ["com", "org", "io", "net", "dev", "in", "sh", "app", "ai", "co", "k8s"]
      .contains(String(decoding: ending, as: UTF8.self))
  }

  private static func isMediaType(_ bytes: [UInt8], _ range: Range<Int>, _ slashes: Int) -> Bool {
    let start = range.lowerBound
    return slashes == 1
      && (bytes.holds("application/", at: start) || bytes.holds("text/", at: start)
        || bytes.holds("image/", at: start) || bytes.holds("multipart/", at: start))
  }

  private static func isPlain(_ bytes: [UInt8], _ segment: Range<Int>) -> Bool {
    segment.allSatisfy { ASCII.isWord(bytes[$0]) || bytes[$0] == 0x2D || bytes[$0] == 0x2E }
  }

  private static func isGlob(_ bytes: [UInt8], _ last: Range<Int>) -> Bool {
    last.contains { bytes[$0] == 0x2A }
  }

  private static func isRoot(_ bytes: [UInt8], _ segment: Range<Int>) -> Bool {
    guard segment.count <= 24 else { return false }
    return roots.contains(bytes[segment].map(ASCII.lower))
  }

  private static func isSystemRoot(_ bytes: [UInt8], _ segment: Range<Int>) -> Bool {
    systemRoots.contains(bytes[segment].map(ASCII.lower))
  }

  private static func words(_ list: String) -> Set<[UInt8]> {
    Set(list.split(separator: " ").map { Array($0.utf8) })
  }

  /// Folders that stand at the top of repositories and of trees inside them.
  private static let roots = words(
    """
    src lib libs source sources tests test spec specs docs doc app apps packages pkg cmd internal \
    include scripts bin config configs public assets static components pages hooks utils server \
    client backend frontend api web ios android tools examples benchmarks editors corpus rubrics \
    crates modules plugins migrations db database prisma supabase schemas templates skills agents \
    commands .github .claude .codex .cursor .vscode .opencode .specify openspec contracts infra \
    deploy charts k8s terraform vendor third_party e2e fixtures __tests__ build dist target out usr \
    etc var tmp home opt users models services controllers views routes middleware store stores
    """)

  private static let systemRoots = words("usr etc var tmp home opt users dev proc root mnt srv")
}
