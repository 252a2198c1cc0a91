import CheckModel
import Evaluation
import Files
import PlanParsing

/// Plans and labels that are written in a test.
enum Plans {
  static func subject(
    _ text: String, verdict: PlanLabels.Verdict = .notReady, gaps: [LabelledGap] = [],
    name: String = "example"
  ) -> CorpusCase {
    let folder = FilePath("corpus/drafts/\(name)")
    let plan = PlanParser.parse(
      PlanInput(path: "\(folder.text)/plan.md", bytes: Array(text.utf8)))
    return CorpusCase(
      name: name, folder: folder, isBase: verdict == .ready, isLocked: false,
      labels: PlanLabels(
        verdict: verdict, style: "prose", size: .small, language: "en", tier: .normal,
        hasRepository: false, topics: [.api], gaps: gaps),
      plan: plan)
  }

  static func gap(
    _ lines: ClosedRange<Int>, _ words: LabelledGap.Place.Words, criterion: String = "clarity",
    severity: Severity = .major, rule: String? = nil, also: [LabelledGap.Place] = []
  ) -> LabelledGap {
    LabelledGap(
      id: "g1", kind: .vague, severity: severity, criterion: criterion,
      place: .init(file: "plan.md", lines: lines, words: words), also: also,
      missing: "Nobody knows how much.", rule: rule)
  }

  static func finding(
    _ range: Range<Int>?, rule: String? = "some-rule", criterion: String? = "coverage",
    severity: Severity = .major
  ) -> Finding {
    Finding(
      title: "a finding", kind: .ambiguous, severity: severity, criterion: criterion, rule: rule,
      span: range.map { Span(file: 0, range: $0) }, evidence: .verified, problem: "p",
      consequence: "c", fix: "f")
  }
}

extension Plans {
  /// A model's review with one answer for each letter: yes, partly, no, not applicable, `?` cannot tell, `-` not
  /// judged.
  static func review(
    _ answers: String, _ findings: [Finding] = [], start: Bool? = nil, lens: Lens = .planner,
    quotes: QuoteCount = QuoteCount()
  ) -> Review {
    let words: [Character: QuestionAnswer.Answer] = [
      "y": .yes, "p": .partly, "n": .no, "a": .notApplicable, "?": .cannotTell, "-": .notJudged,
    ]
    return Review(
      seat: lens == .planner ? .a : .b, lens: lens,
      reviewer: ReviewerIdentity(name: "model", kind: .answer),
      answers: answers.enumerated().map { index, letter in
        QuestionAnswer(
          question: "q\(index)", answer: words[letter] ?? .cannotTell, reason: "a reason")
      },
      findings: findings, startNow: start.map { StartNow(answer: $0, reason: "a reason") },
      quotes: quotes)
  }

  /// A review of the default rubric in which every answer is the same.
  static func review(
    of rubric: Rubric, _ answer: QuestionAnswer.Answer, _ findings: [Finding] = [],
    start: Bool = false, lens: Lens
  ) -> Review {
    var review = review("", findings, start: start, lens: lens)
    review.answers = rubric.questions.map {
      QuestionAnswer(question: $0.id, answer: answer, reason: "a reason")
    }
    return review
  }
}
