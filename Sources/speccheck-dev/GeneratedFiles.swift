import CommandLine
import ModelReviewers
import Reporting
import Rubrics

extension GeneratedFile {
  /// Everything under `docs/generated/`: each kind of file is one line here.
  static func all() -> [GeneratedFile] {
    [commandLineReference] + completions + [replySchema, reportSchema]
  }

  private static let program = Program.speccheck(
    version: "", formats: ReportFormat.all.map(\.name))

  private static var commandLineReference: GeneratedFile {
    GeneratedFile("docs/generated/cli.md", MarkdownReference(program).page)
  }

  private static var reportSchema: GeneratedFile {
    GeneratedFile("docs/generated/report.schema.json", ReportSchema.render())
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
}
