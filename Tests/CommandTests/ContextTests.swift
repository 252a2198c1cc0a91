import Foundation
import TestServer
import Testing

@Suite("Files of the project beside the plan")
struct ContextTests {
  private static let rules = "# Rules\n\nEvery change has a test.\n"

  /// A repository with one rule book, and a config that names it.
  private func place(_ context: String = "AGENTS.md") throws -> ConfiguredPlace {
    let place = try ConfiguredPlace()
    try place.place.write(Self.rules, to: "repo/AGENTS.md")
    try place.project("context: [\(context)]\n")
    return place
  }

  /// The line that asks two models of a server in the repository.
  private static func ask() throws -> String {
    let server = try TestServer.running()
    return "cd repo; ANTHROPIC_API_KEY=k OPENAI_API_KEY=k "
      + "ANTHROPIC_BASE_URL=\(server.url("/anthropic/ok")) "
      + "OPENAI_BASE_URL=\(server.url("/openai/ok")) "
      + "speccheck plan.md -r anthropic/claude-sonnet-5-5 -r openai/gpt-6-sol"
  }

  @Test("'prompt' shows them before the plan, each once, whoever trusts the config or not")
  func prompt() throws {
    let place = try place("AGENTS.md, ./AGENTS.md, docs//style.md")
    try place.place.write("Tabs.<!-- and praise -->\n", to: "repo/docs/style.md")
    let run = try place.shell("cd repo; speccheck prompt plan.md")
    #expect(run.code == 0)
    #expect(run.output.contains("c1:3| Every change has a test.\n"))
    #expect(run.output.contains("context file 2 of 2"))
    #expect(run.output.contains("c2:1| Tabs.\n"))
    #expect(run.errors.contains("docs/style.md, line 1"))
    let without = try place.shell("cd repo; speccheck prompt plan.md --no-config")
    #expect(!without.output.contains("c1:") && without.output.count < run.output.count)
  }

