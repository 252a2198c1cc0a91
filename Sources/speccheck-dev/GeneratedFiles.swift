import CommandLine
import Configuration
import ModelReviewers
import Reporting
import RuleReviewers
import Rubrics

extension GeneratedFile {
  /// Everything under `docs/generated/`: each kind of file is one line here.
  static func all() -> [GeneratedFile] {
    [commandLineReference] + completions + config + [replySchema, reportSchema, faults] + rulePages
  }

  private static let program = Program.speccheck(
    version: "", formats: ReportFormat.all.map(\.name))

  private static var commandLineReference: GeneratedFile {
    GeneratedFile("docs/generated/cli.md", MarkdownReference(program).page)
  }

  private static var reportSchema: GeneratedFile {
    GeneratedFile("docs/generated/report.schema.json", ReportSchema.render())
  }

  /// What becomes of a seat whose model's server goes wrong.
  private static var faults: GeneratedFile {
    GeneratedFile("docs/generated/faults.md", FaultPage.markdown)
  }

  /// What the config can say: for programs, and for people.
  private static var config: [GeneratedFile] {
    let rules = RuleCatalogue.standard.rules.map {
      ConfigRule(id: $0.id, title: $0.title, severity: $0.severity, isProtected: $0.isGuard)
    }
    let schema = ConfigSchema(rules: rules)
    return [
      GeneratedFile("docs/generated/config.md", schema.reference),
      GeneratedFile("docs/generated/config.schema.json", schema.document),
    ]
  }

  private static var completions: [GeneratedFile] {
    Completions.shells.compactMap { shell in
      Completions.script(for: shell, of: program).map { script in
        GeneratedFile("docs/generated/completions/speccheck.\(shell)", script)
      }
    }
  }

  /// The form of a model's reply, for the rubric that is compiled in.
  private static var replySchema: GeneratedFile {
    let rubric = try? BuiltinRubrics.rubric("default")
    return GeneratedFile(
      "docs/generated/reply.schema.json", rubric.map(ReplySchema.document) ?? "")
  }

  /// A page for each rule, and the list of them.
  private static var rulePages: [GeneratedFile] {
    let pages = RuleCatalogue.standard.rules.map { RulePage($0) }
    let rows = pages.map { page in
      "| [\(page.id)](rules/\(page.id).md) | \(page.severity) | \(page.title) |\n"
    }
    let list = "# The rules\n\n| rule | severity | what it reports |\n|---|---|---|\n"
    return [GeneratedFile("docs/generated/rules.md", list + rows.joined())]
      + pages.map { GeneratedFile("docs/generated/rules/\($0.id).md", $0.markdown) }
  }
}
