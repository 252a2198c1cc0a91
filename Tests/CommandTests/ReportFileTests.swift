import Foundation
import Testing

@Suite("Where a report is written to")
struct ReportFileTests {
  private let plan = Inputs.path("finished.md")

  @Test("pipes and devices are written to, not replaced", .enabled(if: isLinux))
  func devices() throws {
    let place = try Place()
    let stdout = try BuiltProgram.shell(
      "speccheck -q -f plain --report json=/dev/stdout '\(plan)' | tail -n 1", in: place)
    #expect(stdout.output == "}\n")
    let file = try BuiltProgram.shell(
      "speccheck -q -f plain --report json=/dev/stdout '\(plan)' > all; head -n 1 all; tail -n 1 all",
      in: place)
    #expect(file.output.contains("HOLD") && file.output.hasSuffix("}\n"), "\(file.output)")
    let pipe = try BuiltProgram.shell(
      "mkfifo p; (tail -n 1 p > last) & speccheck -q --report json=p '\(plan)'; wait; "
        + "cat last; [ -p p ] && echo still a pipe", in: place)
    #expect(pipe.output.hasSuffix("}\nstill a pipe\n"), "\(pipe.output)")
    let null = try BuiltProgram.shell(
      "ln -s /dev/null n; speccheck -q --report json=n --report plain=n '\(plan)'; [ -c n ]",
      in: place)
    #expect(null.code == 0)
  }

  @Test("through a link the file it leads to is written, and keeps its permissions")
  func link() throws {
    let place = try Place()
    let run = try BuiltProgram.shell(
      "mkdir d; echo old > d/r; chmod 640 d/r; ln -s d/r l; speccheck -q --report json=l '\(plan)'; "
        + "[ -L l ] && tail -n 1 d/r && ls -l d/r && ls -A d", in: place)
    #expect(run.output.contains("}\n-rw-r-----"), "\(run.output)")
    #expect(run.output.hasSuffix("r\n"), "nothing is left beside it")
  }

  @Test("the longest name that a file may have is written")
  func longName() throws {
    let place = try Place()
    let name = String(repeating: "n", count: 255)
    let run = try BuiltProgram.run([plan, "-q", "--report", "json=\(name)"], in: place)
    #expect(run.errors == "")
    #expect(try place.read(name).hasSuffix("}\n"))
  }

  @Test("what is read from standard input is not overwritten either")
  func input() throws {
    let place = try Place()
    let run = try BuiltProgram.shell(
      "cp '\(plan)' p.md; speccheck - --report json=p.md < p.md; echo $?; cmp '\(plan)' p.md",
      in: place)
    #expect(run.output == "2\n")
    #expect(run.errorLines.count == 1)
  }

  @Test("two names of a file that does not exist yet are one file")
  func twoNames() throws {
    let place = try Place()
    let run = try BuiltProgram.run(
      [plan, "--report", "json=new", "--report", "plain=./new"], in: place)
    #expect(run.code == 2)
    #expect(run.errors.contains("two reports"))
  }

  @Test("no report is written among the program's own state")
  func state() throws {
    let place = try Place()
    try place.write("# Plan\n", to: "plan.md")
    let run = try BuiltProgram.shell(
      "speccheck plan.md --report json=../state/nonce-secret", in: place)
    #expect(run.code == 2)
    #expect(run.errors.contains("own state"))
    #expect(try BuiltProgram.shell("ls ../state", in: place).output == "")
  }
}
