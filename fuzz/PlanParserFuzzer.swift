import CheckModel
import PlanParsing

/// Called by libFuzzer for each input; a broken promise of the parser traps, which libFuzzer reports.
@_cdecl("LLVMFuzzerTestOneInput")
func parseOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let plan = PlanParser.parse(PlanInput(path: "plan.md", bytes: bytes))
  PlanPromises(plan).check()

  // the same bytes as a folder of two files: no span or index may cross from one to the other
  let half = bytes.count / 2
  let folder = PlanParser.parse(
    PlanInput(
      path: "plan", isFolder: true,
      files: [
        .init(path: "plan/a.md", relativePath: "a.md", bytes: Array(bytes[..<half])),
        .init(path: "plan/b.md", relativePath: "b.md", bytes: Array(bytes[half...])),
      ]))
  PlanPromises(folder).check()

  // nothing depends on hash seeds, addresses or what was parsed before
  let again = PlanParser.parse(PlanInput(path: "plan.md", bytes: bytes))
  promise(
    plan.blocks == again.blocks && plan.sections == again.sections && plan.tasks == again.tasks
      && plan.references == again.references && plan.commands == again.commands
      && plan.criteria == again.criteria && plan.requirements == again.requirements
      && plan.oddities == again.oddities && plan.state == again.state && plan.risk == again.risk
      && plan.language == again.language && plan.title == again.title,
    "the same bytes give the same plan")
  return 0
}
