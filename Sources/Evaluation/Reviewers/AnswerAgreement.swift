package import CheckModel

/// How far two reviewers give the same answers to the same questions.
package struct AnswerAgreement: Sendable, Hashable {
  /// How often the first gave one answer and the second another.
  private var counts: [QuestionAnswer.Answer: [QuestionAnswer.Answer: Int]] = [:]

  /// Pairs of reviews of the same plan; a question that one of them does not judge at all is left out.
  package init(_ pairs: [(Review, Review)]) {
    for (first, second) in pairs {
      let others = Dictionary(
        second.answers.map { ($0.question, $0.answer) }, uniquingKeysWith: { first, _ in first })
      for answer in first.answers {
        guard let other = others[answer.question], answer.answer != .notJudged,
          other != .notJudged
        else { continue }
        counts[answer.answer, default: [:]][other, default: 0] += 1
      }
    }
  }

  /// Questions with the same answer, of all that both judged.
  package var equal: Proportion {
    let words = QuestionAnswer.Answer.allCases
    return Proportion(words.reduce(0) { $0 + count($1, $1) }, of: total(words))
  }

  /// Gwet's AC1 over the five answers, at most 1; nil without answers (K. L. Gwet, "Computing inter-rater
  /// reliability and its variance in the presence of high agreement", BJMSP 61, 2008).
  package var ac1: Double? {
    coefficient(QuestionAnswer.Answer.allCases.filter { $0 != .notJudged }) { $0 == $1 ? 1 : 0 }
  }

  /// Gwet's AC2 with linear weights over yes, partly and no, of the questions to which both gave one of these.
  package var ac2: Double? {
    let scale: [QuestionAnswer.Answer] = [.no, .partly, .yes]
    return coefficient(scale) { left, right in
      guard let low = scale.firstIndex(of: left), let high = scale.firstIndex(of: right) else {
        return 0
      }
      return 1 - Double(abs(low - high)) / 2
    }
  }

  private func count(_ first: QuestionAnswer.Answer, _ second: QuestionAnswer.Answer) -> Int {
    counts[first]?[second] ?? 0
  }

  private func total(_ words: [QuestionAnswer.Answer]) -> Int {
    words.reduce(0) { sum, word in sum + words.reduce(0) { $0 + count(word, $1) } }
  }

  /// (pa − pe) / (1 − pe) with pe = T / (q (q − 1)) · Σ π (1 − π), T the sum of all weights.
  private func coefficient(
    _ words: [QuestionAnswer.Answer],
    weight: (QuestionAnswer.Answer, QuestionAnswer.Answer) -> Double
  ) -> Double? {
    let all = Double(total(words))
    guard all > 0 else { return nil }
    var (agreed, weights, spread) = (0.0, 0.0, 0.0)
    for word in words {
      var marginal = 0
      for other in words {
        agreed += weight(word, other) * Double(count(word, other)) / all
        weights += weight(word, other)
        marginal += count(word, other) + count(other, word)
      }
      let share = Double(marginal) / (2 * all)
      spread += share * (1 - share)
    }
    let chance = weights / Double(words.count * (words.count - 1)) * spread
    return chance < 1 ? (agreed - chance) / (1 - chance) : nil
  }
}
