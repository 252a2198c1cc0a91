import PlanParsing
import Testing

@testable import RuleReviewers

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("Much text of one kind: four times the size takes about four times as long")
struct LinearTimeTests {
  /// A plan whose halves repeat a line each, with numbers and words of their own; what is in the one is looked for in
  /// the other.
  struct Shape: Sendable, CustomTestStringConvertible {
    var name: String
    var first: @Sendable (Int) -> String
    var second: @Sendable (Int) -> String = { _ in "" }

    var testDescription: String { name }

    func text(_ size: Int) -> String {
      "# Plan\n\n**Goal:** do it.\n\n" + Self.lines(first, size) + "\n## Tasks\n\n"
        + Self.lines(second, size)
    }

    private static func lines(_ line: (Int) -> String, _ size: Int) -> String {
      var text = ""
      var number = 0
      while text.utf8.count < size / 2, !line(number).isEmpty {
        number += 1
        text += line(number)
      }
      return text
    }
  }

  static let shapes: [Shape] = [
    Shape(name: "requirements of one id", first: { _ in "- **FR-001**: it MUST do\n" }),
    Shape(
      name: "requirements, and tasks that name every other one",
      first: { "- **FR-\($0)**: The system MUST keep the \(word($0))\n" },
      second: { "- [ ] T\($0) Keep the \(word($0)) in `src/\(word($0)).ts` (FR-\(2 * $0))\n" }),
    Shape(
      name: "requirements with numbered criteria",
      first: {
        "### Requirement \($0): \(word($0))\n\n#### Acceptance Criteria\n\n"
          + "1. WHEN \(word($0)) THEN the system SHALL stop\n\n"
      }),
    Shape(
      name: "things out of scope, and tasks",
      first: { "\($0 == 1 ? "## Out of scope\n\n" : "")- cache of \(word($0))\n" },
      second: { "- [ ] Write the cache of \(word(7 * $0)) to `src/\(word($0)).ts`\n" }),
    Shape(
      name: "files not to be changed, and tasks",
      first: { "Do not change `\(word($0)).ts`.\n\n" },
      second: { "- [ ] Modify `src/\(word($0))x.ts`: add the field\n" }),
    Shape(
      name: "the only files to be changed, and tasks",
      first: { "\($0 == 1 ? "**Files you own (no others):**\n" : "")- `src/\(word($0)).ts`\n" },
      second: { "- [ ] Modify `src/\(word($0))x.ts`: add the field\n" }),
    Shape(
      name: "lists of the only files to be changed, and tasks",
      first: { "Change only `src/\(word($0)).ts`.\n\n" },
      second: { "- [ ] Modify `src/\(word($0))x.ts`: add the field\n" }),
    Shape(
      name: "tasks with lists of files",
      first: {
        "### Task \($0): Add \(word($0))\n\n**Files:**\n- Create: `src/\(word($0)).ts`\n\n"
          + "Write `make\(word($0))()` with `make\(word($0 - 1))()` from Task \($0 - 1).\n\n"
      }),
    Shape(
      name: "decisions, and questions about the same words",
      first: { "\($0 == 1 ? "## Decisions\n\n" : "")- We use \(word($0)) for the store of rows\n" },
      second: {
        "\($0 == 1 ? "## Open questions\n\n" : "")- Do we use \(word(3 * $0)) for the store?\n"
      }),
    Shape(
      name: "hints of a template in a table",
      first: {
        "\($0 == 1 ? "## Choices\n\n| a | b |\n|---|---|\n" : "")| [e.g., \(word($0))] | [insert \($0) here] |\n"
      }),
    Shape(
      name: "suppressions on one line",
      first: { _ in "a <!-- speccheck-ignore and-or: because --> " }),
    Shape(
      name: "one fence of commands that destroy",
      first: { "\($0 == 1 ? "```sh\n" : "")git reset --hard\nDROP TABLE \(word($0));\n" }),
    Shape(
      name: "here-documents that never end",
      first: { "\($0 == 1 ? "```sh\n" : "")cat > a <<\(word($0))\n" }),
    Shape(
      name: "examples and rules of one field",
      first: {
        "`status` is one of `open`, `paid` and `v\($0)`.\n\n```json\n{\"status\": \"v\($0)\"}\n```\n\n"
      }),
    Shape(
      name: "names that one task brings, and others that are taken from it",
      first: {
        "\($0 == 1 ? "### Task 1: x\n\n" : "")Add `make\(word($0))()`. Call `get\(word(3 * $0))()` from Task 1.\n\n"
      }),
    Shape(
      name: "paths with one part of many",
      first: { "- Modify `src/\(word($0))/index.ts`, then `src/\(word($0))s/index.ts`\n" }),
  ]

  private static func word(_ number: Int) -> String {
    var word = ""
    var rest = number + 700
    while rest > 0 {
      word += ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra"][rest % 11]
      rest /= 11
    }
    return word
  }

  @Test("parser, rules and witnesses are linear", .timeLimit(.minutes(10)), arguments: shapes)
  func growth(shape: Shape) {
    _ = Self.seconds(shape, 2_000)
    let small = min(Self.seconds(shape, 20_000), Self.seconds(shape, 20_000))
    let large = min(Self.seconds(shape, 80_000), Self.seconds(shape, 80_000))
    // sixteen where each line is compared with each; a busy machine has other work in its caches
    #expect(large < 7 * small, "\(small) s, then \(large) s")
  }

  /// Of this thread alone, whatever else the machine does.
  private static func seconds(_ shape: Shape, _ size: Int) -> Double {
    let text = shape.text(size)
    let start = clock()
    let reading = PlanReading(plan(text))
    _ = RuleChecks.findings(in: reading, lensesOnSeats: [])
    _ = RuleChecks.diagnostics(in: reading)
    let evidence = Evidence(reading)
    for witness in Witness.all { _ = witness.measure(evidence) }
    return clock() - start
  }

  private static func clock() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
