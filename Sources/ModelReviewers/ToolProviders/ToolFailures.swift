import CheckModel
import Files
import StrictJSON
import Subprocess

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What trouble with a program is to a seat.
extension ToolSettings {
  /// The most bytes of a reply: as many as are read, and some noise around them.
  static let outputLimit = 24 << 20

  /// The failure of a program that ended by itself and not well; nil for one that ended well.
  func failure(of result: ProgramResult) -> WireFailure? {
    switch result.ending {
    case .exited(0): nil
    case .exited(let status):
      toolFailure(
        .exited, "exited with status \(status)", "see what it says with '-v'",
        errors: result.errors)
    case .signaled(let number):
      toolFailure(
        .exited, "was ended by signal \(number) (\(Self.name(ofSignal: number)))",
        "see what it says with '-v', and whether the machine has memory enough",
        errors: result.errors)
    }
  }

  /// The failure of a program that brought no result.
  ///
  /// - Parameter news: what it last said about its work; nil where it said nothing.
  func failure(of failure: ProgramFailure, after news: ToolNews? = nil) -> WireFailure {
    switch failure.reason {
    case .missing:
      unusable(
        "is not there: '\(program)'",
        "install it, or name where it is\(kind.agent.map { " as \($0.programVariable)" } ?? "")")
    case .notExecutable:
      unusable(
        "is not executable: '\(program)'",
        "see that it is a program for this machine, and allow it to be run with 'chmod +x'")
    case .notStarted(let code):
      unusable(
        "cannot be started (\(String(cString: strerror(code))))",
        "see that '\(program)' runs from a shell")
    case .deadline:
      toolFailure(
        .timeoutTotal, "did not end in time\(Self.words(news))", "raise --timeout to wait longer",
        errors: failure.errors)
    case .idle:
      toolFailure(
        .timeoutIdle, "wrote nothing for \(idle)\(Self.words(news))",
        "raise --idle-timeout to wait longer",
        errors: failure.errors)
    case .outputTooLarge:
      toolFailure(
        .malformed, "wrote more than \(Self.outputLimit) bytes",
        "see that it prints its reply alone",
        errors: failure.errors)
    case .cancelled:
      WireFailure(
        failure: ReviewFailure(.cancelled, message: "\(name): the review was cancelled"))
    }
  }

  private static func words(_ news: ToolNews?) -> String {
    switch news {
    case nil: ""
    case .retries(_, let reason): ", and had to try again before (\(reason.rawValue))"
    case .says(let words): ", and had said before: \(words.prefix(200))"
    }
  }

  /// Nobody was asked, since the files for it cannot be made.
  func noScratch(_ trouble: FileTrouble) -> ReviewFailure {
    ReviewFailure(
      .noScratch,
      message: "\(name): the program is not asked, since it needs a folder for temporary files: "
        + "\(trouble.message); set TMPDIR to a folder that you may write to and that has room")
  }

  var noTime: ReviewFailure {
    toolFailure(
      .timeoutTotal, "did not end in time", "raise --timeout to wait longer", errors: []
    ).failure
  }

  var noMoney: ReviewFailure {
    ReviewFailure(
      .quota,
      message: "\(name): asking could pass the limit on cost or tokens; "
        + "raise --max-cost or --max-tokens to allow it")
  }

  /// The failure of a program that does not know one of our options or settings, or a value of one; nil for every
  /// other.
  func unknownOption(_ result: ToolResult) -> WireFailure? {
    let (program, version) = (result.program, result.version)
    guard program.ending != .exited(0),
      let option = Self.option(inComplaint: String(decoding: program.errors, as: UTF8.self))
    else { return nil }
    let knows = "not know \(option) as it is needed"
    return toolFailure(
      .versionTooOld, version.map { "is \($0), which does \(knows)" } ?? "does \(knows)",
      "update it; 'speccheck doctor' says what it must know", errors: program.errors)
  }

  /// What the agents' readers of options complain of (commander, clap, Codex's own): something that they do not know,
  /// or with a value that they do not know.
  private static func option(inComplaint words: String) -> String? {
    let signs: KeyValuePairs = [
      "error: unknown option '": "option", "error: unexpected argument '": "option",
      "error: option '": "option", "error: invalid value '": "option",
      "Error: Unknown feature flag: ": "feature", "unknown configuration field `": "setting",
    ]
    for (sign, kind) in signs {
      guard let mark = words.firstRange(of: sign) else { continue }
      var rest = words[mark.upperBound...].prefix { !$0.isNewline }
      if let value = rest.firstRange(of: "' for '") { rest = rest[value.upperBound...] }
      let name = rest.prefix { !"' =<`".contains($0) }.prefix(60)
      if kind != "option" || name.hasPrefix("-") { return "the \(kind) '\(name)'" }
    }
    return nil
  }

  /// The failure of a program whose answer is larger than any reply, or more than one answer, equal or not, or stands
  /// beside an error; nil for every other.
  func fault(ofAnswer answer: [UInt8], _ errors: [UInt8]) -> WireFailure? {
    // first, since what follows reads all of it
    if answer.count > ReplyText.limits.bytes {
      return toolFailure(
        .malformed,
        "gave a reply of \(answer.count) bytes, and \(ReplyText.limits.bytes) are read at most",
        "see that it prints its reply alone", errors: errors)
    }
    guard RivalAnswers.stand(in: answer) else { return nil }
    return severalReplies(errors)
  }

  func severalReplies(_ errors: [UInt8]) -> WireFailure {
    toolFailure(
      .malformed, "gave more than one reply, or an error beside it",
      "see that its reply comes alone", errors: errors)
  }

  var repeatsKey: ReviewFailure {
    toolFailure(
      .malformed, "repeats the key that it was given in its reply",
      "the reply is not used, and the key should be replaced", errors: []
    ).failure
  }

  /// The reply holds a secret, called by these words; it is neither kept nor shown.
  func tells(secret: String) -> ReviewFailure {
    toolFailure(
      .malformed, "repeats what looks like a \(secret) in its reply",
      "the reply is not used, and the secret should be replaced", errors: []
    ).failure
  }

  /// Nobody was asked, since it cannot be run.
  private func unusable(_ what: String, _ advice: String) -> WireFailure {
    toolFailure(.notInstalled, what, advice, errors: [])
  }

  /// A failure in one sentence, with what the program said on standard error for who wants to know more.
  func toolFailure(
    _ failureClass: ReviewFailure.Class, _ what: String, _ advice: String, errors: [UInt8]
  ) -> WireFailure {
    let said = String(decoding: Self.lastWords(of: errors), as: UTF8.self)
    let lines = said.split(whereSeparator: \.isNewline).joined(separator: "\n")
    return WireFailure(
      failure: ReviewFailure(
        failureClass, message: masked("\(name): the program \(what); \(advice)"),
        retryable: RetryPolicy.isRetryable(failureClass),
        detail: lines.isEmpty ? nil : masked(lines)))
  }

  /// What is shown of standard error. It begins with a whole word: half a secret would not be known for one.
  private static func lastWords(of errors: [UInt8]) -> ArraySlice<UInt8> {
    let end = errors.suffix(shownErrors)
    guard end.count < errors.count else { return end }
    return end.drop { $0 > 0x20 }
  }

  /// Bytes of standard error that are shown, at most.
  private static let shownErrors = 2_000

  func masked(_ text: String) -> String { key?.masked(text) ?? text }

  private static func name(ofSignal number: Int32) -> String {
    strsignal(number).map { String(cString: $0) } ?? "unknown"
  }
}
