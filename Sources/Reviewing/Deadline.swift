import CheckModel

/// Runs one reviewer against the clock.
enum Deadline {
  /// How much longer somebody is listened to who keeps to the deadline, and knows what it was spent on.
  static let grace = Duration.milliseconds(300)

  /// The reviewer's outcome, or `timeout-total` when it takes longer; its task is then cancelled.
  ///
  /// Nobody waits for a task that was cancelled: it may be in the middle of something that takes long, and
  /// whatever it still brings is not listened to. A task group would wait.
  static func run(
    _ reviewer: any Reviewer, _ request: ReviewRequest, within timeout: Duration
  ) async -> SeatOutcome {
    guard !Task.isCancelled else { return cancelled }
    let (outcomes, first) = AsyncStream.makeStream(
      of: SeatOutcome.self, bufferingPolicy: .bufferingOldest(1))
    let review = Task {
      do throws(ReviewFailure) {
        first.yield(try checked(await reviewer.review(request), request))
      } catch {
        first.yield(.failed(error))
      }
    }
    let alarm = Task {
      // a cancelled wait means that the review came first
      guard (try? await Task.sleep(for: timeout + grace)) != nil else { return }
      first.yield(
        .failed(
          ReviewFailure(
            .timeoutTotal,
            message:
              "\(reviewer.identity.name): no review after \(timeout); raise --timeout to wait longer",
            retryable: true)))
    }
    defer {
      review.cancel()
      alarm.cancel()
    }
    for await outcome in outcomes { return outcome }
    return cancelled
  }

  private static let cancelled = SeatOutcome.failed(
    ReviewFailure(.cancelled, message: "the review was cancelled"))

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
