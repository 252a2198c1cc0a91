import CheckModel
import CheckPipeline
import ModelReviewers
import Reviewing
import Scratch

/// What one plan's panel may send, and the check that then sends nothing else.
struct PlanDeparture: Sendable {
  /// What is kept of the plan's reviews is looked up here, and nowhere again.
  private(set) var check: PlanCheck
  /// Whom the panel would ask, unless the free checks decide.
  private(set) var seats: [SeatDeparture]
  /// The free checks decide, so that nobody is asked.
  var isSkipped: Bool { check.checked?.isDecided == true }

  init(of check: PlanCheck) {
    let panel = check.pipeline.panel
    let looked = zip(check.holders, [panel.a, panel.b]).map { SeatLookUp(of: check, $0, $1) }
    var pipeline = check.pipeline
    pipeline.panel = Panel(a: looked[0].place, b: looked[1].place, timeout: panel.timeout)
    self.check = PlanCheck(
      plan: check.plan, holders: check.holders, pipeline: pipeline, checked: check.checked)
    seats = looked.compactMap(\.departure)
  }

  /// Nobody is asked, and nothing looked up.
  init(withoutAsking check: PlanCheck) {
    self.check = check
    seats = []
  }

  /// Runs the free checks, whose word the check keeps. It costs as much as judging by rules.
  mutating func runChecks() async {
    guard !seats.isEmpty, check.pipeline.mayDecideByChecks, check.checked == nil else { return }
    check.checked = await check.pipeline.checked(check.plan)
    if isSkipped { seats = [] }
  }

  /// What leaves, with its size.
  ///
  /// - Parameter secret: what nonces are made with.
  func weighed(_ secret: [UInt8], _ shelf: RepositoryShelf) -> [Departure] {
    let (plan, pipeline) = (check.plan, check.pipeline)
    return seats.map { seat in
      let access = seat.holder.access
      let prompt = Prompt(
        plan: plan, rubric: pipeline.rubric, lens: seat.holder.lens, context: pipeline.context,
        access: access, secret: secret)
      return Departure(
        plan: plan.path, seat: seat.holder.seat, receiver: seat.receiver,
        missingKey: seat.holder.missingKey,
        promptBytes: prompt.system.utf8.count + prompt.user.utf8.count, reviews: seat.reviews,
        contextFiles: pipeline.context?.documents.files.count ?? 0,
        facts: RepositoryFacts(plan).sentences.count,
        copiedFiles: access == .repository ? shelf.files(of: plan)?.count : nil)
    }
  }
}

/// A seat whose reviewer would be asked.
struct SeatDeparture: Sendable {
  let holder: SeatHolder
  let receiver: Receiver
  /// How many reviews are asked for.
  let reviews: Int
}

/// What is kept for one seat, and what is missing.
private struct SeatLookUp {
  var place: Panel.Place
  var departure: SeatDeparture?

  init(of check: PlanCheck, _ holder: SeatHolder, _ place: Panel.Place) {
    self.place = place
    guard let receiver = holder.receiver, let keeping = place.reviewer as? KeepingReviewer else {
      return
    }
    let kept = keeping.kept(
      for: ReviewRequest(
        plan: check.plan, rubric: check.pipeline.rubric, seat: place.seat, lens: place.lens,
        context: check.pipeline.context, deadline: .now))
    self.place = Panel.Place(
      seat: place.seat, lens: place.lens, reviewer: PreparedReviewer(keeping, kept: kept))
    guard kept.missing > 0 else { return }
    departure = SeatDeparture(holder: holder, receiver: receiver, reviews: kept.missing)
  }
}
