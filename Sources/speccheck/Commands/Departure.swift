import CheckModel
import Configuration
import CheckPipeline
import CommandLine
import ModelReviewers
import Reporting
import Reviewing

/// One plan on its way to one reviewer.
struct Departure {
  let plan: String
  let seat: Seat
  let receiver: Receiver
  /// Why it cannot go.
  let missingKey: String?
  /// System and user text together, of one review.
  let promptBytes: Int
  /// How many reviews are asked for.
  let reviews: Int
  /// How many files of the project go along.
  let contextFiles: Int
  /// How many sentences about the repository go along.
  let facts: Int
  /// How many files of the repository it may read; nil for none.
  let copiedFiles: Int?

  /// The most that it can take, every attempt of every review counted; nil where nobody knows.
  var worstCase: Spending.Charge? {
    receiver.worstCase(promptBytes: promptBytes, reviews: reviews)
  }
}

/// Everything that a run would send, known before any of it is sent.
struct Departures {
  private var plans: [PlanDeparture]
  /// What leaves, with its size; empty before it is ``weighed(_:_:)``.
  private(set) var all: [Departure] = []
  /// Nobody shall be asked. Whether anything is kept of a plan, or of an earlier version, shows in the report.
  private let isForbidden: Bool

  /// Looks up what is kept, and leaves out what that answers.
  init(_ checks: [PlanCheck], options: Options) async {
    isForbidden = options.noSend
    plans =
      isForbidden
      ? checks.map(PlanDeparture.init(withoutAsking:))
      : await Self.sideBySide(checks) { PlanDeparture(of: $0) }
  }

  /// The same without the plans that the free checks decide, and with the size of what leaves.
  ///
  /// - Parameter secret: what nonces are made with.
  func weighed(_ secret: [UInt8], _ shelf: RepositoryShelf) async -> Departures {
    let weighed = await Self.sideBySide(plans) { plan in
      var plan = plan
      await plan.runChecks()
      return (plan, plan.weighed(secret, shelf))
    }
    var departures = self
    departures.plans = weighed.map(\.0)
    departures.all = weighed.flatMap(\.1)
    return departures
  }

  private static func sideBySide<Item: Sendable, Outcome: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (Item) async -> Outcome
  ) async -> [Outcome] {
    await withTaskGroup(of: (Int, Outcome).self) { group in
      for (index, item) in items.enumerated() { group.addTask { (index, await work(item)) } }
      var outcomes = [Outcome?](repeating: nil, count: items.count)
      for await (index, outcome) in group { outcomes[index] = outcome }
      return outcomes.compactMap(\.self)
    }
  }

  /// The checks with what is kept for them, so that they send nothing else than this.
  var checks: [PlanCheck] { plans.map(\.check) }

  /// Whether nothing leaves, whatever the free checks say.
  var areNone: Bool { seats.isEmpty }

  private var seats: [SeatDeparture] { plans.flatMap(\.seats) }

  /// Some model stays unasked, since the free checks decide about a plan, or since nobody shall be asked.
  private var someAreSkipped: Bool { isForbidden || plans.contains(where: \.isSkipped) }

  /// The keys that would be sent.
  var keys: [ReviewerKey] { Array(Set(seats.compactMap(\.receiver.key))) }

  /// Whether all of it may leave, and nobody wants to be told how much that is.
  func pass(_ options: Options) -> Bool {
    let isBounded = options.offline || options.maxTokens != nil || options.maxCost != nil
    return options.quiet && !isBounded && seats.allSatisfy { $0.holder.missingKey == nil }
  }

  /// What a person should know about the agents that are asked.
  var warnings: [String] {
    let tools = all.compactMap { departure in
      if case .program(let tool) = departure.receiver, tool.obstacleWords == nil {
        tool
      } else {
        nil
      }
    }
    return Set(tools).flatMap(\.warnings).sorted()
  }

  /// Those of the plans that go anywhere.
  func plans(of plans: [Plan]) -> [Plan] {
    let paths = Set(self.plans.filter { !$0.seats.isEmpty }.map(\.check.plan.path))
    return plans.filter { paths.contains($0.path) }
  }

  /// What goes where for seats that these reviewers hold, all plans together.
  func announcement(for holders: [SeatHolder]) -> Announcement {
    Announcement(
      holders.map { holder in
        Announcement.Place(
          seat: holder.seat, lens: holder.lens, reviewer: holder.name,
          source: source(holder))
      })
  }

  private func source(_ holder: SeatHolder) -> Announcement.Source {
    guard let receiver = holder.receiver else { return .here }
    let own = all.filter { $0.seat == holder.seat && $0.receiver == receiver }
    guard !own.isEmpty else { return someAreSkipped ? .skipped : .kept }
    let bytes = own.reduce(0) { $0 + $1.promptBytes * $1.reviews }
    let tokens = TokenEstimate.tokens(bytes: bytes)
    let facts = own.reduce(0) { $0 + $1.facts }
    switch receiver {
    case .server(let model):
      let cost = own.map(\.worstCase).reduce(Double?(0)) { sum, charge in
        charge?.usd.flatMap { usd in sum.map { $0 + usd } }
      }
      return .sent(
        Announcement.Sending(
          host: model.endpoint.authority, bytes: bytes, tokens: tokens, worstCostUSD: cost,
          contextFiles: own[0].contextFiles, facts: facts))
    case .program(let tool):
      return .given(
        Announcement.Giving(
          program: tool.program, obstacle: tool.obstacleWords, next: tool.next, bytes: bytes,
          tokens: tokens,
          contextFiles: own[0].contextFiles, facts: facts,
          copiedFiles: own[0].copiedFiles))
    }
  }

  /// Refuses what has no key, and what `--offline`, `--max-tokens` and `--max-cost` forbid, before anything is sent.
  func check(_ options: Options) throws(UsageError) {
    if options.offline { try refuseSending() }
    for departure in all {
      if let missing = departure.missingKey { throw UsageError(missing, command: .check) }
    }
    if let limit = options.maxTokens { try check(tokens: limit) }
    if let limit = options.maxCost { try check(cost: limit) }
  }

  private func refuseSending() throws(UsageError) {
    for departure in all {
      guard let destination = departure.receiver.destination else { continue }
      throw UsageError(
        "'--offline': '\(departure.receiver.name)' on seat \(departure.seat.rawValue) would send '\(departure.plan)' to "
          + "\(destination), and no review of it is kept", command: .check)
    }
  }

  private func check(tokens limit: Int) throws(UsageError) {
    var tokens = 0
    for departure in all {
      guard let charge = departure.worstCase else {
        throw UsageError(
          "'--max-tokens': nobody knows how many '\(departure.receiver.name)' takes, since it is a program",
          command: .check)
      }
      tokens += charge.tokens
    }
    guard tokens <= limit else {
      throw UsageError(
        "the worst case of this run takes \(tokens) tokens (estimated), more than "
          + "'--max-tokens \(limit)'; nothing was sent", command: .check)
    }
  }

  private func check(cost limit: Double) throws(UsageError) {
    var cost = 0.0
    for departure in all {
      guard let usd = departure.worstCase?.usd else {
        let advice =
          departure.worstCase == nil
          ? ", since it is a program" : "; add 'prices' to it in your config"
        throw UsageError(
          "'--max-cost': the price of '\(departure.receiver.name)' is not known\(advice)",
          command: .check)
      }
      cost += usd
    }
    guard cost <= limit else {
      throw UsageError(
        "the worst case of this run costs \(Announcement.dollars(cost)), more than '--max-cost'; "
          + "nothing was sent",
        command: .check)
    }
  }
}
