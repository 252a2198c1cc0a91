import CheckModel
import CheckPipeline
import ModelReviewers
import Reviewing
import Scratch

/// What one plan's panel would send, and the check that then sends nothing else.
struct PlanDeparture: Sendable {
  /// What is kept of the plan's reviews is looked up here, and nowhere again.
  let check: PlanCheck
  let all: [Departure]
  /// The free checks decide, so that nobody is asked.
  let isSkipped: Bool

  init(of check: PlanCheck, _ secret: [UInt8], _ shelf: RepositoryShelf) async {
    let panel = check.pipeline.panel
    let seats = zip(check.holders, [panel.a, panel.b]).map {
      SeatDeparture(of: check, $0, $1, secret, shelf)
    }
    var pipeline = check.pipeline
    pipeline.panel = Panel(a: seats[0].place, b: seats[1].place, timeout: panel.timeout)
    self.check = PlanCheck(plan: check.plan, holders: check.holders, pipeline: pipeline)
    let leaving = seats.compactMap(\.departure)
    // looked at last, since it costs as much as the checks themselves
    isSkipped = leaving.isEmpty ? false : await pipeline.isDecidedByChecks(check.plan)
    all = isSkipped ? [] : leaving
  }
}

/// The same for one seat.
private struct SeatDeparture {
  var place: Panel.Place
  var departure: Departure?

  init(
    of check: PlanCheck, _ holder: SeatHolder, _ place: Panel.Place, _ secret: [UInt8],
    _ shelf: RepositoryShelf
  ) {
    self.place = place
    guard let receiver = holder.receiver, let keeping = place.reviewer as? KeepingReviewer else {
      return
    }
    let (plan, rubric, context) = (check.plan, check.pipeline.rubric, check.pipeline.context)
    let kept = keeping.kept(
      for: ReviewRequest(
        plan: plan, rubric: rubric, seat: place.seat, lens: place.lens, context: context,
        deadline: .now))
    self.place = Panel.Place(
      seat: place.seat, lens: place.lens, reviewer: PreparedReviewer(keeping, kept: kept))
    guard kept.missing > 0 else { return }
    let prompt = Prompt(
      plan: plan, rubric: rubric, lens: place.lens, context: context, access: holder.access,
      secret: secret)
    departure = Departure(
      plan: plan.path, seat: place.seat, receiver: receiver, missingKey: holder.missingKey,
      promptBytes: prompt.system.utf8.count + prompt.user.utf8.count, reviews: kept.missing,
      contextFiles: context?.documents.files.count ?? 0,
      facts: RepositoryFacts(plan).sentences.count,
      copiedFiles: holder.access == .repository ? shelf.files(of: plan)?.count : nil)
  }
}
