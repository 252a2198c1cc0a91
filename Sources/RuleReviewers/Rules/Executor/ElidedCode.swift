import CheckModel

extension Rule {
  /// `func merge() { /* implement */ }`
  static let elidedCode = Rule(
    id: "elided-code", title: "Code left out", family: .executor, class: .c, severity: .info,
    question: "contracts.1", kind: .missing, zones: [.fence], lexical: true,
    detects: """
      In the code of open tasks: a fence with nothing but dots, a body that is only dots or a comment such \
      as `// implementation`, comments that begin with TODO, and calls that fail because something is not \
      implemented. Dots that mark the place between lines that are shown (`// ... existing code`), \
      protocols, and output of commands are left alone.
      """,
    matters: "The part that is left out is the part that somebody has to think up.",
    consequence: "The executor fills it in by guessing, or leaves the stub in.",
    fix: "Write the body, or the signature and the tests that decide what the body does.",
    examples: Examples(
      bad: [
        "# Merge\n\n### Task 1: Write `merge.ts`\n\n```ts\nexport function merge(a: Row[], b: Row[]) {\n  «// implementation»\n}\n```\n",
        "# Merge\n\n### Task 1: Write `merge.py`\n\n```python\n«...»\n```\n",
        "# Merge\n\n### Task 1: Write `merge.rs`\n\n```rust\nfn merge(a: &Row) -> Row { «todo!()» }\n```\n",
      ],
      good: [
        "# Merge\n\n### Task 1: Write `merge.ts`\n\n```ts\nexport const merge = (a: Row, b: Row) => ({ ...a, ...b });\n```\n",
        "# Merge\n\n### Task 1: Edit `merge.ts`\n\n```ts\nimport { a } from \"a\";\n// ... existing imports\nimport { merge } from \"merge\";\n```\n",
        "# Merge\n\n### Task 1: Write `merge.py`\n\n```python\nclass Merger(Protocol):\n    def merge(self, row: Row) -> Row:\n        ...\n```\n",
        "# Merge\n\n## Background\n\n```js\nfunction merge() {\n  // TODO: today it does nothing\n}\n```\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      reading.plan.blocks.indices.flatMap { index -> [Hit] in
        let block = reading.plan.blocks[index]
        guard block.isFence, !others.contains(block.fenceLanguage), !reading.isFinished(index),
          !reading.explains(index),
          reading.unit(holding: block.span) != nil || reading.block(index, isIn: .tasks)
            || reading.works(index)
        else { return [] }
        let bytes = reading.plan.files[block.span.file].source.bytes
        return Elision.places(
          in: bytes, block.content.range, isCode: !block.fenceLanguage.isEmpty
        ).map {
          Hit(
            Span(file: block.span.file, range: $0), "What stands here in the end is not written.")
        }
      }
    })

  /// Fences that hold no program.
  private static let others: Set<String> = [
    "sh", "bash", "shell", "zsh", "console", "terminal", "text", "txt", "plain", "plaintext",
    "output", "log", "md", "markdown", "mermaid", "diff", "patch", "http", "tree", "csv", "json",
    "jsonc", "yaml", "yml", "toml", "ini", "dot", "gherkin",
  ]
}
