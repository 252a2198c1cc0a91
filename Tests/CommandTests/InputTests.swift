import Foundation
import Testing

@Suite("What can be named as a plan")
struct InputTests {
  private let plan = "# Plan\n\n## Goal\n\nPrint the total.\n\n- [ ] 1. Change `src/a.py`.\n"

  @Test("an input that cannot be read is exit code 2, and the others are not judged either")
  func unreadable() throws {
    let place = try Place()
    try place.write(plan, to: "good.md")
    try place.write("", to: "empty/readme.txt")
    try place.write(String(repeating: "a\n", count: 2 << 20) + "a", to: "large.md")
    for bad in ["missing.md", "empty", "large.md", "", "good.md/nothing"] {
      let run = try BuiltProgram.run(["good.md", bad, "--"], in: place)
      #expect(run.code == 2, "\(bad)")
      #expect(run.output == "")
      #expect(run.errorLines.count == 1)
    }
  }

  @Test("a plan of exactly 4 MiB is read")
  func largest() throws {
    let place = try Place()
    let start = "# Plan\n\n"
    try place.write(
      start + String(repeating: " ", count: (4 << 20) - start.utf8.count), to: "large.md")
    #expect(try BuiltProgram.run(["large.md", "-q"], in: place).code == 1)
  }

  @Test("a file without permission is exit code 2", .enabled(if: getuid() != 0))
  func forbidden() throws {
    let place = try Place()
    try place.write(plan, to: "secret.md")
    let run = try BuiltProgram.shell("chmod 000 secret.md; speccheck secret.md", in: place)
    #expect(run.code == 2)
    #expect(run.errors.contains("secret.md"))
  }

  @Test(
    "odd names are read, and shown without control characters",
    arguments: [
      "two words.md", "-r.md", "--help", "ü 計画.md", "line\nbreak.md", "red\u{1B}[31m.md",
      "a:1:2: b.md", "check", "'\"$(x)`.md",
    ])
  func oddNames(_ name: String) throws {
    let place = try Place()
    try place.write(plan, to: name)
    for format in ["plain", "terminal", "json"] {
      let run = try BuiltProgram.run(["-f", format, "--", name], in: place)
      #expect(run.code == 1 || run.code == 3, "\(format): \(run.errors)")
      #expect(!run.output.contains("\u{1B}"))
    }
    let plain = try BuiltProgram.run(["-f", "plain", "--", name], in: place)
    #expect(!plain.output.split(separator: "\n").contains { $0.hasPrefix("break.md") })
  }

  @Test("a name that is not UTF-8 is read too", .enabled(if: isLinux))
  func notUTF8() throws {
    let place = try Place()
    let run = try BuiltProgram.shell(
      "name=$(printf 'caf\\351.md'); printf '# Plan\\n' >\"$name\"; speccheck -f plain -- \"$name\"",
      in: place)
    #expect(run.code == 1, "\(run.errors)")
    let answer = try BuiltProgram.shell(
      "name=$(printf 'r\\351.json'); printf 'x' >\"$name\"; printf '# Plan\\n' >p.md; "
        + "speccheck -f plain p.md -r \"answer:$name\"", in: place)
    #expect(answer.code == 1 || answer.code == 4, "\(answer.errors)")
  }

  @Test("names that differ only in how they are spelled in bytes are two files")
  func spellings() throws {
    let place = try Place()
    let names = ["caf\u{E9}.md", "cafe\u{301}.md"]
    let bytes = ["$(printf 'x\\351.md')", "$(printf 'x\\350.md')"]
    for pair in isLinux ? [names, bytes] : [names] {
      let run = try BuiltProgram.shell(
        "printf '# one\\n' > \"\(pair[0])\"; printf '# two\\n' > \"\(pair[1])\"; "
          + "speccheck -f json \"\(pair[0])\" \"\(pair[1])\"", in: place)
      let report = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      let plans = (report?["reports"] as? [[String: Any]])?.compactMap {
        $0["plan"] as? [String: Any]
      }
      #expect(plans?.compactMap { $0["title"] as? String } == ["one", "two"], "\(run.errors)")
    }
  }

  @Test("a name that is not UTF-8 may follow its option without a space", .enabled(if: isLinux))
  func attachedNames() throws {
    let place = try Place()
    try place.write(plan, to: "p.md")
    let run = try BuiltProgram.shell(
      "name=$(printf 'r\\351.json'); printf 'x' > \"$name\"; "
        + "speccheck -q p.md \"-ranswer:$name\" \"--report=json=o$name\"; [ -s \"o$name\" ] && echo there",
      in: place)
    #expect(run.errors == "")
    #expect(run.output.hasSuffix("there\n"))
  }

  @Test("a folder is one plan of its Markdown files, hidden folders and links left out")
  func folder() throws {
    let place = try Place()
    try place.write(plan, to: "specs/tasks.md")
    try place.write("# Design\n", to: "specs/parts/design.md")
    try place.write("# Hidden\n", to: "specs/.old/hidden.md")
    try place.write("# Outside\n", to: "outside.md")
    try FileManager.default.createSymbolicLink(
      at: place.plans.appendingPathComponent("specs/link.md"),
      withDestinationURL: place.plans.appendingPathComponent("outside.md"))
    let run = try BuiltProgram.run(["specs", "-f", "json"], in: place)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let part = try #require(report["plan"] as? [String: Any])
    let files = try #require(part["files"] as? [[String: Any]])
    #expect(files.compactMap { $0["path"] as? String }.map { $0.hasSuffix(".md") }.count == 2)
  }

  @Test("- is standard input, once")
  func standardInput() throws {
    let place = try Place()
    let run = try BuiltProgram.run(["-f", "plain", "-"], input: plan, in: place)
    #expect(run.code == 1 || run.code == 3)
    #expect(run.output.contains("<stdin>"))
    #expect(try BuiltProgram.run(["-", "-"], input: plan, in: place).code == 2)
  }

  @Test(
    "any bytes are survived",
    arguments: [
      [0], [0xFF, 0xFE, 0x00], [0xEF, 0xBB, 0xBF], Array(repeating: UInt8(0), count: 70_000),
      Array(repeating: UInt8(ascii: ">"), count: 20_000), Array("- ".utf8) + [0xC3],
      Array("\r\r\n\r# a\r".utf8),
    ] as [[UInt8]])
  func anyBytes(_ bytes: [UInt8]) throws {
    let place = try Place()
    try Data(bytes).write(to: place.plans.appendingPathComponent("p.md"))
    for format in ["plain", "terminal", "json"] {
      let run = try BuiltProgram.run(["p.md", "-f", format], in: place)
      #expect(run.code == 1 || run.code == 3, "\(format) \(run.errors)")
    }
  }
}

#if os(Linux)
  let isLinux = true
#else
  let isLinux = false
#endif
