import CheckModel
import CommandLine
import Testing

@Suite("Wrong arguments")
struct UsageErrorTests {
  @Test(
    "each complaint is one line that says what is wrong and what was meant",
    arguments: [
      ([], "'check' needs PLAN...; see 'speccheck help check'"),
      (["a.md", "--offlin"], "unknown option '--offlin' (did you mean '--offline'?)"),
      (["a.md", "--reviewr=x"], "unknown option '--reviewr' (did you mean '--reviewer'?)"),
      (["a.md", "-report", "x"], "unknown option '-report' (did you mean '--report'?)"),
      (["a.md", "--zzz"], "unknown option '--zzz'; see 'speccheck help check'"),
      (["a.md", "-Z"], "unknown option '-Z'; see 'speccheck help check'"),
      (["--seal", "a.md"], "unknown option '--seal'; see 'speccheck help check'"),
      (
        ["chekc", "a.md"],
        "'chekc' is neither a command nor a file or folder (did you mean 'check'?)"
      ),
      (["verify"], "'verify' is neither a command nor a file or folder; see 'speccheck --help'"),
      (["a.md", "--tier", "hihg"], "did you mean 'high'?"),
      (["a.md", "--format", "jsn"], "did you mean 'json'?"),
      (["a.md", "--format", "html"], "unknown value 'html' for '--format', known: terminal"),
      (["a.md", "--report", "json"], "'--report' needs FORMAT=FILE, not 'json'"),
      (["a.md", "--report", "json="], "'--report' needs FORMAT=FILE, not 'json='"),
      (["a.md", "--report", "jso=x"], "did you mean 'json'?"),
      (["a.md", "--color", "auot"], "did you mean 'auto'?"),
      (["a.md", "--fail-on", "nogo"], "did you mean 'no-go'?"),
      (["a.md", "-r"], "'-r' needs a value: SPEC"),
      (["a.md", "--rubric", "--swap"], "'--rubric' needs a value: NAME|FILE"),
      (["a.md", "--rubric="], "'--rubric' needs a value: NAME|FILE"),
      (["a.md", "--accept-rules-only", " "], "'--accept-rules-only' needs a value that is not"),
      (["a.md", "--swap=yes"], "'--swap' takes no value"),
      (["a.md", "--tier", "low", "--tier", "low"], "'--tier' may be given only once"),
      (["a.md", "--timeout", "0"], "'--timeout' needs seconds from 0.001 to 86400, not '0'"),
      (["a.md", "--timeout", "nan"], "'--timeout' needs seconds"),
      (["a.md", "--timeout", "0x10"], "'--timeout' needs seconds"),
      (["a.md", "--concurrency", "1.5"], "'--concurrency' needs a whole number from 1 to 64"),
      (["a.md", "--concurrency", "65"], "'--concurrency' needs a whole number"),
      (["a.md", "--because", "x"], "each '--accept-finding' needs one '--because'"),
      (["a.md", "--accept-finding", "x"], "each '--accept-finding' needs one '--because'"),
      (["a.md", "--risk-accepted-by", "Ana"], "'--risk-accepted-by' needs '--tier'"),
      (["a.md", "-qv"], "'--quiet' and '--verbose' exclude each other"),
      (["prompt"], "'prompt' needs PLAN; see 'speccheck help prompt'"),
      (["prompt", "a.md", "b.md"], "'prompt' takes one PLAN, not 'b.md' too"),
      (["prompt", "a.md", "--seat", "C"], "unknown value 'C' for '--seat', known: A, B"),
      (["prompt", "a.md", "--offline"], "unknown option '--offline' for 'prompt'"),
      (["completions", "bsh"], "did you mean 'bash'?"),
      (["completions"], "'completions' needs SHELL"),
      (["help", "chek"], "did you mean 'check'?"),
      (
        ["help", "verify"],
        "known: check, prompt, explain, eval, init, doctor, trust, completions, help"
      ),
    ] as [([String], String)])
  func complaints(about arguments: [String], saying text: String) throws {
    let line = try #require(complaint(arguments))
    #expect(line.contains(text))
    #expect(!line.contains("\n"))
  }

  @Test("no prefix of an option is taken for it")
  func noAbbreviations() {
    #expect(complaint(["a.md", "--timeou", "3"]) != nil)
  }

  @Test("a very long word gets a complaint and no suggestion")
  func longWords() throws {
    let word = String(repeating: "check", count: 10_000)
    #expect(try #require(complaint([word])).hasSuffix("see 'speccheck --help'"))
    #expect(try #require(complaint(["a.md", "--" + word])).contains("unknown option"))
  }
}
