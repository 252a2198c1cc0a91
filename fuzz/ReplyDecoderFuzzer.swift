import CheckModel
import ModelReviewers
import PlanParsing

/// Called by libFuzzer for each input: a reply and, behind a record separator, the plan that it is about.
///
/// `@NONCE@` and `@TAIL@` in the reply stand for the codes of this very plan, which no mutation would hit.
@_cdecl("LLVMFuzzerTestOneInput")
func decodeOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let separator = bytes.firstIndex(of: 0x1E) ?? bytes.count
  let planBytes = separator < bytes.count ? Array(bytes[(separator + 1)...]) : usualPlan
  let plan = PlanParser.parse(PlanInput(path: "plan.md", bytes: planBytes))
  let lens = Lens.planner
  let nonce = PromptNonce(plan: plan, rubric: rubric, lens: lens, secret: secret)
  let reply = filled(bytes[..<separator], nonce.description, ReplyEcho.digestTail(of: plan))

  checkPrompt(Prompt(plan: plan, rubric: rubric, lens: lens, secret: secret), plan, nonce)
  let decoder = ReplyDecoder(
    plan: plan, rubric: rubric, lens: lens, secret: secret, name: "reply.json")
  let decoded = Result { () throws(ReviewFailure) in try decoder.decode(reply) }
  let again = Result { () throws(ReviewFailure) in try decoder.decode(reply) }
  promise(decoded == again, "the same bytes decode to the same reply or failure")
  switch decoded {
  case .success(let reply): check(reply, plan, lens)
  case .failure(let failure):
    promise(failure.message.hasPrefix("reply.json:"), "a failure names the reply")
    promise(!failure.message.hasSuffix(": "), "and says what is wrong")
  }
  return 0
}

private let secret = [UInt8](repeating: 7, count: 32)

private let usualPlan = Array(
  "# Plan\n\n**Goal:** trim blanks.\n\n- [ ] Change `src/tidy.c`.\n- [ ] Run `make check`.\n".utf8)

/// A small rubric: a reply to it is short enough for mutations to keep it whole.
private let rubric = Rubric(
  name: "small", sha256: String(repeating: "ab", count: 32),
  criteria: ["goal", "checks"].map { id in
    Criterion(
      id: id, title: id, summary: id, weight: 50, highTierWeight: 50, lensFactors: [:],
      gate: .never, anchors: [],
      questions: [Question(id: "\(id).1", criterion: id, text: id, oftenNotApplicable: false)])
  })

private func filled(_ reply: ArraySlice<UInt8>, _ nonce: String, _ tail: String) -> [UInt8] {
  var filled: [UInt8] = []
  var index = reply.startIndex
  while index < reply.endIndex {
    if reply[index...].starts(with: "@NONCE@".utf8) {
      filled += Array(nonce.utf8)
      index += 7
    } else if reply[index...].starts(with: "@TAIL@".utf8) {
      filled += Array(tail.utf8)
      index += 6
    } else {
      filled.append(reply[index])
      index += 1
    }
  }
  return filled
}

/// The plan stands between its two marks, each of its lines behind a number, with nothing that moves the
/// cursor or breaks a line.
private func checkPrompt(_ prompt: Prompt, _ plan: Plan, _ nonce: PromptNonce) {
  let controls = prompt.user.unicodeScalars.contains {
    ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x7F...0x9F).contains($0.value)
      || $0.value == 0x2028 || $0.value == 0x2029
  }
  promise(!controls, "a prompt holds no control characters")
  let lines = prompt.user.split(separator: "\n", omittingEmptySubsequences: false)
  promise(lines.filter { $0.hasPrefix("===") }.count == 2, "no line of a plan looks like a mark")
  promise(lines.last == "=== plan \(nonce) ends ===", "the plan ends with its mark")
  let shown = lines.count { $0.drop { $0 == " " }.drop(while: \.isNumber).hasPrefix("| ") }
  promise(shown == plan.files[0].source.lineCount, "a prompt shows every line of the plan")
}

private func check(_ reply: Reply, _ plan: Plan, _ lens: Lens) {
  let review = reply.review(
    of: plan, seat: .a, lens: lens,
    reviewer: ReviewerIdentity(name: "reply.json", kind: .answer), model: ModelIdentity())
  let places = PlanPromises(plan)
  promise(
    review.answers.map(\.question) == rubric.questions.map(\.id), "each question is answered once")
  for answer in review.answers {
    if let span = answer.span { places.check(span) }
    let isFound = answer.evidence == .verified || answer.evidence == .drifted
    promise(answer.answer != .yes || isFound, "a yes stands on a quote that is in the plan")
    promise(!isFound || answer.span != nil, "a quote that was found has a place")
  }
  for finding in review.findings {
    if let span = finding.span { places.check(span) }
    promise(!finding.title.contains(where: \.isNewline), "a title is one line")
  }
  promise(
    review.quotes.notFound >= 0 && review.quotes.notFound <= review.quotes.total,
    "no more quotes are missing than there are")
}
