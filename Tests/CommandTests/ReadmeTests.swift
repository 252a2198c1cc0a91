import Foundation
import Testing

@Suite("The session in README")
struct ReadmeTests {
  private static let top = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The lines of the first block that begins with a prompt.
  private func session() throws -> [Substring] {
    let text = try String(
      contentsOf: Self.top.appendingPathComponent("README.md"), encoding: .utf8)
    let block = try #require(text.components(separatedBy: "```console\n").dropFirst().first)
    return block.components(separatedBy: "\n```")[0].split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  @Test("what it shows is what the program prints; … stands for what is left out")
  func current() throws {
    var lines = try session()
    let code = lines.removeLast()
    #expect(lines.popLast() == "$ echo $?")
    let command = try #require(lines.first?.split(separator: " ").map(String.init))
    #expect(Array(command.prefix(2)) == ["$", "speccheck"])
    let place = try Place()
    let plan = try #require(command.dropFirst(2).first)
    try place.write(
      String(
        contentsOf: Self.top.appendingPathComponent("docs/examples/\(plan)"), encoding: .utf8),
      to: plan)
    let run = try BuiltProgram.run(command.dropFirst(2) + ["-f", "terminal"], in: place)
    #expect(code == "\(run.code)")
    var rest = run.output[...]
    for part in lines.dropFirst().split(separator: "…") {
      let text = part.joined(separator: "\n")
      let found = try #require(rest.range(of: text), "README shows what is not printed:\n\(text)")
      rest = rest[found.upperBound...]
    }
  }

  @Test("it ends in NO-GO, with two gaps and their places, and the exit code")
  func content() throws {
    let lines = try session()
    #expect(lines.count { $0.contains("--> drop-column.md:") } == 2)
    let verdict = try #require(lines.lastIndex { $0.contains("NO-GO") })
    #expect(verdict > lines.count - 12)
    #expect(lines.last == "1")
  }
}
