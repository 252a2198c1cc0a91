package import CheckModel
package import ReplyStore
package import Reviewing

/// A model on a seat that pays for nothing twice: it answers from the store, asks for what is missing
/// there, and keeps what comes.
///
/// One run's reviews are a sitting. A run that wants more samples than are kept asks for the missing ones,
/// and asking afresh asks for all of them, as the next sitting: whoever has seen a review cannot outvote it
/// with samples that are asked for later. All reviews that are kept are returned, so that no run can choose
/// among them.
package struct KeepingReviewer: Reviewer {
  /// How many samples of one review are under way at once.
  static let atOnce = 3

  private let source: any ReplySource
  private let store: ReplyStore
  private let secret: [UInt8]
  private let samples: Int
  private let afresh: Bool

  package var identity: ReviewerIdentity { source.identity }

  /// - Parameters:
  ///   - secret: what nonces are made with.
  ///   - samples: how many reviews are wanted in all, at least 1.
  ///   - afresh: ask again although reviews are kept.
  package init(
    _ source: any ReplySource, store: ReplyStore, secret: [UInt8], samples: Int = 1,
    afresh: Bool = false
  ) {
    self.source = source
    self.store = store
    self.secret = secret
    self.samples = max(1, samples)
    self.afresh = afresh
  }

  /// Throws what the source throws, also when only one of several samples failed; the others are kept,
  /// so that the next run asks for that one alone.
  package func review(_ request: ReviewRequest) async throws(ReviewFailure) -> Review {
    try await review(request, beside: kept(for: request))
  }

  /// As above with what was looked up before: no more is asked for than was missing then.
  func review(
    _ request: ReviewRequest, beside kept: KeptReviews
  ) async throws(ReviewFailure) -> Review {
    if let review = kept.whole {
      request.progress.report(.stored)
      return review
    }
    let key = key(for: request)
    return try await store.whileAlone(key, until: request.deadline) {
      () async throws(ReviewFailure) in
      // another run may have asked while this one waited
      let now = self.kept(for: request)
      if let review = now.whole {
        request.progress.report(.stored)
        return review
      }
      // what was found is not lost with its file
      let known = now.reviews.count < kept.reviews.count ? kept : now
      let sitting = (known.reviews.last?.sitting ?? 0) + 1
      let new = try await ask(min(known.missing, kept.missing), in: sitting, key, request)
      guard let review = Self.together(known.reviews + new) else {
        throw ReviewFailure(.malformed, message: "\(identity.name): the reply cannot be read again")
      }
      return review
    }
  }

  /// What is kept of this text, else of the version of the plan that was reviewed last.
  package func recall(_ request: ReviewRequest) async -> Review? {
    if let review = Self.together(kept(for: request).reviews) { return review }
    guard let earlier = store.latest(for: key(for: request)) else { return nil }
    return earlier.replies.reversed().lazy.compactMap { reply in
      try? reply.review(
        ofEarlierVersion: earlier.planSHA256, for: request, by: identity, secret: secret)
    }.first
  }

  /// What is kept of this text now. Replies that can no longer be read are left out, as if they were not kept.
  package func kept(for request: ReviewRequest) -> KeptReviews {
    let reviews = store.replies(for: key(for: request)).compactMap { reply in
      var review = try? reply.review(for: request, by: identity, secret: secret)
      review?.fromLedger = true
      return review
    }
    return KeptReviews(
      reviews: reviews, missing: afresh ? samples : max(0, samples - reviews.count))
  }

  private func key(for request: ReviewRequest) -> ReplyKey {
    var instrument = source.settings(for: request.plan)
    instrument["rubric"] = request.rubric.sha256
    instrument["prompt"] = PromptVersion.current
    instrument["lens"] = request.lens.rawValue
    if let context = request.context { instrument["context"] = context.sha256 }
    if let facts = RepositoryFacts(request.plan).sha256 { instrument["repository"] = facts }
    return ReplyKey(plan: request.plan, instrument: instrument)
  }

  private func ask(
    _ count: Int, in sitting: Int, _ key: ReplyKey, _ request: ReviewRequest
  ) async throws(ReviewFailure) -> [Review] {
    let outcomes = await withTaskGroup(of: Result<Review, ReviewFailure>.self) { group in
      var outcomes: [Result<Review, ReviewFailure>] = []
      var started = 0
      func startNext() {
        guard started < count else { return }
        started += 1
        group.addTask { await askOnce(in: sitting, key, request, isAlone: count == 1) }
      }
      for _ in 0..<Self.atOnce { startNext() }
      for await outcome in group {
        outcomes.append(outcome)
        // after a failure the seat has failed, and more samples would only cost
        if case .success = outcome, !outcomes.contains(where: \.isFailure) { startNext() }
      }
      return outcomes
    }
    var reviews: [Review] = []
    for outcome in outcomes { reviews.append(try outcome.get()) }
    return reviews
  }

  private func askOnce(
    in sitting: Int, _ key: ReplyKey, _ request: ReviewRequest, isAlone: Bool
  ) async -> Result<Review, ReviewFailure> {
    do {
      let new = try await source.ask(request)
      // of several samples nobody knows here which is the last
      if isAlone { request.progress.report(.answered) }
      var reply = new.stored
      reply.sitting = sitting
      store.add(reply, for: key)
      return .success(reply.review(of: new.read, for: request, by: identity))
    } catch {
      return .failure(error)
    }
  }

  /// The newest review with all of them at its side; nil when there is none.
  fileprivate static func together(_ reviews: [Review]) -> Review? {
    guard var review = reviews.last else { return nil }
    if reviews.count > 1 { review.repeats = reviews }
    return review
  }
}

/// What is kept of one review, looked up once.
package struct KeptReviews: Sendable {
  /// In the order asked.
  let reviews: [Review]
  /// How many more are to be asked for.
  package let missing: Int

  /// The review, where nothing is missing.
  fileprivate var whole: Review? { missing == 0 ? KeepingReviewer.together(reviews) : nil }
}

extension Result {
  fileprivate var isFailure: Bool {
    if case .failure = self { true } else { false }
  }
}
