import CheckModel
import Threads

/// Endpoints that the plan makes and that change something.
enum WritingEndpoints {
  /// The first one that a task makes in so many words, else the first outside explaining text.
  static func first(in reading: PlanReading) -> Span? {
    reading.lazyWritingEndpoint.value { find(in: reading) }
  }

  private static func find(in reading: PlanReading) -> Span? {
    var first: Span?
    for sentence in reading.sentences
    where !sentence.finished && sentence.zone != .quote && !reading.explains(sentence.block) {
      let bytes = reading.plan.files[sentence.file].source.bytes
      let calls = sentence.tokens.indices.lazy.compactMap { call(at: $0, sentence, bytes) }
      guard let span = calls.first, isMade(sentence, reading) else { continue }
      if sentence.has(making), reading.unit(holding: span) != nil { return span }
      if first == nil { first = span }
    }
    return first
  }

  private static let methods: WordSet = ["post", "put", "patch", "delete"]

  /// `POST /refunds`, or POST in a sentence or row that has `/refunds` in code.
  private static func call(at index: Int, _ sentence: Sentence, _ bytes: [UInt8]) -> Span? {
    let token = sentence.tokens[index]
    if token.kind == .code {
      guard [0x50, 0x44].contains(bytes[token.range.lowerBound]) else { return nil }
      let words = bytes[token.range].split(maxSplits: 2, whereSeparator: \.isBlank)
      guard words.count > 1, words[1].first == 0x2F, words[0].allSatisfy(\.isUpper),
        methods.contains(Word(words[0].lazy.map(\.lowercased)))
      else { return nil }
      return sentence.span(of: index..<index + 1)
    }
    guard token.allCaps, methods.contains(token.text) else { return nil }
    if index + 2 < sentence.tokens.endIndex, sentence.tokens[index + 1].text == "/",
      !methods.contains(sentence.tokens[index + 2].text)
    {
      return sentence.span(of: index..<sentence.tokens.endIndex)
    }
    let path = sentence.tokens.indices.first {
      sentence.tokens[$0].kind == .code && bytes[sentence.tokens[$0].range.lowerBound] == 0x2F
    }
    return path.map { sentence.span(of: min(index, $0)..<max(index, $0) + 1) }
  }

  private static let making: WordSet = [
    "add", "adds", "create", "creates", "new", "implement", "implements", "expose", "exposes",
    "register", "offer", "offers", "endpoint", "endpoints", "route", "routes", "handler", "answers",
    "accepts", "accept", "responds", "serves", "provide", "provides", "introduce", "build", "201",
    "202", "204",
  ]
  private static let servers = ByteSearch([
    "route", "api/", "controller", "handler", "views", "server", "endpoint",
  ])

  private static let doing: WordSet = [
    "takes", "stores", "saves", "sets", "removes", "deletes", "ends", "marks", "starts", "stops",
    "triggers", "writes", "begins", "cancels", "moves", "sends",
  ]
  private static let presently: WordSet = ["today", "currently", "already", "existing", "still"]

  /// “`POST /refunds` takes the amount”: what it is to do is said here.
  private static func tellsWhatItDoes(_ sentence: Sentence) -> Bool {
    guard let call = sentence.tokens.prefix(8).firstIndex(where: { $0.kind == .code }) else {
      return false
    }
    return sentence.tokens[(call + 1)...].prefix(1).contains { doing.contains($0.text) }
      && !sentence.has(presently)
  }

  /// The sentence makes it, or names a file that serves requests.
  private static func isMade(_ sentence: Sentence, _ reading: PlanReading) -> Bool {
    if sentence.has(making) || tellsWhatItDoes(sentence) { return true }
    guard let unit = reading.unit(holding: sentence.span) else { return false }
    return reading.units[unit].paths.contains {
      servers.occurs(in: reading.plan.references[$0].text.utf8)
    }
  }
}
