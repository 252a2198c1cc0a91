import CheckModel
import CommandLine
import RuleReviewers
import Rubrics
import StrictJSON

/// `speccheck explain [ID]`: the page of a rule or criterion, or the list of both.
struct ExplainCommand {
  private let invocation: Invocation
  private let arguments: Arguments
  private let console: Console
  private let catalogue = RuleCatalogue.standard

  init(_ invocation: Invocation, arguments: Arguments, console: Console) {
    self.invocation = invocation
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> Int32 {
    let rubric = try RubricLoader.load(nil, LoadedConfig(), arguments).rubric
    let wantsJSON = invocation.options.format == "json"
    guard let id = invocation.operands.first else {
      return console.answer(
        wantsJSON ? list(rubric).text(indented: true) + "\n" : listText(rubric))
    }
    if let rule = catalogue.rule(id) {
      let page = RulePage(rule)
      return console.answer(wantsJSON ? page.json.text(indented: true) + "\n" : page.markdown)
    } else if let criterion = rubric.criterion(id) {
      let page = CriterionPage(criterion)
      return console.answer(wantsJSON ? criterion.json.text(indented: true) + "\n" : page.markdown)
    }
    let ids = catalogue.rules.map(\.id) + rubric.criteria.map(\.id)
    throw UsageError(
      "there is no rule or criterion '\(id)'", suggestion: DidYouMean.nearest(to: id, among: ids),
      command: .explain)
  }

  private func listText(_ rubric: Rubric) -> String {
    var text = catalogue.list + "\n"
    let width = catalogue.rules.map(\.id.count).max() ?? 0
    for criterion in rubric.criteria {
      text += padded(criterion.id, width) + "  criterion  \(criterion.title)\n"
    }
    return text + "\n'speccheck explain ID' prints the page of one.\n"
  }

  private func padded(_ word: String, _ width: Int) -> String {
    word + String(repeating: " ", count: max(0, width - word.count))
  }

  private func list(_ rubric: Rubric) -> JSONValue {
    [
      "rules": JSONValue(.array(catalogue.rules.map { RulePage($0).json })),
      "criteria": JSONValue(.array(rubric.criteria.map(\.json))),
    ]
  }
}

extension RulePage {
  /// The page's fields as one object.
  fileprivate var json: JSONValue {
    [
      "id": .text(id), "title": .text(title), "family": .text(family), "class": .text(ruleClass),
      "severity": .text(severity), "criterion": .text(criterion), "question": .text(question),
      "kind": .text(kind), "zones": .texts(zones), "detects": .text(detects),
      "matters": .text(matters), "fix": .text(fix), "bad": .texts(bad), "good": .texts(good),
    ]
  }
}

extension Criterion {
  /// What the rubric says about the criterion, as one object.
  fileprivate var json: JSONValue {
    [
      "id": .text(id), "title": .text(title), "summary": .text(summary),
      "weight": JSONValue(.real(weight)), "highTierWeight": JSONValue(.real(highTierWeight)),
      "questions": JSONValue(
        .array(questions.map { ["id": .text($0.id), "text": .text($0.text)] })),
      "anchors": .texts(anchors),
    ]
  }
}

extension JSONValue {
  fileprivate static func text(_ text: String?) -> JSONValue {
    JSONValue(text.map(Content.string) ?? .null)
  }

  fileprivate static func texts(_ texts: [String]) -> JSONValue {
    JSONValue(.array(texts.map(text)))
  }
}
