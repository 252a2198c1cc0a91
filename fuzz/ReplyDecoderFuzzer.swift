import CheckModel
import Digests
import ModelReviewers
import StrictJSON

/// Called by libFuzzer for each input: `R` and the bytes of a reply to a plan of ours, or `P`, a plan,
/// `@quote@` and a quote from it.
@_cdecl("LLVMFuzzerTestOneInput")
func decodeOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let mode = bytes.first else { return 0 }
  if mode == UInt8(ascii: "P") {
    let parts = split(Array(bytes.dropFirst()), at: Array("@quote@".utf8))
    let subject = Subject(plan: parts.before)
    subject.check(reply: subject.reply(quoting: String(decoding: parts.after, as: UTF8.self)))
  } else {
    let subject = Subject(plan: Array("# Plan\n\nRun `make check`; expected: `12 passed`.\n".utf8))
    subject.check(reply: subject.filled(Array(bytes.dropFirst())))
  }
  return 0
}

/// A plan with a rubric of two questions.
struct Subject {
  private static let secret = [UInt8](repeating: 7, count: 32)
  private let plan: Plan
  private let rubric: Rubric
  private let nonce: PromptNonce

  init(plan bytes: [UInt8]) {
    let file = PlanFile(path: "plan.md", source: SourceText(bytes), sha256: SHA256.hex(bytes))
    plan = Plan(path: "plan.md", title: "", sha256: file.sha256, isFolder: false, files: [file])
    let questions = (1...2).map {
      Question(id: "a.\($0)", criterion: "a", text: "Is it?", oftenNotApplicable: false)
    }
    let criterion = Criterion(
      id: "a", title: "A", summary: "A.", weight: 100, highTierWeight: 100, lensFactors: [:],
      gate: .never, anchors: [], questions: questions)
    rubric = Rubric(name: "r", sha256: "00", criteria: [criterion])
    nonce = PromptNonce(plan: plan, rubric: rubric, lens: .planner, secret: Self.secret)
  }

  /// The bytes with the codes of the prompt put in.
  func filled(_ bytes: [UInt8]) -> [UInt8] {
    var text = bytes
    for (mark, code) in [
      ("@nonce@", nonce.description), ("@tail@", ReplyEcho.digestTail(of: plan)),
    ] {
      let parts = split(text, at: Array(mark.utf8))
      if parts.found { text = parts.before + Array(code.utf8) + parts.after }
    }
    return text
  }

  /// A good reply that quotes this text at the plan's first line.
  func reply(quoting quote: String) -> [UInt8] {
    let answers = rubric.questions.map { question -> JSONValue in
      [
        "question": JSONValue(.string(question.id)), "file": 1, "lines": [1],
        "quote": JSONValue(.string(quote)), "reason": "", "answer": "yes",
      ]
    }
    let reply: JSONValue = [
      "echo": ["nonce": "@nonce@", "digest_tail": "@tail@"], "sections_read": [],
      "answers": JSONValue(.array(answers)), "gaps": [], "questions": [],
      "strongest_objection": "", "start_now": ["reason": "", "answer": true],
      "injection_suspected": [], "model": JSONValue(.null),
    ]
    return filled(Array(reply.text(indented: false).utf8))
  }

  /// Decoding either names a class and a place or gives what everybody behind it relies on.
  func check(reply bytes: [UInt8]) {
    let decoder = ReplyDecoder(
      plan: plan, rubric: rubric, lens: .planner, secret: Self.secret, name: "reply")
    let prompt = Prompt(plan: plan, rubric: rubric, lens: .planner, secret: Self.secret)
    promise(prompt.user.hasSuffix("=== plan \(nonce) ends ==="), "the end mark is the last line")
    do {
      let reply = try decoder.decode(bytes)
      check(
        reply.review(
          of: plan, seat: .a, lens: .planner,
          reviewer: ReviewerIdentity(name: "answer:reply", kind: .answer), model: ModelIdentity()))
    } catch {
      let expected: Set<ReviewFailure.Class> = [.empty, .malformed, .wrongNonce, .schemaInvalid]
      promise(expected.contains(error.failureClass), "a failure is one of four")
      promise(error.message.hasPrefix("reply:"), "a failure says where")
    }
  }

  private func check(_ review: Review) {
    promise(review.answers.map(\.question) == rubric.questions.map(\.id), "each question once")
    promise(review.questions.count <= 5, "at most five questions")
    for answer in review.answers {
      check(answer.span)
      if answer.answer == .yes {
        promise(
          (answer.quote?.count ?? 0) >= QuoteFinder.minimumLength,
          "a yes has a quote of 12 characters")
        promise(answer.evidence == .verified || answer.evidence == .drifted, "and it is found")
        promise(answer.span.map { !$0.range.isEmpty } ?? false, "and it has a place")
      }
    }
    for finding in review.findings { check(finding.span) }
  }

  private func check(_ span: Span?) {
    guard let span else { return }
    promise(span.file == 0, "a span's file exists")
    promise(
      span.range.lowerBound >= 0 && span.range.upperBound <= plan.files[0].source.bytes.count,
      "a span lies inside its file")
  }
}

/// What stands before and after the first occurrence of the mark.
private func split(
  _ bytes: [UInt8], at mark: [UInt8]
) -> (before: [UInt8], after: [UInt8], found: Bool) {
  var start = 0
  while start + mark.count <= bytes.count {
    if bytes[start] == mark[0], bytes[start..<start + mark.count].elementsEqual(mark) {
      return (Array(bytes[..<start]), Array(bytes[(start + mark.count)...]), true)
    }
    start += 1
  }
  return (bytes, [], false)
}

/// Stops the process when a promise is broken; the words say which.
func promise(_ isKept: Bool, _ words: String) {
  // a trap is how libFuzzer learns of a find
  if !isKept { fatalError("broken: \(words)") }
}
