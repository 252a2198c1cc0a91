import CheckModel
import Subprocess

/// A program of the user's: the prompt on its standard input, the reply on its standard output.
struct AnyProgram: ToolProvider {
  let forms = [AnswerForm.promptOnly]

  /// Nobody knows what it does, so it may be silent until its deadline.
  let promisesProgress = false

  /// The input is what `speccheck prompt` prints.
  func call(
    _ question: ModelQuestion, _ settings: ToolSettings, in folders: ToolFolders
  ) -> ToolCall {
    ToolCall(
      arguments: settings.arguments,
      input: Array((question.system + "\n\n" + question.user + "\n").utf8))
  }

  func read(_ result: ToolResult, _ settings: ToolSettings) -> WireReply {
    if let failure = settings.failure(of: result.program) { return WireReply(.failure(failure)) }
    guard result.program.output.contains(where: { !" \t\r\n".utf8.contains($0) }) else {
      return WireReply(
        .failure(
          settings.toolFailure(
            .empty, "ended without a word", "see that it prints its reply",
            errors: result.program.errors)))
    }
    if let failure = settings.fault(ofAnswer: result.program.output, result.program.errors) {
      return WireReply(.failure(failure))
    }
    return WireReply(.success(result.program.output))
  }

  /// Its family is what the user's config declares. What it says of itself only counts against independence:
  /// one program could otherwise sit on both seats under two names.
  func model(answered: String?, claimed: String?, _ settings: ToolSettings) -> ModelIdentity {
    let declared = ModelFamily.identity(declared: settings.family)
    var model = ModelFamily.identity(answered: claimed, declared: settings.family)
    model.family = declared.family
    model.familyBasis = declared.familyBasis
    return model
  }
}
