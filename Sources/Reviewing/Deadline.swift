import CheckModel

/// Runs one reviewer against the clock.
enum Deadline {
  /// The reviewer's outcome, or `timeout-total` when it takes longer; its task is then cancelled.
  static func run(
    _ reviewer: any Reviewer, _ request: ReviewRequest, within timeout: Duration
  ) async -> SeatOutcome {
    await withTaskGroup(of: SeatOutcome?.self) { group in
      group.addTask {
        do throws(ReviewFailure) {
          return try checked(await reviewer.review(request), request)
        } catch {
          return .failed(error)
        }
      }
      group.addTask {
        // a cancelled wait means that the review came first
        guard (try? await Task.sleep(for: timeout)) != nil else { return nil }
        return .failed(
          ReviewFailure(
            .timeoutTotal, message: "no review after \(timeout); raise --timeout to wait longer",
            retryable: true))
      }
      defer { group.cancelAll() }
      for await outcome in group {
        if let outcome { return outcome }
      }
      return .failed(ReviewFailure(.cancelled, message: "the review was cancelled"))
    }
  }

  /// A review for another seat or lens, or without one answer to each question, is no review.
  private static func checked(
    _ review: Review, _ request: ReviewRequest
  ) throws(ReviewFailure) -> SeatOutcome {
    guard review.seat == request.seat, review.lens == request.lens,
      review.answers.map(\.question) == request.rubric.questions.map(\.id)
    else {
      throw ReviewFailure(
        .schemaInvalid, message: "the review does not answer each question of the rubric once")
    }
    return .review(review)
  }
}
