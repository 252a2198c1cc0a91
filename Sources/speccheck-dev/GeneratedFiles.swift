import CommandLine

extension GeneratedFile {
  /// Everything under `docs/generated/`: each kind of file is one line here.
  static func all() -> [GeneratedFile] {
    [commandLineReference] + completions
  }

  private static let program = Program.speccheck(
    version: "", formats: ["terminal", "plain", "json"])

  private static var commandLineReference: GeneratedFile {
    GeneratedFile("docs/generated/cli.md", MarkdownReference(program).page)
  }

  private static var completions: [GeneratedFile] {
    Completions.shells.compactMap { shell in
      Completions.script(for: shell, of: program).map { script in
        GeneratedFile("docs/generated/completions/speccheck.\(shell)", script)
      }
    }
  }
}
