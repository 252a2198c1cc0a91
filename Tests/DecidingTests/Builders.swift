import CheckModel
import Deciding

/// A rubric of ten criteria with the usual weights; lenses change nothing unless asked to.
func rubric(lensFactors: Bool = false) -> Rubric {
  let rows: [(String, Double, Double, [Lens: Double], Criterion.Gate, Set<Int>)] = [
    ("intent", 8, 8, [.planner: 1.5, .executor: 0.75], .never, []),
    ("clarity", 10, 8, [.planner: 1.5, .executor: 0.75], .never, []),
    ("coverage", 12, 12, [.planner: 1.5, .executor: 0.75], .always, [2]),
    ("grounding", 13, 12, [.planner: 1, .executor: 1.5], .always, []),
    ("decomposition", 9, 7, [.planner: 0.75, .executor: 1.5], .never, [4]),
    ("contracts", 11, 10, [:], .never, [4]),
    ("verification", 14, 14, [.planner: 1, .executor: 1.5], .always, []),
    ("consistency", 8, 7, [.planner: 1.5, .executor: 0.75], .never, []),
    ("reversibility", 6, 15, [.planner: 1.5, .executor: 0.75], .highTier, [1, 2, 3]),
    ("selfcontained", 9, 7, [.planner: 0.75, .executor: 1.5], .always, []),
  ]
  return Rubric(
    name: "test", sha256: "",
    criteria: rows.map { id, weight, high, factors, gate, marked in
      Criterion(
        id: id, title: id, summary: "", weight: weight, highTierWeight: high,
        lensFactors: lensFactors ? factors : [:], gate: gate, anchors: [],
        questions: (1...4).map {
          Question(
            id: "\(id).\($0)", criterion: id, text: "", oftenNotApplicable: marked.contains($0))
        })
    })
}

/// One answer to every question, all the same.
func answers(_ answer: QuestionAnswer.Answer) -> [QuestionAnswer] {
  rubric().questions.map { QuestionAnswer(question: $0.id, answer: answer, reason: "because") }
}

/// Answers whose plain mean rounds to the points, spread evenly over the criteria.
func answers(points: Int, tier: RiskTier = .normal) -> [QuestionAnswer] {
  let weights = rubric().criteria.map { Int(tier == .high ? $0.highTierWeight : $0.weight) }
  let floor = points * 8 / 100
  let rest = points * 8 - floor * 100
  // which criteria get one half point more: the subset of weights nearest to the rest
  let best = (0..<(1 << weights.count)).min { left, right in
    func miss(_ subset: Int) -> Int {
      abs(rest - weights.indices.reduce(0) { $0 + (subset >> $1 & 1) * weights[$1] })
    }
    return (miss(left), left) < (miss(right), right)
  }
  return rubric().criteria.enumerated().flatMap { index, criterion in
    let halves = min(8, floor + ((best ?? 0) >> index & 1))
    return criterion.questions.enumerated().map { number, question in
      let left = halves - 2 * number
      let answer: QuestionAnswer.Answer = left >= 2 ? .yes : left == 1 ? .partly : .no
      return QuestionAnswer(question: question.id, answer: answer, reason: "because")
    }
  }
}

extension [QuestionAnswer] {
  /// The same answers, except to some questions.
  func changing(
    _ questions: String..., to answer: QuestionAnswer.Answer
  ) -> [QuestionAnswer] {
    map { old in
      var new = old
      if questions.contains(where: { old.question.hasPrefix($0) }) { new.answer = answer }
      return new
    }
  }
}

/// A seat that answered.
func answered(
  _ seat: Seat, _ answers: [QuestionAnswer], family: String? = nil, rules: Bool = false,
  findings: [Finding] = [], start: Bool? = true, quotes: QuoteCount = QuoteCount()
) -> SeatResult {
  let identity = ReviewerIdentity(
    name: "reviewer \(seat.rawValue)", kind: rules ? .rules : .answer)
  let usual = seat == .a ? "red" : "blue"
  let review = Review(
    seat: seat, lens: seat.usualLens, reviewer: identity,
    model: rules ? ModelIdentity() : ModelIdentity(family: family ?? usual),
    answers: answers, findings: findings,
    startNow: rules
      ? nil : start.map { StartNow(answer: $0, reason: "reason of \(seat.rawValue)") },
    quotes: quotes)
  return SeatResult(
    seat: seat, lens: seat.usualLens, reviewer: identity, outcome: .review(review),
    milliseconds: 1)
}

func seat(_ seat: Seat, points: Int, tier: RiskTier = .normal, rules: Bool = false) -> SeatResult {
  answered(seat, answers(points: points, tier: tier), rules: rules)
}

func failed(_ seat: Seat, _ outcome: SeatOutcome? = nil) -> SeatResult {
  SeatResult(
    seat: seat, lens: seat.usualLens, reviewer: ReviewerIdentity(name: "gone", kind: .answer),
    outcome: outcome ?? .failed(ReviewFailure(.empty, message: "The reply was empty.")),
    milliseconds: 1)
}

func finding(
  _ severity: Severity, rule: String? = nil, class ruleClass: Finding.RuleClass? = nil,
  criterion: String? = "coverage", kind: Finding.Kind = .missing,
  evidence: Finding.Evidence = .verified, waiver: Waiver? = nil
) -> Finding {
  Finding(
    title: "no limit is given", kind: kind, severity: severity, criterion: criterion, rule: rule,
    ruleClass: ruleClass, quote: "the quote", evidence: evidence, problem: "No limit is given.",
    consequence: "The list grows without end.", fix: "Give the limit.", waiver: waiver)
}

/// A merged finding of its members; the first is the lead.
func merged(
  _ id: String, _ members: (MergedFinding.Finder, Finding)...,
  agreement: MergedFinding.Agreement? = nil,
  status: MergedFinding.Status = .open
) -> MergedFinding {
  let all = members.map { MergedFinding.Member(finder: $0.0, finding: $0.1) }
  var worst = all[0].finding
  worst.severity = all.map(\.finding.severity).max() ?? .info
  let finders = MergedFinding.Finder.allCases.filter { finder in
    all.contains { $0.finder == finder }
  }
  let both = finders.contains(.a) && finders.contains(.b)
  return MergedFinding(
    id: id, fingerprint: id, finding: worst, foundBy: finders,
    agreement: agreement ?? (both ? .both : .single), status: status, lead: all[0],
    members: Array(all.dropFirst()))
}

func merged(_ findings: [MergedFinding], a: Int = 0, b: Int = 0, matched: Int = 0, atMost: Int = 0)
  -> MergedFindings
{
  MergedFindings(
    findings: findings, countA: a, countB: b, matched: matched, matchedAtMost: atMost)
}

func input(
  _ a: SeatResult, _ b: SeatResult, tier: RiskTier = .normal, findings: [MergedFinding] = [],
  overrides: [Override.What] = [], noOverrides: Bool = false, problems: [ValidityProblem] = [],
  state: PlanState = .open, writtenBy: String? = nil, lensFactors: Bool = false
) -> DecisionInput {
  DecisionInput(
    planState: state, tier: tier, rubric: rubric(lensFactors: lensFactors),
    policy: .standard(for: tier), a: a, b: b, merged: merged(findings),
    overrides: overrides.map {
      Override(what: $0, by: "somebody", terminal: true, reason: "a reason")
    },
    noOverrides: noOverrides, problems: problems, writtenBy: writtenBy)
}
