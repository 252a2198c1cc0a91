import CheckModel
import CommandLine
import Foundation
import TestProcess
import Testing

@Suite("Help, completions and reference, made from the table")
struct GeneratedTextTests {
  let program = Program.speccheck(version: "1.2.3", formats: ["terminal", "plain", "json"])

  private func helpTexts() -> [String] {
    let help = Help(program)
    return [help.text(for: nil)] + program.commands.map { help.text(for: $0.name) }
  }

  @Test("no line of help is wider than 80 columns or ends in white space")
  func width() {
    for line in helpTexts().flatMap({ $0.split(separator: "\n") }) {
      #expect(line.count <= 80, "\(line)")
      #expect(line.last?.isWhitespace == false, "\(line)")
    }
  }

  @Test("the help of a command names each of its options and its operand")
  func helpIsComplete() {
    for command in program.commands {
      let text = Help(program).text(for: command.name)
      for option in command.options {
        #expect(text.contains(option.spelling + (option.value.map { " \($0.placeholder)" } ?? "")))
      }
      if let operand = command.operand { #expect(text.contains(operand.usage)) }
    }
    let overview = Help(program).text(for: nil)
    for command in program.commands { #expect(overview.contains("  \(command.name.rawValue) ")) }
    for code in program.exitCodes { #expect(overview.contains("  \(code.code) ")) }
    #expect(Help(program).version == "speccheck 1.2.3\n")
  }

  @Test("styled help differs only by bold headings")
  func styled() {
    let plain = Help(program).text(for: .check)
    let styled = Help(program, styled: true).text(for: .check)
    #expect(styled != plain)
    #expect(
      styled.replacing("\u{1B}[1m", with: "").replacing("\u{1B}[0m", with: "") == plain)
  }

  @Test("options of one name are written alike in every command, and short names are unique")
  func oneShape() {
    for command in program.commands {
      let shorts = command.options.compactMap(\.short)
      #expect(Set(shorts).count == shorts.count)
      #expect(Set(command.options.map(\.name)).count == command.options.count)
      for option in command.options {
        #expect(option.summary.first?.isUppercase == true)
        #expect(!option.summary.hasSuffix("."))
        for other in program.commands.flatMap(\.options) where other.name == option.name {
          #expect(other.short == option.short)
          #expect((other.value == nil) == (option.value == nil))
        }
      }
    }
  }

  @Test("each example of the help is understood")
  func examples() throws {
    let parser = CommandLineParser(program) { _ in false }
    for example in program.commands.flatMap(\.examples) {
      let words = example.line.split(whereSeparator: { " ()<>|".contains($0) }).map(String.init)
      let start = try #require(words.firstIndex(of: "speccheck")) + 1
      let end = example.line.contains(where: { "<>|".contains($0) }) ? start + 2 : words.count
      _ = try parser.parse(Array(words[start..<end]))
    }
  }

  @Test("the scripts name every command and option", arguments: Completions.shells)
  func scripts(shell: String) throws {
    let script = try #require(Completions.script(for: shell, of: program))
    for command in program.commands {
      #expect(script.contains(command.name.rawValue))
      for option in command.options { #expect(script.contains(option.name)) }
    }
    #expect(Completions.script(for: "tcsh", of: program) == nil)
  }

  @Test("the reference lists every option with its meaning, and breaks no table")
  func reference() {
    let page = MarkdownReference(program).page
    for option in program.commands.flatMap(\.options) {
      #expect(page.contains("`\(option.spelling)"))
    }
    for row in page.split(separator: "\n") where row.hasPrefix("|") {
      let bars = row.replacing("\\|", with: "").count { $0 == "|" }
      #expect(bars == 3, "\(row)")
    }
  }

  @Test(
    "bash offers commands, options, values and plans",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")),
    arguments: [
      (["pro"], "prompt"), (["--offl"], "--offline"), (["a.md", "--tier", ""], "low normal high"),
      (["prompt", "--seat", ""], "A B"), (["prompt", "--of"], ""), (["completions", "f"], "fish"),
      (["check", "--format", "=", "j"], "json"), (["--rubric", "d"], ""), (["a"], ""),
      (["-r", "rules/p"], "rules/planner"), (["-r", "answer", ":"], ""),
    ])
  func bash(words: [String], offers: String) throws {
    let script = try #require(Completions.script(for: "bash", of: program))
    let quoted = (["speccheck"] + words).map { "'\($0)'" }.joined(separator: " ")
    let output = Pipe()
    let run = try ChildProcess(
      "/bin/bash",
      [
        "--norc", "-c",
        script + "\nCOMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count); _speccheck; "
          + "echo \"${COMPREPLY[*]}\"",
      ], environment: ProcessInfo.processInfo.environment,
      output: output.fileHandleForWriting.fileDescriptor)
    try output.fileHandleForWriting.close()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    #expect(run.wait() == .exited(0))
    #expect(String(decoding: text, as: UTF8.self) == offers + "\n")
  }
}
