package import CheckModel
import Files
package import Scratch
import StrictJSON
package import Subprocess
import Threads

/// What an agent says about itself, without asking its model: version, options, login.
package struct AgentCheck: Sendable {
  private let agent: Agent
  private let settings: ToolSettings
  private let runner: any ProgramRunner
  private let scratch: ScratchRoom

  /// The longest that it may think about one of three small questions.
  private static let patience = Duration.seconds(20)

  /// Nil for a program that is no agent.
  package init?(_ settings: ToolSettings, runner: any ProgramRunner, scratch: ScratchRoom) {
    guard let agent = settings.kind.agent else { return nil }
    self.agent = agent
    self.settings = settings
    self.runner = runner
    self.scratch = scratch
  }

  /// Its version, whether it knows our options and whose login it has, in words for people.
  ///
  /// - Throws: `not-installed` where it cannot be run or is something else, `version-too-old` with the options
  ///   that it does not know, `auth` where it has neither a login nor a key.
  package func words() async throws(ReviewFailure) -> String {
    let version = try await version()
    let unknown = try await unknownOptions()
    guard unknown.isEmpty else {
      throw settings.toolFailure(
        .versionTooOld, "is \(version), which does not know \(unknown.joined(separator: ", "))",
        "update it", errors: []
      ).failure
    }
    let words = "\(version), knows all \(settings.options.count) options that are needed"
    if let key = settings.key { return "\(words), \(key)" }
    return "\(words), \(try await login())"
  }

  /// The line that it prints as its version.
  func version() async throws(ReviewFailure) -> String {
    let result = try await run(["--version"])
    let line = Self.text(result.output).split(whereSeparator: \.isNewline).first.map(String.init)
    guard result.ending == .exited(0), let line, line.contains(agent.ownWord) else {
      throw settings.toolFailure(
        .notInstalled, "does not call itself \(agent.name)",
        "see what '\(settings.program) --version' says", errors: result.errors
      ).failure
    }
    return String(line.prefix(80))
  }

  private func unknownOptions() async throws(ReviewFailure) -> [String] {
    let result = try await run(agent.helpArguments)
    let known = Self.options(in: Self.text(result.output))
    return settings.options.filter { !known.contains($0) }
  }

  /// The words of a help text that may be options; `--prompt[-file]` is two of them.
  static func options(in help: String) -> Set<String> {
    let words = help.split { !($0.isLetter || $0.isNumber || "-[]".contains($0)) }
    return Set(
      words.flatMap { word -> [String] in
        let parts = word.split(separator: "[", maxSplits: 1).map { $0.filter { $0 != "]" } }
        return parts.count == 2 ? [parts[0], parts.joined()] : parts
      })
  }

  private func login() async throws(ReviewFailure) -> String {
    let result = try await run(agent.loginArguments)
    let told = Self.text(result.output + result.errors)
    let isNone = ["\"loggedIn\": false", "Not logged in"].contains(where: told.contains)
    if result.ending == .exited(0), !isNone {
      let method = ToolEvents.event(in: result.output)?["authMethod"]?.asText
      return "logged in" + (method.map { " (\($0))" } ?? "")
    }
    guard isNone else { return "login unknown" }
    throw settings.toolFailure(.auth, "is not logged in", settings.loginAdvice, errors: []).failure
  }

  private func run(_ arguments: [String]) async throws(ReviewFailure) -> ProgramResult {
    let made = await OwnThread.value { [scratch] in
      Result { () throws(FileTrouble) in
        [try scratch.makeFolder(), try scratch.makeTemporaryFolder()]
      }
    }
    let folders: [FilePath]
    do { folders = try made.get() } catch { throw settings.noScratch(error) }
    let outcome: Result<ProgramResult, ReviewFailure>
    do throws(ProgramFailure) {
      outcome = .success(
        try await runner.run(
          ProgramCall(
            settings.program, arguments,
            environment: settings.environment.merging(["TMPDIR": folders[1].text]) { $1 },
            directory: folders[0].text,
            limits: ProgramLimits(
              outputBytes: 1 << 20, deadline: .now + Self.patience, idle: nil))))
    } catch {
      outcome = .failure(settings.failure(of: error).failure)
    }
    await OwnThread.value { [scratch] in for folder in folders { scratch.remove(folder) } }
    return try outcome.get()
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension ToolSettings {
  /// The options with which it is asked under these settings, each once.
  var options: [String] {
    let nowhere = ToolFolders(working: "/", exchange: "/", temporary: "/")
    let call = kind.toolProvider?.call(
      ModelQuestion(system: "", user: "", schema: [:]), self, in: nowhere)
    var options: [String] = []
    for word in call?.arguments ?? [] where word.count > 1 && word.hasPrefix("-") {
      let option = String(word.prefix { $0 != "=" })
      if !options.contains(option) { options.append(option) }
    }
    return options
  }

  /// What a person does whose agent has no login.
  var loginAdvice: String {
    let how = kind.agent?.loginAdvice ?? "log in"
    return "\(how), or name a key's variable as 'apiKeyEnv' in your config"
  }
}
