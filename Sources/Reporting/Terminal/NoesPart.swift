internal import CheckModel

/// Answers of `no` in a criterion in which the reviewer named no gap: they cost points, and nothing else
/// in the report would say why.
struct NoesPart: Sendable {
  let result: CheckResult

  private static let shown = 10

  /// A question with a reason for its `no`, and the seats that gave it.
  private struct No: Sendable {
    let question: String
    let reason: String
    var seats: [Seat]
  }

  func draw(on page: inout Page) {
    let noes = self.noes
    guard !noes.isEmpty else { return }
    page.title("\("Answered no, without a finding", .strong)")
    for no in noes.prefix(Self.shown) {
      let only: StyledText =
        no.seats.count == 1 ? " \("(\(no.seats[0].rawValue))", .faint)" : ""
      page.paragraph("\(no.reason)", label: "  \(no.question)\(only): ")
    }
    let more = noes.count - Self.shown
    if more > 0 { page.line("  \("… and \(more) more (use --format json to list all)", .faint)") }
  }

  /// The gating criteria first, since they decide.
  private var noes: [No] {
    let tier = result.plan.risk.tier
    let criteria =
      result.rubric.criteria.filter { $0.gates(in: tier) }
      + result.rubric.criteria.filter { !$0.gates(in: tier) }
    return criteria.flatMap { criterion in
      let seats = result.seats.filter { !hasFinding($0.seat, in: criterion.id) }
      return criterion.questions.flatMap { noes(to: $0.id, of: seats) }
    }
  }

  private func noes(to question: String, of seats: [SeatResult]) -> [No] {
    var noes: [No] = []
    for seat in seats {
      guard let answer = seat.outcome.review?.answer(question), answer.answer == .no else {
        continue
      }
      if let index = noes.firstIndex(where: { $0.reason == answer.reason }) {
        noes[index].seats.append(seat.seat)
      } else {
        noes.append(No(question: question, reason: answer.reason, seats: [seat.seat]))
      }
    }
    return noes
  }

  private func hasFinding(_ seat: Seat, in criterion: String) -> Bool {
    let finder: MergedFinding.Finder = seat == .a ? .a : .b
    return result.merged.findings.contains {
      $0.setAside == nil && $0.foundBy.contains(finder) && $0.finding.criterion == criterion
    }
  }
}
