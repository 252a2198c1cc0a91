import CheckModel

extension Rule {
  /// A command that nothing in the repository answers to.
  static let commandNotFound = Rule(
    id: "command-not-found", title: "Command is not in the repository", family: .executor,
    class: .b, severity: .major, question: "grounding.2", kind: .wrong,
    zones: [.paragraph, .item, .table, .fence], lexical: false,
    detects: """
      With a repository: a script of a package or of composer, a target of make or a recipe of just that open work \
      runs, that no file of the working tree defines and that the plan does not write down either. Commands sent to \
      another folder, and files that take in others, are left alone.
      """,
    matters: "It is the check of the work, most often, and it cannot be run.",
    consequence: "The executor runs something else, or calls the step done without a check.",
    fix: "Name a command that is there, or say which task adds it.",
    examples: Examples(
      bad: [
        """
        # Lint

        - [ ] Modify `src/app.js`: no unused imports
        - [ ] Run `«npm run lnit»`; expected: no output

        """
      ],
      good: [
        """
        # Lint

        - [ ] Modify `src/app.js`: no unused imports
        - [ ] Add the script `types` to `package.json`
        - [ ] Run `npm run lint` and `npm run types`; expected: no output

        """
      ],
      files: [
        "package.json": "{ \"scripts\": { \"lint\": \"eslint .\" } }\n", "src/app.js": "start()\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .silent,
        .background: .open,
      ]),
    find: { reading in
      reading.instructing(.command).compactMap { reference in
        guard reference.state == .missing,
          case .notDefined(let name, let what, let file) = reference.fact
        else { return nil }
        let nearest = reference.suggestion.map { "; nearest: “\($0)”" } ?? ""
        let title = "“\(file)” has no \(what) “\(name)”\(nearest)"
        return Hit(reference.span, title + ".", title: title, isShownByTree: true)
      }
    })
}
