import CheckModel
import CommandLine
import Evaluation
import Files

/// `speccheck eval [CORPUS]`: how well the rules judge plans with labels.
struct EvalCommand {
  private let options: Options
  private let corpus: FilePath
  private let console: Console

  init(_ invocation: Invocation, arguments: Arguments, console: Console) {
    options = invocation.options
    corpus = arguments.path(invocation.operands.first ?? "corpus")
    self.console = console
  }

  /// 0, or 1 when a target is missed or a label is not as its plan.
  func run() async throws -> Int32 {
    let judge = try RulesJudge(tool: Tool.identity)
    let targets: Targets
    let read: Corpus
    do {
      read = try Corpus.read(
        corpus, locked: options.locked, criteria: judge.rubric.criteria.map(\.id))
      targets = try Targets.read(of: corpus)
    } catch let error as CorpusError {
      throw FileTrouble(message: error.message)
    }
    if let name = options.show { return try await show(name, in: read, judge) }
    var complaints = read.cases.flatMap(\.labelFaults).map(\.message)
    let judged = await judge.judge(read)
    let measured = Measurement(judged.filter { !$0.subject.isLocked })
    complaints += targets.missed(by: measured)
    var open = read
    open.cases.removeAll(where: \.isLocked)
    let mutations = await MutationRun(open, judge: judge)
    complaints += targets.missed(by: mutations)
    var tables = measured.tables + mutations.tables
    if options.locked {
      let locked = Measurement(judged.filter(\.subject.isLocked))
      complaints += targets.missed(by: locked).map { "locked part: \($0)" }
      tables += [locked.totals, locked.verdicts].map { table in
        var table = table
        table.name = "locked-\(table.name)"
        table.title = "Locked part: \(table.title.lowercased())"
        return table
      }
    }
    for complaint in complaints { console.complain(complaint) }
    return answer(tables, complaints.isEmpty ? 0 : 1)
  }

  private func show(_ name: String, in corpus: Corpus, _ judge: RulesJudge) async throws -> Int32 {
    guard let subject = corpus.cases.first(where: { $0.name == name }) else {
      throw UsageError(
        "there is no plan '\(name)' in '\(self.corpus.text)'",
        suggestion: DidYouMean.nearest(to: name, among: corpus.cases.map(\.name)), command: .eval)
    }
    let faults = subject.labelFaults
    for fault in faults { console.complain(fault.message) }
    let judged = JudgedCase(subject, await judge.judge(subject.plan, in: subject.tree))
    var tables = judged.tables
    if subject.labels.verdict == .ready {
      tables.append(await MutationRun(Corpus(cases: [subject]), judge: judge).conspicuous)
    }
    return answer(tables, faults.isEmpty ? 0 : 1)
  }

  private func answer(_ tables: [ResultTable], _ code: Int32) -> Int32 {
    let text = ResultText.text(tables, in: options.format ?? "plain")
    return console.print(options.format == "json" ? text : console.shownLines(text)) ? code : 4
  }
}
