internal import CheckModel

extension CheckResult {
  /// The result as it may be shown: no secret that was found in the plan stands in it, neither in the
  /// plan's lines nor in any text about them. Every report is made from this.
  var withoutSecrets: CheckResult {
    let spans = merged.findings
      .flatMap { [$0.finding] + $0.members.map(\.finding) }
      .filter { $0.kind == .secret }.compactMap(\.span)
    let values = spans.map { Array(plan.files[$0.file].source.bytes[$0.range]) }
    guard let mask = SecretMask(Set(values + values.map(Self.slug))) else { return self }
    var result = self
    result.plan = plan.without(mask)
    result.seats = seats.map { $0.without(mask) }
    result.confidence.byCriterion = confidence.byCriterion.map { gap in
      var gap = gap
      gap.why = gap.why.map(mask.masked)
      return gap
    }
    result.merged.findings = merged.findings.map { $0.without(mask) }
    result.unseen.why = mask.masked(unseen.why)
    result.overrides = overrides.map {
      Override(
        what: $0.what, by: $0.by.map(mask.masked), terminal: $0.terminal,
        reason: mask.masked($0.reason))
    }
    result.verdict = verdict.without(mask)
    result.diagnostics = diagnostics.map {
      Diagnostic(code: $0.code, message: mask.masked($0.message))
    }
    return result
  }

  /// As a secret in a heading would stand in the section's id; empty where too little is left of it.
  private static func slug(_ secret: [UInt8]) -> [UInt8] {
    let words = String(decoding: secret, as: UTF8.self).lowercased()
      .split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    let slug = Array(words.joined(separator: "-").utf8)
    return slug.count < 6 ? [] : slug
  }
}

extension Plan {
  fileprivate func without(_ mask: SecretMask) -> Plan {
    var plan = self
    plan.title = mask.masked(title)
    plan.files = files.map { file in
      let ranges = mask.places(in: file.source.bytes)
      return ranges.isEmpty
        ? file
        : PlanFile(path: file.path, source: file.source.masked(ranges), sha256: file.sha256)
    }
    plan.sections = sections.map { section in
      var section = section
      section.id = mask.masked(section.id)
      section.title = mask.masked(section.title)
      return section
    }
    plan.tasks = tasks.map { task in
      var task = task
      task.title = mask.masked(task.title)
      return task
    }
    plan.references = references.map { reference in
      var reference = reference
      reference.text = mask.masked(reference.text)
      return reference
    }
    return plan
  }
}

extension SeatResult {
  fileprivate func without(_ mask: SecretMask) -> SeatResult {
    var seat = self
    switch outcome {
    case .review(let review): seat.outcome = .review(review.without(mask))
    case .failed(var failure):
      failure.message = mask.masked(failure.message)
      failure.detail = failure.detail.map(mask.masked)
      seat.outcome = .failed(failure)
    case .skipped(let reason): seat.outcome = .skipped(reason: mask.masked(reason))
    }
    return seat
  }
}

extension Review {
  fileprivate func without(_ mask: SecretMask) -> Review {
    var review = self
    review.answers = answers.map { answer in
      var answer = answer
      answer.reason = mask.masked(answer.reason)
      answer.quote = answer.quote.map(mask.masked)
      return answer
    }
    review.startNow = startNow.map { StartNow(answer: $0.answer, reason: mask.masked($0.reason)) }
    review.questions = questions.map(mask.masked)
    review.strongestObjection = strongestObjection.map(mask.masked)
    return review
  }
}

extension MergedFinding {
  fileprivate func without(_ mask: SecretMask) -> MergedFinding {
    var merged = self
    merged.finding.title = mask.masked(finding.title)
    merged.finding.section = finding.section.map(mask.masked)
    merged.finding.quote = finding.quote.map(mask.masked)
    merged.finding.problem = mask.masked(finding.problem)
    merged.finding.consequence = mask.masked(finding.consequence)
    merged.finding.fix = mask.masked(finding.fix)
    merged.finding.waiver = finding.waiver.map {
      Waiver(by: mask.masked($0.by), reason: mask.masked($0.reason))
    }
    merged.statusReason = statusReason.map(mask.masked)
    return merged
  }
}

extension Verdict {
  fileprivate func without(_ mask: SecretMask) -> Verdict {
    var verdict = self
    verdict.reasons = reasons.map { Reason(code: $0.code, message: mask.masked($0.message)) }
    verdict.nextActions = nextActions.map(mask.masked)
    verdict.decisions = decisions.map {
      Decision(
        question: mask.masked($0.question), sideA: mask.masked($0.sideA),
        sideB: mask.masked($0.sideB), costIfWrong: mask.masked($0.costIfWrong),
        findings: $0.findings)
    }
    return verdict
  }
}
