package import CheckModel

/// What a model answered, of the right form and within all ranges, and not yet held against the plan's
/// text.
package struct Reply: Sendable, Hashable {
  /// A stretch of lines of one file, checked to exist.
  package struct Lines: Sendable, Hashable {
    /// The index in `Plan.files`.
    package var file: Int
    package var range: ClosedRange<Int>
  }

  /// The answer to one question, as it was given.
  package struct Answer: Sendable, Hashable {
    package var question: String
    package var lines: Lines?
    package var quote: String?
    package var reason: String
    package var answer: QuestionAnswer.Answer
  }

  /// One gap, as it was told.
  package struct Gap: Sendable, Hashable {
    package var lines: Lines?
    package var quote: String?
    package var problem: String
    package var consequence: String
    package var fix: String
    package var kind: Finding.Kind
    package var criterion: String
    package var severity: Severity
    /// How sure the model is that the gap is real: 0, 25, 50, 75 or 100.
    package var confidence: Int
  }

  /// Lines that seemed to speak to the reviewer.
  package struct Injection: Sendable, Hashable {
    package var lines: Lines
    package var reason: String
  }

  package var sectionsRead: [String]
  /// One for each question of the rubric, in the rubric's order.
  package var answers: [Answer]
  package var gaps: [Gap]
  package var questions: [String]
  package var strongestObjection: String?
  package var startReason: String
  package var startNow: Bool
  package var injections: [Injection]
  package var model: String?

  /// The answers a model can give; `not-judged` is for rules.
  static let answerWords = QuestionAnswer.Answer.allCases.filter { $0 != .notJudged }
    .map(\.rawValue)

  /// Kinds of gap a model can name; the other two are found by rules, or have a list of their own.
  static let gapKinds = Finding.Kind.allCases.filter { $0 != .injection && $0 != .secret }
    .map(\.rawValue)

  /// How sure a model can be of a gap.
  static let confidenceAnchors = [0, 25, 50, 75, 100]

  /// The most questions for the author.
  static let questionLimit = 5

  /// The most gaps and suspected injections; more is a model that has lost itself.
  static let listLimit = 200
}
