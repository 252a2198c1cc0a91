package import CheckModel
package import Files

/// Reviewers, alone and on the seats together, measured on the plans of a corpus.
package struct ReviewerStudy: Sendable {
  /// A version of a plan that means the same, beside the plan.
  package struct VersionPair: Sendable {
    package let reviewer: String
    package let lens: Lens
    package let version: PlanVersion
    package let plan: JudgedReview
    package let other: JudgedReview
  }

  /// Each reviewer through each lens that it was asked through; the rules first.
  package let lenses: [LensMeasurement]
  /// Every reviewer of the one lens beside every reviewer of the other.
  package let panels: [JudgedPanel]
  package let versions: [VersionPair]
  /// One sentence for each answer that was no valid review.
  package let failures: [String]

  /// Judges everything that the reviewers said about the plans of the corpus; the rules are measured beside them.
  package init(_ corpus: Corpus, reviewers: [MeasuredReviewer], judge: PanelJudge) async {
    let desk = StudyDesk(reviewers: reviewers, judge: judge)
    var studied = [StudiedCase?](repeating: nil, count: corpus.cases.count)
    await withTaskGroup(of: (Int, StudiedCase).self) { group in
      var waiting = corpus.cases.enumerated().makeIterator()
      func startNext() {
        guard let (index, subject) = waiting.next() else { return }
        group.addTask { (index, await desk.study(subject)) }
      }
      for _ in 0..<4 { startNext() }
      for await (index, result) in group {
        studied[index] = result
        startNext()
      }
    }
    let cases = studied.compactMap { $0 }
    let names = [StudyDesk.rules] + reviewers.map(\.name)
    lenses = names.flatMap { name in
      Lens.allCases.compactMap { lens in
        Self.measurement(name, lens, cases, reviewers.first { $0.name == name })
      }
    }
    panels = names.flatMap { planner in
      names.compactMap { executor in
        let own = cases.compactMap {
          $0.panels[StudyDesk.Pair(planner: planner, executor: executor)]
        }
        let rules = [planner, executor].count { $0 == StudyDesk.rules }
        return own.isEmpty
          ? nil : JudgedPanel(planner: planner, executor: executor, rules: rules, cases: own)
      }
    }
    versions = cases.flatMap(\.versions)
    failures = reviewers.flatMap(\.opinions).flatMap(\.failures)
  }

  /// The reviewer whose replies lie in the folder `replies` of a corpus, measured on these of its plans; nil
  /// without that folder.
  ///
  /// - Throws: as `ReplyFolder.read`, and for a folder that does not say what its nonces were made with.
  package static func stored(in folder: FilePath, of corpus: Corpus) async throws -> ReviewerStudy?
  {
    let replies = folder.appending("replies".utf8)
    guard replies.isFolder else { return nil }
    let judge = try PanelJudge(tool: ToolIdentity(name: "speccheck", version: ""))
    let read = try ReplyFolder.read(replies, corpus: corpus)
    guard let secret = read.secret else {
      throw CorpusError(replies.text, "the file 'nonce-secret' is missing")
    }
    let reviewer = try await read.reviewer(corpus: corpus, rubric: judge.rubric, secret: secret)
    return await ReviewerStudy(corpus, reviewers: [reviewer], judge: judge)
  }

  /// Nil for a reviewer that was not asked through the lens.
  private static func measurement(
    _ name: String, _ lens: Lens, _ cases: [StudiedCase], _ reviewer: MeasuredReviewer?
  ) -> LensMeasurement? {
    let reviews = cases.compactMap { $0.reviews[StudyDesk.Seat(reviewer: name, lens: lens)] }
      .filter { !$0.isEmpty }
    let opinions = reviewer?.opinions.filter { $0.lens == lens } ?? []
    guard !reviews.isEmpty || !opinions.isEmpty else { return nil }
    let times = opinions.compactMap(\.milliseconds)
    return LensMeasurement(
      reviewer: name, lens: lens, isRules: name == StudyDesk.rules, reviews: reviews.map { $0[0] },
      repeats: reviews.filter { $0.count > 1 },
      failures: opinions.reduce(0) { $0 + $1.failures.count },
      seconds: times.isEmpty ? nil : times.reduce(0, +) / Double(times.count) / 1_000,
      usage: opinions.flatMap(\.reviews).compactMap(\.usage))
  }
}
