import CheckModel
import CommandLine
import Evaluation
import Files

/// `speccheck eval [CORPUS]`: how well the rules, or other reviewers, judge plans with labels.
struct EvalCommand {
  private let options: Options
  private let corpus: FilePath
  private let named: EvalReviewers
  private let console: Console

  init(_ invocation: Invocation, arguments: Arguments, console: Console) {
    options = invocation.options
    corpus = arguments.path(invocation.operands.first ?? "corpus")
    named = EvalReviewers(
      options: options, folder: corpus, arguments: arguments, console: console)
    self.console = console
  }

  /// 0, or 1 when a target is missed, a label is not as its plan, or a stored reply is no valid review.
  func run() async throws -> Int32 {
    do {
      let judge = try PanelJudge(tool: Tool.identity)
      let read = try Corpus.read(
        corpus, locked: options.locked, criteria: judge.rubric.criteria.map(\.id))
      if let folder = options.plans { return try write(read, to: named.arguments.path(folder)) }
      if let name = options.show { return try await show(name, in: read, judge) }
      return named.areNamed
        ? try await measureReviewers(read, judge) : try await measureRules(read)
    } catch let error as CorpusError {
      throw FileTrouble(message: error.message)
    }
  }

  private func measureRules(_ read: Corpus) async throws -> Int32 {
    let judge = try RulesJudge(tool: Tool.identity)
    let targets = try Targets.read(of: corpus)
    var complaints = read.cases.flatMap(\.labelFaults).map(\.message)
    let judged = await judge.judge(read)
    let measured = Measurement(judged.filter { !$0.subject.isLocked })
    complaints += targets.missed(by: measured)
    let mutations = await MutationRun(read.part(locked: false), judge: judge)
    complaints += targets.missed(by: mutations)
    var parts = [measured.part, mutations.part]
    if options.locked {
      let locked = Measurement(judged.filter(\.subject.isLocked))
      complaints += targets.missed(by: locked).map { "locked part: \($0)" }
      parts.append(Self.lockedPart([locked.totals, locked.verdicts]))
    }
    for complaint in complaints { console.complain(complaint) }
    return answer(parts, complaints.isEmpty ? 0 : 1)
  }

  private func measureReviewers(_ read: Corpus, _ judge: PanelJudge) async throws -> Int32 {
    let reviewers = try await named.reviewers(read, about: read, judge.rubric)
    let (open, locked) = (read.part(locked: false), read.part(locked: true))
    let study = await ReviewerStudy(open, reviewers: reviewers, judge: judge)
    var parts = [study.part]
    if !locked.cases.isEmpty {
      let study = await ReviewerStudy(locked, reviewers: reviewers, judge: judge)
      parts.append(Self.lockedPart(study.totals))
    }
    let complaints = read.cases.flatMap(\.labelFaults).map(\.message) + study.failures
    for complaint in complaints { console.complain(complaint) }
    return answer(parts, complaints.isEmpty ? 0 : 1)
  }

  /// Writes each plan as `CASE/plan.md`, and each version of it as `CASE/VERSION/plan.md`.
  private func write(_ corpus: Corpus, to folder: FilePath) throws(FileTrouble) -> Int32 {
    for subject in corpus.cases {
      for file in subject.versionFiles {
        let path = folder.appending(file.path.utf8)
        try path.folder.makeFolders()
        try AtomicFile(interruption: console.interruption).write(file.bytes, to: path)
      }
    }
    return 0
  }

  private func show(_ name: String, in corpus: Corpus, _ judge: PanelJudge) async throws -> Int32 {
    guard let subject = corpus.cases.first(where: { $0.name == name }) else {
      throw UsageError(
        "there is no plan '\(name)' in '\(self.corpus.text)'",
        suggestion: DidYouMean.nearest(to: name, among: corpus.cases.map(\.name)), command: .eval)
    }
    let faults = subject.labelFaults
    for fault in faults { console.complain(fault.message) }
    let alone = Corpus(cases: [subject])
    var tables: [ResultTable]
    if named.areNamed {
      let reviewers = try await named.reviewers(corpus, about: alone, judge.rubric)
      tables = await ReviewerStudy(alone, reviewers: reviewers, judge: judge).shownFindings
    } else {
      tables = JudgedCase(subject, await judge.judge(subject.plan, in: subject.tree)).tables
    }
    if !named.areNamed, subject.labels.verdict == .ready {
      let rules = try RulesJudge(tool: Tool.identity)
      tables.append(await MutationRun(alone, judge: rules).conspicuous)
    }
    return answer([ResultPart(name, tables: tables)], faults.isEmpty ? 0 : 1)
  }

  /// Tables named as those of the part that nobody tunes on.
  private static func lockedPart(_ tables: [ResultTable]) -> ResultPart {
    ResultPart(
      "Locked part",
      tables: tables.map { table in
        var table = table
        table.name = "locked-\(table.name)"
        table.title = "Locked part: \(table.title.lowercased())"
        return table
      })
  }

  private func answer(_ parts: [ResultPart], _ code: Int32) -> Int32 {
    let format = options.format ?? "plain"
    let text =
      format == "html"
      ? ResultPage(title: "speccheck eval", parts: parts).html
      : ResultText.text(parts.flatMap(\.tables), in: format)
    // JSON and HTML have escaped what cannot be seen
    let isEscaped = ["html", "json"].contains(format)
    return console.print(isEscaped ? text : console.shownLines(text)) ? code : 4
  }
}
