package import CheckModel

/// Who is asked to hold a seat, as `--reviewer` names it.
package enum ReviewerSpec: Sendable, Hashable {
  /// The built-in rules, with their lens.
  case rules(Lens)
  /// A reply that was obtained elsewhere: the path of its file.
  case answer(file: String)
  /// A model behind an HTTP API.
  case model(ModelSpec)
  /// A command-line agent; without a model it takes its own.
  case agent(ReviewerIdentity.Kind, model: String?)
  /// A program: its name and arguments in one text, as they are written.
  case command(String)
  /// A reviewer of the user's config, by its name there.
  case named(String)

  /// A model and the API that reaches it.
  package struct ModelSpec: Sendable, Hashable {
    package var kind: ReviewerIdentity.Kind
    package var model: String
    /// Declared with `@FAMILY`, where the wire may not tell it.
    package var family: String?

    package init(kind: ReviewerIdentity.Kind, model: String, family: String? = nil) {
      self.kind = kind
      self.model = model
      self.family = family
    }
  }

  /// Reads one of the forms of `available`, or the name of a reviewer in the config.
  package static func parse(_ text: String) throws(UsageError) -> ReviewerSpec {
    for lens in Lens.allCases where text == "rules/\(lens.rawValue)" {
      return .rules(lens)
    }
    if let file = text.afterPrefix("answer:") {
      guard !file.isEmpty else {
        throw UsageError("reviewer 'answer:' needs a file", suggestion: "answer:FILE")
      }
      return .answer(file: file)
    }
    if let command = text.afterPrefix("command:") {
      guard CommandWords.split(command) != nil else {
        throw UsageError(
          "reviewer '\(text)' needs a program, with every quotation closed",
          suggestion: "command:PROGRAM ARG...")
      }
      return .command(command)
    }
    for kind in agents {
      if text == kind.rawValue { return .agent(kind, model: nil) }
      guard let model = text.afterPrefix("\(kind.rawValue)/") else { continue }
      return .agent(kind, model: try ModelSpec(kind, model).model)
    }
    for kind in providers {
      guard let model = text.afterPrefix("\(kind.rawValue)/") else { continue }
      return .model(try ModelSpec(kind, model))
    }
    if isName(text) { return .named(text) }
    throw unknown(text)
  }

  /// The error for a reviewer that is neither a form nor a name, with the form that was probably meant.
  package static func unknown(_ text: String) -> UsageError {
    UsageError("unknown reviewer '\(text)'", suggestion: nearest(to: text))
  }

  /// The form that `parse` reads.
  package var spelling: String {
    switch self {
    case .rules(let lens): "rules/\(lens.rawValue)"
    case .answer(let file): "answer:\(file)"
    case .agent(let kind, let model): kind.rawValue + (model.map { "/\($0)" } ?? "")
    case .command(let text): "command:\(text)"
    case .model(let spec):
      "\(spec.kind.rawValue)/\(spec.model)\(spec.family.map { "@\($0)" } ?? "")"
    case .named(let name): name
    }
  }

  /// Whether a text can be the name of a reviewer or a panel: a letter, then letters, digits, `-` and
  /// `_`, and none of the words that the other forms begin with.
  package static func isName(_ text: String) -> Bool {
    let reserved = (providers + agents).map(\.rawValue) + ["rules", "answer", "command"]
    guard let first = text.utf8.first, first.isLetter, !reserved.contains(text) else {
      return false
    }
    return text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }
  }

  /// What a shell can offer.
  static let completions =
    ["rules/planner", "rules/executor", "answer:", "command:"] + agents.map(\.rawValue)
    + providers.map { "\($0.rawValue)/" }

  /// How the available forms are written.
  package static let available =
    ["rules/planner", "rules/executor"]
    + providers.map { $0 == .chat ? "chat/MODEL[@FAMILY]" : "\($0.rawValue)/MODEL" }
    + agents.map { "\($0.rawValue)[/MODEL]" }
    + ["command:PROGRAM ARG...", "answer:FILE", "a name of the config"]

  private static let providers: [ReviewerIdentity.Kind] = [
    .anthropic, .openai, .chat, .openrouter, .gemini, .ollama,
  ]
  private static let agents: [ReviewerIdentity.Kind] = [.claudeCLI, .codexCLI]

  private static func nearest(to text: String) -> String? {
    if text.hasSuffix(".json") { return "answer:\(text.afterPrefix("answer/") ?? text)" }
    if let near = DidYouMean.nearest(to: text, among: Array(available.prefix(2))) { return near }
    let head = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let tail = text.dropFirst(head.count)
    let names = providers.map(\.rawValue)
    if names.contains(text) { return "\(text)/MODEL" }
    guard
      let near = DidYouMean.nearest(
        to: String(head), among: names + agents.map(\.rawValue) + ["rules"])
    else { return nil }
    if near == "rules" { return available[0] }
    return near + tail
  }
}

extension ReviewerSpec.ModelSpec {
  /// Reads `MODEL`, or `MODEL@FAMILY` for a server whose answers may not tell the family.
  fileprivate init(_ kind: ReviewerIdentity.Kind, _ text: String) throws(UsageError) {
    let head = kind.rawValue
    guard !text.isEmpty, text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else {
      throw UsageError(
        "reviewer '\(head)/\(text)' needs the id of a model", suggestion: "\(head)/MODEL")
    }
    self.init(kind: kind, model: text)
    guard kind == .chat, let at = text.lastIndex(of: "@") else { return }
    let family = text[text.index(after: at)...]
    guard at > text.startIndex, !family.isEmpty,
      family.utf8.allSatisfy({ $0.isLetter || $0.isDigit || "-._".utf8.contains($0) }),
      family == family.lowercased()
    else {
      throw UsageError(
        "the family in '\(head)/\(text)' needs lowercase letters and digits",
        suggestion: "chat/MODEL@FAMILY")
    }
    self.init(kind: kind, model: String(text[..<at]), family: String(family))
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension String {
  fileprivate func afterPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
