import CheckModel

/// Ten criteria of four questions; only those that the samples' answers show have words of their own.
enum SampleRubric {
  static let rubric = Rubric(
    name: "default", sha256: SamplePlan.digest(2),
    criteria: weights.map { id, weight, gate in
      Criterion(
        id: id, title: id, summary: "What \(id) looks at.", weight: weight,
        highTierWeight: weight, lensFactors: [:], gate: gate,
        anchors: ["none", "little", "half", "most", "all"],
        questions: (1...4).map { number in
          Question(
            id: "\(id).\(number)", criterion: id,
            text: words["\(id).\(number)"] ?? "Is point \(number) of \(id) settled?",
            oftenNotApplicable: false)
        })
    })

  private static let weights: [(String, Double, Criterion.Gate)] = [
    ("intent", 8, .never), ("clarity", 10, .never), ("coverage", 12, .always),
    ("grounding", 13, .always), ("decomposition", 9, .never), ("contracts", 11, .never),
    ("verification", 14, .always), ("consistency", 8, .never), ("reversibility", 6, .highTier),
    ("selfcontained", 9, .always),
  ]

  private static let words = [
    "verification.1": "Has every requirement a check that passes or fails?",
    "verification.2": "Are exact commands given, with the output or status they should have?",
    "verification.3": "Are the tests named by file, case or behavior?",
    "reversibility.1": "Is there a way back for every step that changes state?",
    "grounding.2": "Do the named paths, symbols and commands exist?",
    "coverage.1": "Are error, empty and limit cases stated for each new input?",
  ]
}
