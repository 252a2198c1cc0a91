import CheckModel
import Files
import Reviewing
import Scratch
import Subprocess
import Threads

/// A program that is interviewed: started once for each attempt, in folders of its own.
struct ToolRespondent: Respondent {
  let settings: ToolSettings
  let provider: any ToolProvider
  let runner: any ProgramRunner
  let scratch: ScratchRoom
  /// What it may read beside the prompt; nil for nothing.
  let repository: TrackedFiles?
  /// What an answer may not hold, in words; nil for an answer that holds nothing of that kind.
  let secretIn: @Sendable ([UInt8]) -> String?
  let spending: Spending

  /// How long it may take to end a program, so that what it said can be told before the seat's own deadline.
  private static let margin = Duration.milliseconds(700)

  /// The most bytes of a file that a program writes for us.
  private static let fileLimit = ToolSettings.outputLimit

  var forms: [AnswerForm] { provider.forms }

  var noTime: ReviewFailure { settings.noTime }

  func objection(to answer: [UInt8]) -> ReviewFailure? {
    if settings.key?.isRepeated(in: answer) == true { return settings.repeatsKey }
    // whatever it was allowed, a program may have read a secret that stands in no file we know
    let texts = [answer] + ReplyText.hiddenTexts(in: answer).map { Array($0.utf8) }
    return texts.lazy.compactMap(secretIn).first.map(settings.tells)
  }

  func answer(
    _ question: ModelQuestion, _ attempt: Attempt
  ) async throws(ReviewFailure) -> WireReply {
    // a repository is megabytes of small files
    let room = try await OwnThread.value { Result(catching: folders) }.get()
    let outcome: Result<WireReply, ReviewFailure>
    do throws(ReviewFailure) {
      outcome = .success(try await answer(question, attempt, in: room))
    } catch {
      outcome = .failure(error)
    }
    await OwnThread.value {
      for folder in [room.working, room.exchange, room.temporary] {
        scratch.remove(FilePath(folder))
      }
    }
    return try outcome.get()
  }

  private func answer(
    _ question: ModelQuestion, _ attempt: Attempt, in room: ToolFolders
  ) async throws(ReviewFailure) -> WireReply {
    let asked = provider.call(question, settings, in: room)
    if let refusal = provider.inputLimit?.refusal(of: asked.input, by: settings)
      ?? provider.objection(to: asked, settings)
    {
      throw refusal
    }
    for (name, bytes) in asked.files {
      try put { () throws(FileTrouble) in
        try ScratchFile.write(bytes, to: FilePath("\(room.exchange)/\(name)"))
      }
    }
    let worst = settings.worstCase(
      promptBytes: question.system.utf8.count + question.user.utf8.count)
    guard await spending.begin(worst) else { throw settings.noMoney }
    attempt.progress.report(.startsProgram)
    attempt.progress.report(.asked(attempt: attempt.number, bytes: asked.input.count))
    let listener = ToolListener(provider, progress: attempt.progress)
    do throws(ProgramFailure) {
      let result = try await runner.run(call(asked, attempt, in: room)) { listener.hear($0) }
      var reply = await read(result, asked, in: room)
      reply.outcome = reply.outcome.mapError(Self.final)
      reply.usage.costUSD = settings.cost(of: reply.usage)
      // whoever does not say what it took may have taken all
      if reply.usage.usage != nil {
        await spending.end(
          worst, actual: Spending.Charge(tokens: reply.usage.tokens, usd: reply.usage.costUSD))
      }
      return reply
    } catch {
      return WireReply(
        .failure(Self.final(settings.failure(of: error, after: listener.lastNews))))
    }
  }

  private func read(
    _ program: ProgramResult, _ asked: ToolCall, in room: ToolFolders
  ) async -> WireReply {
    // it may have written megabytes
    let (result, reply) = await OwnThread.value {
      var answers: [String: [UInt8]] = [:]
      for name in asked.answers {
        answers[name] = ScratchFile.read(
          FilePath("\(room.exchange)/\(name)"), limit: Self.fileLimit)
      }
      let result = ToolResult(program: program, answers: answers)
      return (result, provider.read(result, settings))
    }
    guard case .failure(let wire) = reply.outcome, wire.failure.failureClass == .versionTooOld,
      let check = AgentCheck(settings, runner: runner, scratch: scratch)
    else { return reply }
    var dated = result
    dated.version = try? await check.version()
    return provider.read(dated, settings)
  }

  /// Programs try again by themselves, so trouble that is left is not tried again here.
  private static func final(_ failure: WireFailure) -> WireFailure {
    var failure = failure
    failure.isFinal = true
    return failure
  }

  private func call(
    _ asked: ToolCall, _ attempt: Attempt, in folders: ToolFolders
  ) -> ProgramCall {
    let time = min(settings.total, attempt.time)
    return ProgramCall(
      settings.program, asked.arguments,
      environment: settings.environment.merging(asked.environment) { $1 }
        .merging(["TMPDIR": folders.temporary]) { $1 },
      directory: folders.working, input: asked.input,
      limits: ProgramLimits(
        outputBytes: ToolSettings.outputLimit,
        deadline: .now + time - min(Self.margin, time / 10),
        idle: provider.promisesProgress ? settings.idle : nil))
  }

  private func folders() throws(ReviewFailure) -> ToolFolders {
    var made: [FilePath] = []
    try put { () throws(FileTrouble) in
      for _ in 1...2 { made.append(try scratch.makeFolder()) }
      made.append(try scratch.makeTemporaryFolder())
      try repository?.copy(into: made[0])
    }
    return ToolFolders(
      working: made[0].text, exchange: made[1].text, temporary: made[2].text)
  }

  /// Does something with files; trouble with them means that the program is not asked.
  private func put(
    _ body: () throws(FileTrouble) -> Void
  ) throws(ReviewFailure) {
    do {
      try body()
    } catch {
      throw settings.noScratch(error)
    }
  }
}
