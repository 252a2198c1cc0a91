/// Reads arguments by a program's table.
package struct CommandLineParser: Sendable {
  private let program: Program
  private let exists: @Sendable (String) -> Bool

  /// `exists` says whether a path names something: a bare word that does is a plan, and one that
  /// does not is a command spelled wrong.
  package init(_ program: Program, exists: @escaping @Sendable (String) -> Bool) {
    self.program = program
    self.exists = exists
  }

  /// The invocation that the arguments, without the program's own name, ask for.
  ///
  /// Options may stand before and after the command and its operands; after `--` everything is an
  /// operand. Throws for what the table does not know; a file that cannot be read is not looked at.
  package func parse(_ arguments: [String]) throws(UsageError) -> Invocation {
    let tokens = try tokenize(arguments)
    if let topic = helpTopic(tokens) { return topic }
    let named = firstWord(tokens).flatMap { program.command($0) }
    guard let command = named ?? program.commands.first else { throw UsageError("no command") }
    do throws(UsageError) {
      try refuseUnknownOption(tokens, of: command)
      if named == nil { try refuseUnknownCommand(tokens) }
      let invocation = try invocation(of: command, tokens, skippingName: named != nil)
      // nothing at all asks for nothing; the command's own name may
      if named == nil, invocation.operands.isEmpty, let operand = command.operand {
        throw UsageError("'\(command.name.rawValue)' needs \(operand.words)")
      }
      return invocation
    } catch {
      var error = error
      error.command = error.command ?? command.name
      throw error
    }
  }

  /// One argument, or an option with the argument that is its value.
  private enum Token {
    case operand(String, literal: Bool)
    /// As it was written, the option, and its value if it takes one.
    case option(String, Option, String?)
    /// An option that no command has, and the whole argument.
    case unknown(String, in: String)
    case help, version
  }

  // MARK: - From arguments to tokens

  private func tokenize(_ arguments: [String]) throws(UsageError) -> [Token] {
    // an option of one name is written the same way in every command
    let known = program.commands.flatMap(\.options)
    var tokens: [Token] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        return tokens + rest.map { .operand($0, literal: true) }
      } else if argument == "--help" || argument == "-h" {
        tokens.append(.help)
      } else if argument == "--version" || argument == "-V" {
        tokens.append(.version)
      } else if argument.hasPrefix("--") {
        tokens.append(try long(argument, known, &rest))
      } else if argument.hasPrefix("-"), argument.count > 1 {
        tokens += try short(argument, known, &rest)
      } else {
        tokens.append(.operand(argument, literal: false))
      }
    }
    return tokens
  }

  private func long(
    _ argument: String, _ known: [Option], _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> Token {
    let equals = argument.firstIndex(of: "=")
    let spelling = String(argument[..<(equals ?? argument.endIndex)])
    guard let option = known.first(where: { $0.spelling == spelling }) else {
      return .unknown(spelling, in: spelling)
    }
    guard option.value != nil else {
      guard equals == nil else { throw UsageError("'\(spelling)' takes no value") }
      return .option(spelling, option, nil)
    }
    let attached = equals.map { String(argument[argument.index(after: $0)...]) }
    return .option(spelling, option, try value(of: option, as: spelling, attached, &rest))
  }

  /// `-r X`, `-rX`, `-r=X`, or flags written together.
  private func short(
    _ argument: String, _ known: [Option], _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> [Token] {
    // a long name behind one dash would be read as a letter with its value
    if known.contains(where: { $0.spelling == "-\(argument)" }) {
      return [.unknown(argument, in: argument)]
    }
    var tokens: [Token] = []
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = known.first(where: { $0.short == letter }) else {
        return tokens + [.unknown("-\(letter)", in: argument)]
      }
      guard option.value != nil else {
        tokens.append(.option("-\(letter)", option, nil))
        continue
      }
      if letters.first == "=" { letters = letters.dropFirst() }
      let attached = letters.isEmpty ? nil : String(letters)
      let value = try value(of: option, as: "-\(letter)", attached, &rest)
      return tokens + [.option("-\(letter)", option, value)]
    }
    return tokens
  }

  private func value(
    of option: Option, as spelling: String, _ attached: String?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> String {
    let placeholder = option.value?.placeholder ?? ""
    if let attached {
      if attached.isEmpty { throw UsageError("'\(spelling)' needs a value: \(placeholder)") }
      return attached
    }
    guard let next = rest.first, !(next.hasPrefix("-") && next.count > 1), !next.isEmpty else {
      throw UsageError("'\(spelling)' needs a value: \(placeholder)")
    }
    return rest.removeFirst()
  }

  // MARK: - From tokens to an invocation

  /// `--help` and `--version` win over everything else, mistakes included.
  private func helpTopic(_ tokens: [Token]) -> Invocation? {
    for token in tokens {
      if case .version = token { return Invocation(command: .version) }
      guard case .help = token else { continue }
      let named = firstWord(tokens).flatMap { program.command($0) }
      return Invocation(command: .help, operands: named.map { [$0.name.rawValue] } ?? [])
    }
    return nil
  }

  private func firstWord(_ tokens: [Token]) -> String? {
    for case .operand(let word, let literal) in tokens { return literal ? nil : word }
    return nil
  }

  private func refuseUnknownOption(_ tokens: [Token], of command: Command) throws(UsageError) {
    for case .unknown(let spelling, let argument) in tokens {
      // a long name behind one dash only is a usual slip
      let isLong = argument.hasPrefix("--")
      let meant = isLong ? spelling : "-\(argument)"
      let nearest = nearestOption(to: meant, of: command)
      throw UsageError(
        "unknown option '\(isLong || nearest == nil ? spelling : argument)'",
        suggestion: meant.count < 5 ? nil : nearest)
    }
  }

  private func nearestOption(to spelling: String, of command: Command) -> String? {
    let name = DidYouMean.nearest(
      to: String(spelling.dropFirst(2)),
      among: command.options.map(\.name) + ["help", "version"])
    return name.map { "--\($0)" }
  }

  private func refuseUnknownCommand(_ tokens: [Token]) throws(UsageError) {
    guard let word = firstWord(tokens) else { return }
    let looksLikePath = word.contains("/") || word.contains(".") || word == "-"
    if looksLikePath || exists(word) { return }
    let names = program.commands.map(\.name.rawValue)
    throw UsageError(
      "'\(word)' is neither a command nor a file or folder",
      suggestion: DidYouMean.nearest(to: word, among: names), command: .help)
  }

  private func invocation(
    of command: Command, _ tokens: [Token], skippingName: Bool
  ) throws(UsageError) -> Invocation {
    var invocation = Invocation(command: command.name)
    var given: Set<String> = []
    var skip = skippingName
    for token in tokens {
      switch token {
      case .operand(let word, _):
        if !skip { invocation.operands.append(word) }
        skip = false
      case .option(let spelling, let option, let value):
        try store(spelling, option, value, of: command, &given, &invocation.options)
      case .unknown, .help, .version:
        break
      }
    }
    try check(&invocation.operands, of: command)
    for constraint in command.constraints { try constraint.check(invocation.options) }
    return invocation
  }

  private func store(
    _ spelling: String, _ found: Option, _ value: String?, of command: Command,
    _ given: inout Set<String>, _ options: inout Options
  ) throws(UsageError) {
    guard let option = command.options.first(where: { $0.name == found.name }) else {
      throw UsageError(
        "unknown option '\(spelling)' for '\(command.name.rawValue)'",
        suggestion: nearestOption(to: spelling, of: command))
    }
    let isNew = given.insert(option.name).inserted
    if !isNew, !option.repeats, option.value != nil {
      throw UsageError("'\(option.spelling)' may be given only once")
    }
    try option.store(&options, value ?? "")
  }

  private func check(_ operands: inout [String], of command: Command) throws(UsageError) {
    guard let operand = command.operand else {
      guard let extra = operands.first else { return }
      throw UsageError("'\(command.name.rawValue)' takes no '\(extra)'")
    }
    if operands.count < operand.count.lowerBound {
      throw UsageError("'\(command.name.rawValue)' needs \(operand.usage)")
    }
    if operands.count > operand.count.upperBound {
      throw UsageError(
        "'\(command.name.rawValue)' takes one \(operand.placeholder), not '\(operands[1])' too")
    }
    guard case .choice(let words) = operand.kind else { return }
    for word in operands where !words.contains(word) {
      throw UsageError(
        "unknown \(operand.placeholder) '\(word)', known: \(words.joined(separator: ", "))",
        suggestion: DidYouMean.nearest(to: word, among: words))
    }
  }
}