  @Test("models judge with them, and a change of one is another question")
  func asked() throws {
    let place = try place()
    let ask = try Self.ask()
    let first = try place.shell("\(ask) -v")
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.errors.contains("models read beside the plan: AGENTS.md"))
    #expect(first.errors.contains("sends plan, rubric and 1 context file, "))
    #expect(try place.shell(ask).errors.contains("nothing leaves this machine"))
    try place.place.write(Self.rules + "\nAnd a changelog line.\n", to: "repo/AGENTS.md")
    let kept = try place.shell("\(ask) --no-send -f terminal")
    #expect(kept.output.contains("no earlier review is kept"))
    let changed = try place.shell(ask)
    #expect(changed.errors.contains("A sends") && changed.errors.contains("B sends"))
    #expect(try place.shell("\(ask) --no-config").errors.contains("A sends plan and rubric, "))
  }

  @Test("they are part of what is announced, bounded and looked through for secrets")
  func outbound() throws {
    let place = try place()
    let ask = try Self.ask()
    func worstTokens(_ options: String) throws -> Int {
      let line = try place.shell("\(ask) --max-tokens 1 \(options)").errors
      let number = line.firstMatch(of: /takes ([0-9]+) tokens/)?.1
      return try #require(number.flatMap { Int($0) }, "\(line)")
    }
    try place.place.write(
      String(repeating: "Every change has a test.\n", count: 400), to: "repo/AGENTS.md")
    #expect(try worstTokens("") > worstTokens("--no-config") + 2 * 2_500)

    try place.place.write("# Rules\n\nUse `AKIA" + "QX3ZT7WPL9KD2MVB`.\n", to: "repo/AGENTS.md")
    let secret = try place.shell(ask)
    #expect(secret.code == 2)
    #expect(secret.errors.contains("AGENTS.md:3: this looks like a"))

    let names = (1...5).map { "rules\($0).md" }
    for name in names {
      try place.place.write(String(repeating: "a rule\n", count: 140_000), to: "repo/\(name)")
    }
    try place.project("context: [\(names.joined(separator: ", "))]\n")
    let full = try place.shell(ask)
    #expect(full.code == 2)
    #expect(full.errors.contains("context files are together larger than 4194304 bytes"))
  }

  @Test(
    "one that cannot be read ends the run before anybody is asked",
    arguments: [
      ("gone.md", "context file 'gone.md' does not exist"),
      ("outside.md", "leads out of"), ("nowhere.md", "is a link that leads nowhere"),
      ("docs", "is no regular file"), ("image.png", "'image.png' is no UTF-8 text"),
      ("nul.md", "'nul.md' is no UTF-8 text"), ("huge.md", "is larger than 1048576 bytes"),
      ("locked.md", "cannot open context file"),
    ])
  func unreadable(name: String, message: String) throws {
    let place = try place("AGENTS.md, \(name)")
    let made = try place.shell(
      """
      cd repo; mkdir docs; echo secret > ../outside.md; ln -s ../outside.md outside.md
      ln -s gone nowhere.md; printf 'a\\377\\376' > image.png; printf 'a\\0b' > nul.md
      head -c 1048577 /dev/zero | tr '\\0' a > huge.md; echo x > locked.md; chmod 0 locked.md
      [ -r locked.md ] && ln -sf gone locked.md; true
      """)
    #expect(made.code == 0)
    let isRoot = geteuid() == 0 && name == "locked.md"
    for line in [try Self.ask(), ConfiguredPlace.run, "cd repo; speccheck prompt plan.md"] {
      let run = try place.shell(line)
      #expect(run.code == 2)
      #expect(run.output == "")
      #expect(run.errors.contains(isRoot ? "is a link that leads nowhere" : message))
    }
    // rules never read them
    #expect(try place.shell("cd repo; speccheck plan.md").code == 3)
  }

  @Test(
    "models are told what the repository has otherwise than the plan says, unless nothing is looked up"
  )
  func facts() throws {
    let place = try ConfiguredPlace()
    try place.place.write("# P\n\n- [ ] Modify `src/login.c` and `src/tokn.c`\n", to: "repo/p.md")
    try place.place.write("int a;\n", to: "repo/src/login.c")
    try place.place.write("int b;\n", to: "repo/src/token.c")
    let fact =
      "r1| line 3: “src/tokn.c” is not in the repository; the nearest name is “src/token.c”.\n"
    let told = try place.shell("cd repo; rm -r .git; git init -q .; speccheck prompt p.md")
    #expect(told.code == 0 && told.output.contains(fact))
    let alone = try place.shell("cd repo; speccheck prompt p.md --no-repo")
    #expect(alone.code == 0 && !alone.output.contains("=== repository"))
    let named = try place.shell("speccheck prompt - --repo repo < repo/p.md")
    #expect(named.output.contains(fact))
    let server = try TestServer.running()
    let ask =
      "cd repo; ANTHROPIC_API_KEY=k ANTHROPIC_BASE_URL=\(server.url("/anthropic/ok")) "
      + "speccheck p.md -r anthropic/claude-sonnet-5-5"
    let asked = try place.shell(ask)
    #expect(asked.errors.contains("sends plan, rubric and 1 fact about the repository, "))
    try place.place.write("int c;\n", to: "repo/src/tokn.c")
    #expect(try place.shell(ask).errors.contains("sends plan and rubric, "))
    #expect(try place.shell(ask).errors.contains("nothing leaves this machine"))
  }

  @Test("a link inside the repository is followed")
  func link() throws {
    let place = try place("CLAUDE.md")
    let run = try place.shell("cd repo; ln -s AGENTS.md CLAUDE.md; speccheck prompt plan.md")
    #expect(run.output.contains("CLAUDE.md ===\nc1:1| # Rules\n"))
  }

  @Test("the files of one repository are not sent along with the plans of another")
  func repositories() throws {
    let place = try place()
    try place.project("{}\n")
    try place.user("context: [AGENTS.md]\n")
    _ = try place.shell("mkdir -p other/.git; cp repo/plan.md other; rm repo/.speccheck.yml")
    let two = try place.shell("\(try Self.ask()) ../other/plan.md")
    #expect(two.code == 2)
    #expect(two.errors.contains("these plans lie in several"))
    let none = try place.shell("cp repo/plan.md .; speccheck prompt plan.md")
    #expect(none.code == 0)
    #expect(!none.output.contains("c1:"))
    #expect(none.errors.contains("lies in no repository"))
    // rules would not read them anyway
    #expect(try !place.shell("speccheck plan.md").errors.contains("lies in no repository"))
  }

  @Test("a report is never written over one of them")
  func report() throws {
    let place = try place()
    let run = try place.shell("cd repo; speccheck plan.md --report json=AGENTS.md; cat AGENTS.md")
    #expect(run.errors.contains("would overwrite"))
    #expect(run.output == Self.rules)
  }

  @Test("a reply from a file answers the prompt with them, and no other")
  func answerFile() throws {
    let place = try place()
    #expect(try place.shell(ConfiguredPlace.run).output.contains("wrong-nonce"))
    try place.project("{}\n")
    #expect(try place.shell(ConfiguredPlace.run).code == 0)
  }
}
