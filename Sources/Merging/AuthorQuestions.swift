import CheckModel

/// What the plan's author should answer before anything else.
enum AuthorQuestions {
  /// At most five questions, from the first findings of at least major severity.
  static func from(_ findings: [MergedFinding], in plan: Plan) -> [String] {
    let askable = findings.filter {
      $0.stands && $0.finding.severity >= .major && !isForTheGate($0.finding.kind)
    }
    return askable.prefix(5).map { merged in
      let finding = merged.finding
      let place = finding.span.flatMap { span in
        plan.files.indices.contains(span.file) ? ", line \(plan.lines(of: span).lowerBound)" : nil
      }
      let problem = finding.problem.isEmpty ? finding.title : finding.problem
      return "\(merged.id)\(place ?? ""): \(sentence(problem)) \(question(finding.kind))"
    }
  }

  /// Not the author's to answer.
  private static func isForTheGate(_ kind: Finding.Kind) -> Bool {
    kind == .injection || kind == .secret
  }

  private static func sentence(_ text: String) -> String {
    guard let last = text.last, !".?!".contains(last) else { return text }
    return text + "."
  }

  private static func question(_ kind: Finding.Kind) -> String {
    switch kind {
    case .missing: "What belongs there?"
    case .wrong: "What is right?"
    case .ambiguous: "Which reading is meant?"
    case .contradiction: "Which of the two holds?"
    case .risk: "What guards against it, or who accepts it?"
    case .scope: "Is it part of this work?"
    case .assumption: "Is it so, and how can that be checked?"
    case .preference, .injection, .secret: "Shall it stay?"
    }
  }
}
