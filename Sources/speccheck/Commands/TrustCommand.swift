import CommandLine
import Configuration
import Digests
import Files

/// `speccheck trust [DIR]`: a person trusts a project's config as it is now.
struct TrustCommand {
  private let operands: [String]
  private let arguments: Arguments
  private let console: Console

  init(_ invocation: Invocation, arguments: Arguments, console: Console) {
    operands = invocation.operands
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> Int32 {
    guard console.inputIsTerminal, console.outputIsTerminal || console.errorIsTerminal else {
      throw FileTrouble(
        message: "'trust' is for a person at a terminal; read the config there, then run it again")
    }
    let named = operands.first.map(arguments.path) ?? FilePath(".")
    guard let top = WorkingTree.top(of: named.isFolder ? named : named.folder) else {
      throw FileTrouble(message: "'\(named.text)' lies in no repository, which trust is for")
    }
    let environment = Environment.current
    try EnvironmentGuard(environment).check(plans: [top])
    let loader = ConfigLoader(options: Options(), arguments: arguments, environment: environment)
    let reading = try loader.readForTrust(in: ProjectFolder(top: top, commit: nil))
    let store = TrustStore(try StateFolder(environment: environment))
    try store.keep(reading.record, writingBy: AtomicFile(interruption: console.interruption))
    let digest = SHA256.hex(reading.config.bytes)
    var lines = ["trusted: \(top.text)/\(reading.config.file), SHA-256 \(digest)"]
    lines += reading.newlyFollowed.map { "followed from now on: \($0)" }
    lines += reading.neverFollowed
    return console.answer(lines.map { "\(console.shown($0))\n" }.joined())
  }
}
