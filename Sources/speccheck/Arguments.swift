import Files

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The arguments as text for the parser and as bytes for the file system: names need not be UTF-8.
struct Arguments {
  /// Without the program's own name.
  let texts: [String]
  /// Those that are not UTF-8: what their text is, and what they are.
  private let odd: [(text: [UInt8], bytes: [UInt8])]

  init() {
    self.init(
      (1..<max(1, Int(CommandLine.argc))).compactMap { index in
        CommandLine.unsafeArgv[index].map { pointer in
          UnsafeBufferPointer(start: pointer, count: strlen(pointer)).map(UInt8.init(bitPattern:))
        }
      })
  }

  init(_ arguments: [[UInt8]]) {
    var texts: [String] = []
    var odd: [(text: [UInt8], bytes: [UInt8])] = []
    for bytes in arguments {
      var text = String(decoding: bytes, as: UTF8.self)
      if !text.utf8.elementsEqual(bytes) {
        // two names must not become one text
        while odd.contains(where: { $0.text.elementsEqual(text.utf8) && $0.bytes != bytes }) {
          text += "\u{FFFD}"
        }
        odd.append((Array(text.utf8), bytes))
      }
      texts.append(text)
    }
    self.texts = texts
    self.odd = odd
  }

  /// The path that an argument or its end names, byte for byte. Texts are compared by their bytes: to
  /// Swift two spellings of one letter are equal, to the file system they are two names.
  func path(_ operand: String) -> FilePath {
    let text = Array(operand.utf8)
    if let whole = odd.first(where: { $0.text == text }) { return FilePath(bytes: whole.bytes) }
    guard !texts.contains(where: { $0.utf8.elementsEqual(text) }),
      let longer = odd.first(where: { $0.text.suffix(text.count).elementsEqual(text) })
    else { return FilePath(bytes: text) }
    // what stands before it is an option's name, the same in both
    return FilePath(bytes: Array(longer.bytes.dropFirst(longer.text.count - text.count)))
  }

  /// The path at the end of an argument: `a.json` of `answer:a.json`.
  func path(endOf argument: String, after prefix: String) -> FilePath {
    FilePath(bytes: Array(path(argument).bytes.dropFirst(prefix.utf8.count)))
  }
}
