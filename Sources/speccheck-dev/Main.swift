#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The tool of the repository itself; run by `./dev` at the top of the tree, never installed.
@main
struct Main {
  static func main() async {
    switch Array(Swift.CommandLine.arguments.dropFirst()) {
    case ["generate"]: exit(generate())
    case ["generate", "--check"]: exit(check())
    case ["eval"]: exit(await EvalResults.write(locked: false))
    case ["eval", "--locked"]: exit(await EvalResults.write(locked: true))
    case let eval where eval.count == 3 && eval.starts(with: ["eval", "--baselines"]):
      exit(await EvalResults.write(locked: false, baselines: eval[2]))
    case let plans where plans.count == 2 && plans[0] == "baseline-plans":
      exit(await EvalResults.writePlans(to: plans[1]))
    case ["requests"]:
      for line in RequestSamples.lines() { print(line) }
      exit(0)
    case let new where new.count == 4 && new.starts(with: ["new", "rule"]):
      exit(start(rule: new[3], family: new[2]))
    default:
      print(
        "usage: speccheck-dev generate [--check] | eval [--locked | --baselines FILE] | "
          + "baseline-plans DIR | requests | new rule FAMILY NAME"
      )
      exit(2)
    }
  }

  /// Writes what is missing or outdated, and names it.
  private static func generate() -> Int32 {
    for file in GeneratedFile.all() where file.state != .current {
      guard TextFile(path: file.path).write(file.contents) else {
        print("cannot write \(file.path)")
        return 1
      }
      print("wrote \(file.path)")
    }
    return 0
  }

  /// Names what is missing or outdated, and fails if anything is.
  private static func check() -> Int32 {
    let files = GeneratedFile.all()
    let stale = files.filter { $0.state != .current }
    for file in stale { print("\(file.path) is \(file.state): run ./dev generate") }
    print("\(files.count - stale.count) of \(files.count) generated files are current")
    return stale.isEmpty ? 0 : 1
  }

  /// Writes a rule's first file and says what is left to do.
  private static func start(rule id: String, family: String) -> Int32 {
    guard let rule = NewRule(family: family, id: id) else {
      let families = NewRule.families.keys.sorted().joined(separator: ", ")
      print("a rule needs a family (\(families)) and a name like no-rollback")
      return 2
    }
    guard rule.file.state == .missing else {
      print("\(rule.file.path) exists already")
      return 1
    }
    guard TextFile(path: rule.file.path).write(rule.file.contents) else {
      print("cannot write \(rule.file.path)")
      return 1
    }
    print("wrote \(rule.file.path)")
    print("next: fill it in, add .\(rule.constant) to RuleCatalogue, ./dev test, ./dev generate")
    return 0
  }
}
