import CAllocator
import CheckModel
import CommandLine
import Configuration
import Files
import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the program is called and which one it is.
enum Tool {
  static let identity = ToolIdentity(name: "speccheck", version: "0.1.0")

  static let program = Program.speccheck(
    version: identity.version, formats: ReportFormat.all.map(\.name))
}

/// Reads the arguments, runs one command, and ends with its exit code.
@main
struct Main {
  static func main() async {
    sp_keep_freed_memory()
    Environment.keepOwnMachineDirect()
    let console = Console()
    let arguments = Arguments()
    let code = await run(arguments, console)
    fflush(nil)
    exit(code)
  }

  private static func run(_ arguments: Arguments, _ console: Console) async -> Int32 {
    let parser = CommandLineParser(Tool.program) { path in
      arguments.path(path).exists
    }
    do {
      let invocation = try parser.parse(arguments.texts)
      switch invocation.command {
      case .check:
        return try await CheckCommand(invocation, arguments: arguments, console: console).run()
      case .prompt:
        return try PromptCommand(invocation, arguments: arguments, console: console).run()
      case .explain:
        return try ExplainCommand(invocation, arguments: arguments, console: console).run()
      case .initialize:
        return try await InitCommand(invocation, arguments: arguments, console: console).run()
      case .doctor:
        return try await DoctorCommand(invocation, arguments: arguments, console: console).run()
      case .eval:
        return try await EvalCommand(invocation, arguments: arguments, console: console).run()
      case .trust:
        return try TrustCommand(invocation, arguments: arguments, console: console).run()
      case .completions, .help, .version:
        return HelpCommand(invocation, console: console).run()
      }
    } catch let error as UsageError {
      console.complain(error.line)
    } catch let error as ConfigError {
      console.complain(error)
    } catch let trouble as FileTrouble {
      console.complain(trouble.message)
    } catch {
      console.complain("\(error)")
    }
    return 2
  }
}
