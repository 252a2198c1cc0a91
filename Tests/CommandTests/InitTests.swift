import Foundation
import Testing

@Suite("Writing the user's config")
struct InitTests {
  private func config(_ place: Place) throws -> String {
    try String(contentsOf: place.state.appendingPathComponent("config.yml"), encoding: .utf8)
  }

  @Test("two reviewers on the command line become a panel that counts")
  func options() throws {
    let place = try Place()
    let run = try BuiltProgram.shell(
      "speccheck init -r anthropic/m-1 -r 'chat/a\"b\\c@qwen' --written-by anthropic", in: place)
    #expect(run.code == 0, "\(run.errors)")
    let text = try config(place)
    #expect(run.output.contains("wrote ") && run.output.hasSuffix(text))
    #expect(try BuiltProgram.shell("stat -c %a ../state/config.yml", in: place).output == "600\n")
    // it is read and followed: without keys the panel cannot be asked
    let check = try BuiltProgram.shell("speccheck doctor", in: place)
    #expect(check.code == 4)
    #expect(check.output.contains("'critic'") && check.output.contains("ANTHROPIC_API_KEY"))
  }

  @Test("two agents are asked on their logins and with their own models")
  func agents() throws {
    let place = try Place()
    let run = try BuiltProgram.shell("speccheck init -r claude-cli -r codex-cli/m-2", in: place)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.errors == "")
    let text = try config(place)
    #expect(text.contains("critic:  { kind: claude-cli }"))
    #expect(text.contains("builder: { kind: codex-cli, model: \"m-2\" }"))
    let same = try BuiltProgram.shell(
      "speccheck init -r claude-cli -r anthropic/claude-x", in: try Place())
    #expect(same.code == 0)
    #expect(same.errors.contains("both are of the family anthropic"))
  }

  @Test("a config that exists is never changed")
  func exists() throws {
    let place = try Place()
    for line in [
      "echo mine > ../state/config.yml", "ln -sf missing ../state/config.yml",
      "rm ../state/config.yml; mkdir ../state/config.yml",
    ] {
      let run = try BuiltProgram.shell(
        "\(line); speccheck init -r anthropic/a -r openai/b", in: place)
      #expect(run.code == 2)
      #expect(run.errors.contains("exists already"))
    }
    let listing = try BuiltProgram.shell("ls -A ../state ../state/config.yml", in: place)
    #expect(listing.output.filter { $0 != "\n" } == "../state:config.yml../state/config.yml:")
  }

  @Test(
    "what does not name two models writes nothing",
    arguments: [
      "", "-r anthropic/a", "-r anthropic/a -r openai/b -r gemini/c",
      "-r anthropic/a -r rules/executor",
      "-r anthropic/a -r answer:x.json", "-r anthropic/a -r critic", "-r anthropic/ -r openai/b",
      "plan.md", "-r anthropic/a -r openai/b --written-by 'a b'",
    ])
  func refused(arguments: String) throws {
    let place = try Place()
    let run = try BuiltProgram.shell("speccheck init \(arguments) < /dev/null", in: place)
    #expect(run.code == 2)
    #expect(run.output == "")
    #expect(try BuiltProgram.shell("ls ../state", in: place).output == "")
  }

  @Test("a place inside the repository is refused")
  func inTheTree() throws {
    let place = try Place()
    let run = try BuiltProgram.shell(
      "mkdir -p repo/.git; cd repo; SPECCHECK_HOME=home speccheck init -r anthropic/a -r openai/b",
      in: place)
    #expect(run.code == 2)
    #expect(run.errors.contains("inside the working tree"))
  }

  @Test(
    "at a terminal it asks, takes products for families, and guesses no model",
    .enabled(if: isLinux))
  func questions() throws {
    let place = try Place()
    let run = try atTerminal(
      "speccheck init", typing: "claude\ncodex\nm-1\n\nm 2\nm-2\n", in: place)
    #expect(run.code == 0, "\(run.output)")
    let text = try config(place)
    for line in [
      "critic:  { kind: anthropic, model: \"m-1\" }", "builder: { kind: openai, model: \"m-2\" }",
      "panel: gate", "writtenBy: \"anthropic\"", "executor: \"openai\"",
    ] { #expect(text.contains(line), "\(text)") }
  }

  @Test(
    "people write and build too; without a usable answer nothing is written", .enabled(if: isLinux))
  func people() throws {
    let place = try Place()
    let run = try atTerminal(
      "speccheck init", typing: "\n\nm-1\nopenai/m-1\ngemini/m-2\n", in: place)
    #expect(run.code == 0, "\(run.output)")
    let text = try config(place)
    #expect(text.contains("gemini") && !text.contains("writtenBy"))
    let other = try Place()
    let none = try atTerminal("speccheck init", typing: "\n\n?\n?\n?\n", in: other)
    #expect(none.code == 2)
    #expect(
      !FileManager.default.fileExists(atPath: other.state.appendingPathComponent("config.yml").path)
    )
  }
}
