import CheckModel

/// Recognizes names of code that stand in prose without marks: `render_banner()`, `LatencyConfig`, `maxRetries`.
enum BareCode {
  /// What people write so, and mean no code by.
  private static let names: WordSet = [
    "github", "gitlab", "typescript", "javascript", "postgresql", "mysql", "openai", "youtube",
    "linkedin", "graphql", "websocket", "websockets", "mongodb", "dynamodb", "powershell",
    "wordpress", "bitbucket", "circleci", "fastapi", "pytorch", "tensorflow", "rabbitmq",
    "jetbrains", "intellij", "webassembly", "cloudflare", "iphone", "ipados", "opensource",
    "devops", "nextjs", "nodejs", "chatgpt", "deepseek", "huggingface", "clickhouse", "sqlite",
    "codeql", "opentelemetry", "mcdonald", "paypal", "langchain", "latex", "macos", "mastodon",
  ]

  /// - Parameter isCalled: brackets follow it without a space.
  static func isName(_ token: Token, _ bytes: [UInt8], isCalled: Bool) -> Bool {
    guard token.kind == .word, token.range.count >= 4 else { return false }
    let range = token.range
    var (isJoined, hasHump) = (false, false)
    for index in range {
      let byte = bytes[index]
      guard byte.isAlphanumeric || byte == 0x5F else { return false }
      guard index > range.lowerBound else { continue }
      let before = bytes[index - 1]
      if before == 0x5F, byte != 0x5F, index > range.lowerBound + 1 { isJoined = true }
      if before.isLower, byte.isUpper { hasHump = true }
    }
    if isCalled || isJoined { return true }
    return hasHump && range.count >= 6 && !bytes[range.upperBound - 1].isUpper
      && !names.contains(token.text)
  }

  /// `name(…)`: a bracket stands right behind the name.
  static func isCalled(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
    guard index + 2 < tokens.endIndex, tokens[index + 1].text == "(",
      tokens[index + 1].range.lowerBound == tokens[index].range.upperBound
    else { return false }
    // of a plural too: `file(s)`
    return tokens[index + 2].text == ")"
      && tokens[index + 2].range.lowerBound == tokens[index + 1].range.upperBound
  }
}
