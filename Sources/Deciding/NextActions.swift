import CheckModel

/// What to do about a verdict: never nothing.
struct NextActions {
  let standing: Standing

  init(_ standing: Standing) { self.standing = standing }

  /// At most five things, the most useful first.
  func after(_ ruling: Ruling) -> [String] {
    let actions =
      switch ruling.outcome {
      case .go: afterGo
      case .incomplete: afterFailure
      case .noGo: mend(for: ruling.reason.code)
      case .hold: settle(ruling.reason.code)
      }
    // a confirmed major is also among all majors
    var said: Set<String> = []
    return Array(actions.filter { said.insert($0).inserted }.prefix(5))
  }

  private var afterGo: [String] {
    let left = standing.tally.standing.filter { $0.finding.severity >= .minor }
    var actions = ["Hand exactly these bytes to the executor; any change asks for a new check."]
    if !left.isEmpty {
      actions.append("Look at what is left first: \(VerdictTable.ids(left)).")
    }
    return actions
  }

  private var afterFailure: [String] {
    let seats = [standing.input.a, standing.input.b]
    var actions = seats.compactMap { seat -> String? in
      switch seat.outcome {
      case .failed(let failure):
        let again = failure.retryable ? "Try again" : "Mend this, then try again"
        return "\(again): seat \(seat.seat.rawValue), \(seat.reviewer.name)."
      case .skipped: return "Ask seat \(seat.seat.rawValue), \(seat.reviewer.name)."
      case .review:
        return ReviewPair.valid(seat, standing.input.rubric) == nil
          ? "Ask seat \(seat.seat.rawValue), \(seat.reviewer.name), again." : nil
      }
    }
    let found = standing.tally.standing.filter { $0.finding.severity >= .major }
    if !found.isEmpty {
      actions.append("Meanwhile mend what was found: \(VerdictTable.ids(found)).")
    }
    return actions
  }

  private func mend(for code: Verdict.Code) -> [String] {
    switch code {
    case .template: ["Fill in the template, then check again."]
    case .notAPlan: ["Write down the goal, the tasks and how one sees that they are done."]
    case .secret:
      [
        "Take the secret out of the plan and refer to where it is kept.",
        "Replace the secret itself: it has been in a document.",
      ]
    case .blocker: fixes(standing.tally.confirmedBlockers) + [again]
    default:
      fixes(standing.tally.confirmedMajors) + weakest + fixes(singleMajors) + [again]
    }
  }

  private func settle(_ code: Verdict.Code) -> [String] {
    switch code {
    case .alreadyDone: ["Say whether anything is left to do; untick it or write a new plan."]
    case .invalid: ["Check the plan again as it stands now, with reviewers that can judge it."]
    case .untrustedConfig:
      ["Read the project config, then trust it or run without it (--no-config)."]
    case .notIndependent:
      ["Ask a second model of another family, or name the families of both reviewers."]
    case .injection:
      ["Read the marked text and take it out, or accept that finding by its fingerprint."]
    case .oneBlocker: ["Answer the question below, then mend the plan or reject the finding."]
    case .farApart: ["Read the widest criteria side by side and settle who is right."]
    case .start: ["Answer what keeps the reviewer from starting, in the plan itself."]
    case .tierFloor: weakest + fixes(standing.tally.confirmedMajors)
    case .majors: fixes(standing.tally.confirmedMajors) + [again]
    case .rulesOnly:
      fixes(singleMajors) + ["Let two models of different families review it (-r, twice)."]
    case .oneModel: ["Ask a second model of another family (-r, twice)."]
    case .disputed: ["Have somebody else look at the rejected findings."]
    case .storedOnly:
      fixes(singleMajors) + ["Check it without --no-send to have exactly this text reviewed."]
    case .waived: ["Look at the waived findings together, and mend what was only put off."]
    default: fixes(singleMajors) + weakest + [again]
    }
  }

  private var again: String { "Check the plan again." }

  private var singleMajors: [MergedFinding] {
    standing.tally.standing.filter { $0.finding.severity >= .major }
  }

  private func fixes(_ findings: [MergedFinding]) -> [String] {
    findings.prefix(3).map { "\($0.id): \($0.advice)" }
  }

  /// The lowest gating criterion of each seat that counts, said once where both have the same.
  private var weakest: [String] {
    var seats: [String: [String]] = [:]
    var order: [String] = []
    for (seat, scored) in standing.counted {
      guard let weakest = scored.confidence.weakest, let score = weakest.score else { continue }
      if seats[weakest.criterion] == nil { order.append(weakest.criterion) }
      seats[weakest.criterion, default: []].append("\(seat.rawValue) \(score.short)")
    }
    return order.map { criterion in
      let points = seats[criterion, default: []].joined(separator: ", ")
      return "Strengthen \(criterion), the weakest point (\(points))."
    }
  }
}

extension MergedFinding {
  /// What to do about it: the proposed fix, else what is wrong.
  var advice: String {
    let fix = finding.fix.trimmedSentence
    return (fix.isEmpty ? finding.title.trimmedSentence : fix) + "."
  }
}
