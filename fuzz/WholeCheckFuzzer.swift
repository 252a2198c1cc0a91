import CheckModel
import CheckPipeline
import Dispatch
import PlanParsing
import Reporting
import Reviewing
import Rubrics
import RuleReviewers
import StrictJSON

/// Called by libFuzzer for each input: a plan that goes the whole path with rules on both seats and is
/// reported in every format.
@_cdecl("LLVMFuzzerTestOneInput")
func checkOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let plan = PlanParser.parse(PlanInput(path: "plan.md", bytes: bytes))
  let result = check(plan)
  let again = check(plan)

  promise(result.verdict.outcome != .go, "rules alone never say GO")
  promise(result.verdict.outcome != .incomplete, "rules always give a review")
  let places = PlanPromises(plan)
  for finding in result.merged.findings {
    if let span = finding.finding.span { places.check(span) }
  }
  for format in ReportFormat.all {
    let text = format.render([result], ReportFormat.Layout(width: 80, color: false))
    checkText(text, format.name)
    if format.name == "json" {
      let document = try? JSONDocument(Array(text.utf8), limits: ReportLimits.json)
      promise(document != nil, "the JSON report is JSON")
    } else {
      let layout = ReportFormat.Layout(width: 80, color: false)
      promise(text == format.render([again], layout), "the same plan gives the same report")
    }
  }
  return 0
}

private enum ReportLimits {
  static let json = JSONLimits(bytes: 64 << 20, depth: 64, values: 5_000_000)
}

/// The promise of every output: no byte of a plan that could command a terminal or hide text.
private func checkText(_ text: String, _ format: String) {
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A: continue
    case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069:
      promise(false, "the \(format) report holds U+\(String(scalar.value, radix: 16)) raw")
    default: continue
    }
  }
}

private let rubric: Rubric = {
  // the rubric that is compiled in is tested to be readable
  guard let rubric = try? BuiltinRubrics.rubric("default") else { fatalError("no rubric") }
  return rubric
}()

private func check(_ plan: Plan) -> CheckResult {
  let desk = RuleDesk()
  func place(_ seat: Seat, _ lens: Lens) -> Panel.Place {
    Panel.Place(seat: seat, lens: lens, reviewer: RuleReviewer(lens: lens, desk: desk))
  }
  let pipeline = CheckPipeline(
    rubric: rubric,
    panel: Panel(a: place(.a, .planner), b: place(.b, .executor), timeout: .seconds(900)),
    checks: { plan in
      let reading = await desk.reading(of: plan)
      return ChecksReport(
        findings: RuleChecks.findings(in: reading, lensesOnSeats: [.planner, .executor]),
        diagnostics: RuleChecks.diagnostics(in: reading))
    },
    tool: ToolIdentity(name: "speccheck", version: "0"), instrument: "0")
  return finished {
    await pipeline.check(
      plan, as: RunIdentity(id: "1", startedAt: "2026-01-01T00:00:00Z", round: 1))
  }
}

/// Waits for work of another thread; libFuzzer's entry point cannot.
private func finished<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
  let box = Box<Value>()
  let done = DispatchSemaphore(value: 0)
  Task.detached {
    box.value = await work()
    done.signal()
  }
  done.wait()
  guard let value = box.value else { fatalError("the work ended without a value") }
  return value
}

/// Written before the semaphore is signalled and read after the wait, so never at once.
private final class Box<Value>: @unchecked Sendable {
  var value: Value?
}
