import CheckModel

extension Rule {
  /// A path of the author's own machine.
  static let absoluteHomePath = Rule(
    id: "absolute-home-path", title: "Path of one person's machine", family: .executor, class: .a,
    severity: .minor, question: "selfcontained.3", kind: .wrong,
    zones: [.fence, .code],
    lexical: false,
    detects: """
      `/Users/…`, `/home/…` and `C:\\Users\\…` in a command that is to be run. Accounts of build machines \
      and containers (runner, node, vscode …) are left alone.
      """,
    matters: "The command fails everywhere else, or works on a stale copy.",
    consequence: "The executor guesses which folder was meant.",
    fix: "Write the path from the top of the repository.",
    examples: Examples(
      bad: [
        "# Build\n\n## Steps\n\n```sh\n«cd /Users/me/app && make»\n```\n",
        "# Build\n\n- [ ] Run `«cp /home/me/app/.env .env»`\n",
      ],
      good: [
        "# Build\n\n## Steps\n\n```sh\ncd app && make\n```\n",
        "# Build\n\n## Steps\n\n```sh\ncp /home/runner/app/out.log .\n```\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .open, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.plan.commands.compactMap { command in
        guard !reading.explains(command.block), !reading.isFinished(command.block),
          namesHome(Array(command.text.utf8))
        else { return nil }
        return Hit(command.span, "This path is there on one machine only.")
      }
    })

  private static let homes = ["/Users/", "/home/", "C:\\Users\\"].map { Array($0.utf8) }
  private static let shared: Set<String> = [
    "runner", "node", "vscode", "user", "app", "ubuntu", "circleci", "jovyan", "coder", "shared",
    "public", "username", "you", "your-user", "yourname",
  ]

  private static func namesHome(_ text: [UInt8]) -> Bool {
    text.indices.contains { start in
      guard text[start] == homes[0][0] || text[start] == homes[2][0],
        let home = homes.first(where: { text[start...].starts(with: $0) })
      else { return false }
      if start > 0, text[start - 1].isAlphanumeric || text[start - 1] == UInt8(ascii: ".") {
        return false
      }
      // `user@host:/home/user/repo` is there on that host
      if start > 0, text[start - 1] == UInt8(ascii: ":"),
        text[..<start].reversed().prefix(while: { !$0.isBlank }).contains(UInt8(ascii: "@"))
      {
        return false
      }
      let account = text[(start + home.count)...].prefix {
        $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
          || $0 == UInt8(ascii: ".")
      }
      return !account.isEmpty
        && !shared.contains(String(decoding: account, as: UTF8.self).lowercased())
    }
  }
}
