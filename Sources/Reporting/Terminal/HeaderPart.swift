internal import CheckModel
internal import TextUnits

/// The top of a terminal report: which plan, how risky, who reviews it, and what is sent where.
struct HeaderPart: Sendable {
  let result: CheckResult

  func draw(on page: inout Page) {
    let reviewers = self.reviewers
    let room = max(20, page.width - reviewers.width - 3)
    let path = TerminalWidth.truncatedAtStart(
      Escaping.text.verbatim(result.plan.path), to: room)
    page.line("\(path) \("·", .faint) \(reviewers)")
    if !result.plan.title.isEmpty, result.plan.title != result.plan.path {
      page.line("\(result.plan.title, .strong)")
    }
    page.gap()
    page.paragraph(tier, label: "  \("tier", .faint)   ")
    let names = result.seats.map { "\($0.reviewer.name)" as StyledText }
    let column = min(32, names.map(\.width).max() ?? 0)
    for (seat, name) in zip(result.seats, names) {
      let lens: StyledText = "\(seat.lens.rawValue)"
      page.paragraph(
        name.truncated(to: column).padded(to: column) + "  " + model(of: seat).inked(.faint),
        label: "  \(seat.seat.rawValue, .strong)      \(lens.padded(to: 8))  ")
    }
    page.paragraph(sent, label: "  \("sent", .faint)   ")
  }

  private var reviewers: StyledText {
    if result.onlyRulesSit { return "rules only: \(names)" }
    let rules = result.seats.filter { $0.reviewer.isRules }
    return rules.count == 1 ? "\(names) (one model)" : names
  }

  private var names: StyledText {
    let names = result.seats.map { ("\($0.reviewer.name)" as StyledText).truncated(to: 24) }
    guard let first = names.first else { return "no reviewers" }
    return names.dropFirst().reduce(first) { $0 + " + " + $1 }
  }

  private var tier: StyledText {
    let risk = result.plan.risk
    var text: StyledText = "\(risk.tier.rawValue, risk.tier == .high ? .strong : .plain)"
    let triggers = triggers
    if !triggers.isEmpty {
      text += ": \(triggers.prefix(Self.triggersShown).joined(separator: ", "))"
    }
    let more = triggers.count - Self.triggersShown
    if more > 0 { text += " and \(more) more" }
    if let name = risk.acceptedBy { text += "; lowered by \(name)" }
    return text
  }

  private static let triggersShown = 3

  /// Each trigger once, with the lines in which it stands.
  private var triggers: [String] {
    var order: [String] = []
    var places: [String: [String]] = [:]
    for trigger in result.plan.risk.because {
      if places[trigger.trigger] == nil { order.append(trigger.trigger) }
      let place =
        result.plan.files.count > 1 ? "\(trigger.file):\(trigger.line)" : String(trigger.line)
      places[trigger.trigger, default: []].append(place)
    }
    return order.map { trigger in
      let all = places[trigger] ?? []
      let shown = all.prefix(Self.triggersShown).joined(separator: ", ")
      let more = all.count - Self.triggersShown
      let word = result.plan.files.count > 1 ? "" : all.count == 1 ? "line " : "lines "
      return "\(trigger) (\(word)\(shown)\(more > 0 ? " and \(more) more" : ""))"
    }
  }

  private func model(of seat: SeatResult) -> StyledText {
    if seat.reviewer.isRules { return "built-in rules" }
    let parts = [seat.outcome.review.map { Self.words($0.model) }, seat.accessWords].compactMap {
      $0
    }
    return "\(parts.joined(separator: ", "))"
  }

  private static func words(_ model: ModelIdentity) -> String {
    let name = model.answered ?? model.requested ?? "model unknown"
    let basis = model.familyBasis == .declared ? ", declared" : ""
    return "\(name) (\(model.family ?? "family unknown")\(basis))"
  }

  private var sent: StyledText {
    let receivers = result.seats.compactMap { seat -> String? in
      guard case .review(let review) = seat.outcome, !review.fromLedger else {
        if case .failed = seat.outcome { return receiver(seat) }
        return nil
      }
      return receiver(seat)
    }
    if receivers.isEmpty { return "nothing leaves this machine" }
    return "plan and rubric to \(receivers.joined(separator: ", "))"
  }

  /// Who is sent the plan for a seat; nil for rules and answer files, which are read here.
  private func receiver(_ seat: SeatResult) -> String? {
    switch seat.reviewer.kind {
    case .rules, .answer: nil
    case .command: "the program \(seat.reviewer.name) (\(seat.seat.rawValue))"
    default: "\(seat.reviewer.host ?? seat.reviewer.kind.rawValue) (\(seat.seat.rawValue))"
    }
  }
}
