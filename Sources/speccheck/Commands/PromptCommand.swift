import CheckModel
import CommandLine
import Files
import ModelReviewers
import PlanParsing
import StrictJSON

/// `speccheck prompt PLAN`: exactly what a model on a seat would be asked.
struct PromptCommand {
  private let invocation: Invocation
  private let arguments: Arguments
  private let console: Console

  init(_ invocation: Invocation, arguments: Arguments, console: Console) {
    self.invocation = invocation
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> Int32 {
    let options = invocation.options
    let path = arguments.path(invocation.operands[0])
    let environment = Environment.current
    let config = try ConfigLoader(
      options: options, arguments: arguments, environment: environment
    ).load(plans: [path])
    let rubric = try RubricLoader.load(options.rubric, config, arguments).rubric
    let state = try StateFolder(environment: environment)
    let parsed = PlanParser.parse(try PlanLoader.load(path))
    let repository = try RepositoryCheck([parsed], options: options, arguments: arguments)
    let plan = repository.plans[0]
    let seat = options.seat ?? .a
    let place = try PanelChoice(options: options, config: config.effective, trees: [])
      .assignments(for: plan.risk.tier)[seat == .a ? 0 : 1]
    // rules read no prompt; where they sit, it is for whoever shall take the seat
    let usual = (seat == .a) == options.swap ? Lens.executor : .planner
    let lens = if case .rules = place.reviewer { usual } else { place.lens }
    let secret = try state.nonceSecret(
      writingBy: AtomicFile(interruption: console.interruption), complain: console.complain)
    let prompt = Prompt(
      plan: plan, rubric: rubric, lens: lens,
      context: try ContextLoader.load(config, complain: console.complain),
      access: try config.effective.access(of: place.reviewer), secret: secret)
    let code = console.answer(
      options.format == "json" ? prompt.body.text(indented: true) + "\n" : prompt.text + "\n")
    for diagnostic in repository.diagnostics(for: plan) + prompt.omissions {
      console.complain(diagnostic.message)
    }
    return code
  }
}
