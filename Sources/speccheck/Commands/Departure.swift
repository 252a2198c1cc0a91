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
  private(set) var all: [Departure] = []
  /// The checks with what is kept for them, so that they send nothing else than this.
  private(set) var checks: [PlanCheck]
  /// Some model stays unasked, since the free checks decide about a plan, or since nobody shall be asked.
  private var someAreSkipped = false

  /// Leaves out what a stored review answers, and plans that the free checks decide.
  ///
  /// - Parameter secret: what nonces are made with.
  init(_ checks: [PlanCheck], options: Options, secret: [UInt8], shelf: RepositoryShelf) async {
    self.checks = checks
    guard !options.noSend else {
      // whether anything is kept of this plan, or of an earlier version, shows in the report
      someAreSkipped = true
      return
    }
    await withTaskGroup(of: (Int, PlanDeparture).self) { group in
      for (index, check) in checks.enumerated() {
        group.addTask { (index, await PlanDeparture(of: check, secret, shelf)) }
      }
      var plans = [PlanDeparture?](repeating: nil, count: checks.count)
      for await (index, plan) in group { plans[index] = plan }
      let found = plans.compactMap(\.self)
      self.checks = found.map(\.check)
      all = found.flatMap(\.all)
      someAreSkipped = found.contains(where: \.isSkipped)
    }
  }

  /// The keys that would be sent.
  var keys: [ReviewerKey] { Array(Set(all.compactMap(\.receiver.key))) }

  /// What a person should know about the agents that are asked.
  var warnings: [String] {
    let tools = all.compactMap { departure in
      if case .program(let tool) = departure.receiver { tool } else { nil }
    }
    return Set(tools).flatMap(\.warnings).sorted()
  }

  /// Those of the plans that go anywhere.
  func plans(of plans: [Plan]) -> [Plan] {
    let paths = Set(all.map(\.plan))
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
          program: tool.program, next: tool.next, bytes: bytes, tokens: tokens,
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
