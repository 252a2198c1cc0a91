/// Looks for thousands of words in bytes at once: in as many steps for each byte as the longest word has.
///
/// For a few words that are known beforehand `ByteSearch` is the quicker way.
struct WordTree {
  private struct Step: Hashable {
    let node: Int
    let byte: UInt8
  }
  /// Node 0 is the root.
  private var nodes: [Step: Int] = [:]
  /// The words that end at a node.
  private var words: [Int: String] = [:]
  /// Those that stood somewhere.
  private(set) var found: Set<String> = []

  /// - Parameter words: lowercase; each is found inside longer words too.
  init(_ words: [String]) {
    for word in words {
      var node = 0
      for byte in word.utf8 {
        let step = Step(node: node, byte: byte)
        let next = nodes[step] ?? nodes.count + 1
        nodes[step] = next
        node = next
      }
      self.words[node] = word
    }
  }

  /// Notes which of the words stand in the range, ASCII letters of either case.
  mutating func look(in bytes: [UInt8], _ range: Range<Int>) {
    for start in range.clamped(to: 0..<bytes.count) {
      var node = 0
      for index in start..<range.upperBound {
        guard let next = nodes[Step(node: node, byte: bytes[index].lowercased)] else { break }
        node = next
        if let word = words[node] { found.insert(word) }
      }
    }
  }
}
