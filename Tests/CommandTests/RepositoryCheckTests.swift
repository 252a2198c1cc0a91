import Foundation
import Testing

@Suite("What a plan names against the repository")
struct RepositoryCheckTests {
  private static let plan = """
    # Expiring tokens

    - [ ] Modify `src/auht/token.c`: add `expires` to the struct
    - [ ] Modify `src/login.c`: answer 401 when it has passed; `make tset` passes

    """

  /// A repository with two sources and a makefile; the plan lies in `plans/`.
  private func place() throws -> Place {
    let place = try Place()
    try place.write("int a;\n", to: "src/auth/token.c")
    try place.write("int b;\n", to: "src/login.c")
    try place.write("test:\n\tcc src/login.c\n", to: "Makefile")
    try place.write(Self.plan, to: "plans/tokens.md")
    #expect(try BuiltProgram.shell("git init -q . && git add -A", in: place).code == 0)
    return place
  }

  @Test("a path that is not there is said with the nearest one")
  func missing() throws {
    let run = try BuiltProgram.run(["plans/tokens.md", "-f", "plain"], in: place())
    #expect(
      run.output.contains(
        "“src/auht/token.c” is not in the repository; nearest: “src/auth/token.c”"))
    #expect(!run.output.contains("“src/login.c” is not"))
  }

  @Test("the report holds the state of every reference")
  func report() throws {
    let run = try BuiltProgram.run(["plans/tokens.md", "-f", "json"], in: place())
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let plan = try #require(json["plan"] as? [String: Any])
    let references = try #require(plan["references"] as? [[String: Any]])
    let paths = references.filter { $0["kind"] as? String == "path" }
    #expect(paths.map { $0["state"] as? String } == ["missing", "exists"])
    #expect(paths.first?["suggestion"] as? String == "src/auth/token.c")
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["evidence"] as? String == "repository" })
  }

  @Test(
    "nothing is looked up without a repository, and none when that is said",
    arguments: [true, false])
  func off(byOption: Bool) throws {
    let place = try place()
    let input = byOption ? ["plans/tokens.md", "--no-repo"] : ["-"]
    let run = try BuiltProgram.run(input + ["-f", "plain"], input: Self.plan, in: place)
    #expect(!run.output.contains("is not in the repository"))
    #expect([1, 3].contains(run.code))
  }

  @Test("another folder can be named, also for standard input, and need not be a repository")
  func named() throws {
    let place = try place()
    _ = try BuiltProgram.shell("rm -rf .git", in: place)
    let run = try BuiltProgram.run(
      ["-", "--repo", ".", "-f", "plain"], input: Self.plan, in: place)
    #expect(run.output.contains("nearest: “src/auth/token.c”"))
  }

  @Test(
    "a folder that is none, and both options together, are refused",
    arguments: [["--repo", "nowhere"], ["--repo", "Makefile"], ["--repo", ".", "--no-repo"]])
  func refused(options: [String]) throws {
    let run = try BuiltProgram.run(["plans/tokens.md"] + options, in: place())
    #expect(run.code == 2)
    #expect(run.errorLines.first?.contains("--repo") == true)
  }

  @Test("a work tree of git, a deleted file, a link that leads out and names with line ends")
  func oddTrees() throws {
    let place = try place()
    let outside = place.fresh("outside").path
    let setUp = """
      git -c user.name=a -c user.email=a@b.c commit -qm x && git worktree add -q -b other tree \
      && rm tree/src/login.c && mkdir '\(outside)' && echo x > '\(outside)/secret.c' \
      && ln -s '\(outside)' tree/linked && touch "$(printf 'tree/src/a\\nb.c')"
      """
    #expect(try BuiltProgram.shell(setUp, in: place).code == 0)
    let plan = """
      # P

      - [ ] Modify `src/login.c`
      - [ ] Modify `src/auth/token.c`
      - [ ] Modify `linked/secret.c` and `linked/other.c`

      """
    try place.write(plan, to: "tree/plans/odd.md")
    let run = try BuiltProgram.run(["tree/plans/odd.md", "-f", "plain"], in: place)
    #expect(run.output.contains("“src/login.c” is not in the repository"))
    #expect(!run.output.contains("“linked"))
    #expect(!run.output.contains("“src/auth/token.c” is not"))
  }

  @Test("a script that no file defines is said, with the nearest one")
  func command() throws {
    let place = try place()
    try place.write("# P\n\n- [ ] Modify `src/login.c`\n- [ ] Run `make tset`\n", to: "plans/c.md")
    let run = try BuiltProgram.run(["plans/c.md", "-f", "plain"], in: place)
    #expect(run.output.contains("“Makefile” has no target “tset”; nearest: “test”"))
  }

  @Test("a plan whose files are all there is held as finished")
  func done() throws {
    let place = try place()
    let plan = """
      # P

      - [ ] Create `src/login.c`
      - [ ] Create `src/auth/token.c`
      - [ ] Create `Makefile`

      """
    try place.write(plan, to: "plans/done.md")
    let run = try BuiltProgram.run(["plans/done.md", "-f", "json"], in: place)
    #expect(run.code == 3)
    #expect(run.output.contains("\"state\": \"done\""))
  }
}
