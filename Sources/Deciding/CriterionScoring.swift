import CheckModel

/// What the answers to one criterion's questions come to.
struct CriterionTally: Sendable, Hashable {
  /// 1 for each yes, ½ for each partly.
  var points = 0.0
  /// Questions answered yes, partly or no.
  var answered = 0
  /// Questions that count as judged: answered, or marked † and not applicable.
  var judged = 0
  /// Questions that were set aside and could have gone either way.
  var open = 0

  /// 0–100; nil when no question was answered.
  var score: Double? { answered == 0 ? nil : 100 * points / Double(answered) }

  /// The lowest score that a yes, partly or no in place of the open questions could leave.
  var low: Double {
    answered + open == 0 ? 0 : 100 * points / Double(answered + open)
  }

  /// The highest score that a partly or no in place of any of the open questions could leave.
  var high: Double {
    let asPartly = answered + open == 0 ? 0 : (points + Double(open) / 2) / Double(answered + open)
    return max(score ?? 0, 100 * asPartly)
  }
}

/// How one seat's answers are counted in one tier.
struct AnswerCounting {
  private let tier: RiskTier
  private let isRules: Bool
  private let own: [String: QuestionAnswer.Answer]
  private let others: [String: QuestionAnswer.Answer]

  /// - Parameter other: the other seat's review. A marked question that both seats call not
  ///   applicable is closed; every other answer that is not yes, partly or no stays open.
  init(_ review: Review, beside other: Review?, tier: RiskTier) {
    self.tier = tier
    isRules = review.reviewer.isRules
    own = Self.byQuestion(review.answers)
    others = Self.byQuestion(other?.answers ?? [])
  }

  private static func byQuestion(_ answers: [QuestionAnswer]) -> [String: QuestionAnswer.Answer] {
    Dictionary(answers.map { ($0.question, $0.answer) }, uniquingKeysWith: { first, _ in first })
  }

  /// Counts the answers to one criterion's questions.
  func tally(_ criterion: Criterion) -> CriterionTally {
    var tally = CriterionTally()
    for question in criterion.questions {
      let answer = counted(own[question.id] ?? .cannotTell, to: question)
      switch answer {
      case .yes, .partly, .no:
        tally.points += answer == .yes ? 1 : answer == .partly ? 0.5 : 0
        tally.answered += 1
        tally.judged += 1
      case .notApplicable:
        tally.judged += question.oftenNotApplicable ? 1 : 0
        let agreed = others[question.id].map { counted($0, to: question) } == .notApplicable
        if !(question.oftenNotApplicable && agreed) { tally.open += 1 }
      case .cannotTell: tally.open += 1
      case .notJudged: tally.open += isRules ? 0 : 1
      }
    }
    return tally
  }

  /// In the high tier nobody may call a question about the way back not applicable.
  private func counted(
    _ answer: QuestionAnswer.Answer, to question: Question
  ) -> QuestionAnswer.Answer {
    let mustBeAnswered = tier == .high && question.criterion == TierFloor.reversibility
    return answer == .notApplicable && mustBeAnswered ? .cannotTell : answer
  }
}

/// The criteria that must be strong where much can go wrong.
enum TierFloor {
  static let reversibility = "reversibility"
  static let criteria = [reversibility, "verification", "grounding"]
  /// Points of 100 that each of them needs from every reviewer.
  static let points = 75.0
}

/// What a rule reviewer's findings take off its answers.
enum RulePenalty {
  /// The share of a criterion's score that its findings cost, 0…1.
  ///
  /// The k-th finding of one rule, most severe first, costs 1/k of its severity's share, so that one
  /// habit of the author does not count as many mistakes.
  static func share(of findings: [Finding]) -> Double {
    var byRule: [String: [Double]] = [:]
    for finding in findings where finding.counts {
      byRule[finding.rule ?? "", default: []].append(cost(finding.severity))
    }
    var sum = 0.0
    for rule in byRule.keys.sorted() {
      for (index, cost) in (byRule[rule] ?? []).sorted(by: >).enumerated() {
        sum += cost / Double(index + 1)
      }
    }
    return min(1, sum)
  }

  /// What is left of every criterion's score, 0…1: each rule with an open finding takes a share of the whole, since
  /// many different faults say more about a plan than the same number of one kind.
  ///
  /// The shares are fitted on labelled plans, for the order in which the points put them.
  static func dose(of findings: [Finding]) -> Double {
    var worst: [String: Severity] = [:]
    for finding in findings where finding.counts && finding.criterion != nil {
      let rule = finding.rule ?? ""
      worst[rule] = max(worst[rule] ?? .info, finding.severity)
    }
    return worst.keys.sorted().reduce(1) { left, rule in
      switch worst[rule] ?? .info {
      case .info: left
      case .minor: left * 0.97
      case .major, .blocker: left * 0.9
      }
    }
  }

  private static func cost(_ severity: Severity) -> Double {
    switch severity {
    case .info: 0
    case .minor: 0.05
    case .major: 0.2
    case .blocker: 0.5
    }
  }
}
