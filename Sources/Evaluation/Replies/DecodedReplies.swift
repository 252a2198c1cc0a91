package import CheckModel
import ModelReviewers
import Reviewing

extension ReplyFolder {
  /// The reviewer that gave the replies, each decoded as an answer file is: codes checked, quotes looked up.
  ///
  /// - Parameter secret: what nonces are made with where the folder does not say it.
  /// - Throws: for a judgement that no finding fits. A reply that is no valid review is a failure of its opinion.
  package func reviewer(
    corpus: Corpus, rubric: Rubric, secret other: [UInt8]
  ) async throws -> MeasuredReviewer {
    var opinions: [Opinion] = []
    for subject in corpus.cases {
      let own = answers.filter { $0.subject == subject.name }
      let versions = [nil] + Set(own.compactMap(\.version)).sorted { $0.name < $1.name }
      for version in versions {
        let answers = own.filter { $0.version == version }
        guard let plan = version.map({ $0.plan(of: subject) }) ?? subject.plan else {
          throw CorpusError(answers.first?.path ?? name, "the plan has no place for such a version")
        }
        for seat in Seat.allCases {
          let answers = answers.filter { $0.seat == seat }
          guard !answers.isEmpty else { continue }
          opinions.append(try await opinion(answers, plan, rubric, secret ?? other))
        }
      }
    }
    return MeasuredReviewer(name: name, opinions: opinions)
  }

  /// What replies of one seat say about one plan.
  private func opinion(
    _ answers: [StoredAnswer], _ plan: Plan, _ rubric: Rubric, _ secret: [UInt8]
  ) async throws -> Opinion {
    var reviews: [Review] = []
    var judgements: [[Int: Judgements.Judgement]] = []
    var failures: [String] = []
    for answer in answers {
      do throws(ReviewFailure) {
        let review = try await answer.review(of: plan, rubric, secret: secret)
        reviews.append(review)
      } catch {
        failures.append(error.message)
        continue
      }
      let said = answer.version == nil ? self.judgements[answer.subject] : nil
      judgements.append(
        try said?.judgements(of: answer.fileName, reviews[reviews.count - 1].findings) ?? [:])
    }
    return Opinion(
      subject: answers[0].subject, version: answers[0].version, lens: answers[0].seat.usualLens,
      reviews: reviews, judgements: judgements, failures: failures)
  }
}

extension StoredAnswer {
  /// What the answer says about the plan, decoded as an answer file is.
  ///
  /// - Throws: as `AnswerFileReviewer`.
  func review(
    of plan: Plan, _ rubric: Rubric, secret: [UInt8]
  ) async throws(ReviewFailure) -> Review {
    let request = ReviewRequest(
      plan: plan, rubric: rubric, seat: seat, lens: seat.usualLens, deadline: .now)
    return try await AnswerFileReviewer(path: path, bytes: bytes, secret: secret).review(request)
  }
}
