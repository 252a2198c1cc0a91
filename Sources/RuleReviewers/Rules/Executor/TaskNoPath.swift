import CheckModel

extension Rule {
  /// A change without a place.
  static let taskNoPath = Rule(
    id: "task-no-path", title: "Task names no file", family: .executor, class: .b,
    severity: .info, question: "grounding.1", kind: .missing, zones: [.item, .heading, .table],
    lexical: false,
    detects: """
      An open task without a path where three in four of the tasks beside it have one. Also an open checkbox or `Task N` that starts with create, modify, update, refactor, rename, move, \
      delete or replace without a path or code in it, below it or in the heading that groups it, or, unless it \
      creates one, an identifier such as `WarningBanner`; and, as major, a change to “the relevant file” without a \
      path. Info otherwise, since two readers of public plans accepted none of 10. Checks, commits, \
      documents, branches and tickets are left alone.
      """,
    matters: "Without a place the executor searches, and changes the first thing that fits.",
    consequence: "The executor picks the place.",
    fix: "Name the file, and the function if the file is long.",
    examples: Examples(
      bad: [
        "# Sync\n\n- [ ] «Refactor the update sync logic»\n",
        "# Sync\n\n### Task 1: «Update the retry handling»\n\nMake it wait longer.\n",
        """
        # Sync

        - [ ] Add `load()` to `src/load.ts`
        - [ ] «Add `save()` and call it from `load()`»
        - [ ] Print the count in `src/print.ts`

        """,
        "# Sync\n\n## Tasks\n\n1. «In the relevant module wait two seconds between tries»\n2. Run `make check`\n",
      ],
      good: [
        "# Sync\n\n- [ ] In `src/core/update.ts` split `sync()` into two\n",
        "# Sync\n\n- [ ] Refactor the sync logic\n  - `src/core/update.ts`\n",
        "# Sync\n\n- [ ] Update the README with the new flag\n",
        "# Sync\n\n- [ ] Update the WarningBanner component\n- [ ] Create a branch for the work\n",
        "# Sync\n\n- [x] Refactor the update sync logic\n",
        "# Sync\n\n## 1. Work on `src/core/update.ts`\n\n- [ ] Rename the function\n",
        """
        # Sync

        - [ ] Add `load()` to `src/load.ts`
        - [ ] Print the count in `src/print.ts`
        - [ ] Run `make check`, it prints 0 failures
        - [ ] Commit as `Load and print`

        """,
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .open,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      let fences = FenceNames.places(in: reading)
      let units = reading.units.filter { isBare($0, plan, fences) }
      let bare = units.map { plan.tasks[$0.task].titleSpan }
      var odd = PlacedTasks.oddOnes(in: reading)
      let places = UnitPlaces(odd.map(\.span).sorted())
      let said = Set(bare.compactMap(places.index(holding:)).map { places.spans[$0] })
      odd.removeAll { said.contains($0.span) }
      let reported = UnitPlaces((bare + odd.map(\.span)).sorted())
      let vague = VaguePlaces.all(in: reading).filter { place in
        reported.index(holding: place) == nil && !reported.isAny(in: place)
      }
      return zip(bare, units).map { place, unit in
        Hit(
          place, "This task changes something and does not say in which file.",
          severity: namesNoPlace(unit.titleWords) ? .major : nil)
      }
        + vague.map { Hit($0, "Which file that is stands nowhere in the task.", severity: .major) }
        + odd.map { task in
          Hit(
            plan.firstLine(of: task.titleSpan),
            "The tasks beside it name their files, this one does not.")
        }
    })

  /// A change without anything that could be looked for.
  ///
  /// - Parameter fences: those that name their file.
  private static func isBare(_ unit: TaskUnit, _ plan: Plan, _ fences: UnitPlaces) -> Bool {
    let task = plan.tasks[unit.task]
    guard unit.paths.isEmpty, isEnglish(task, plan), !unit.isDocumentation(in: plan),
      unit.fenceCount == 0 || !fences.isAny(in: unit.span),
      !unit.titleWords.prefix(8).contains(where: PlacedTasks.placeless.contains)
    else { return false }
    if namesNoPlace(unit.titleWords) { return true }
    guard task.form == .checkbox || task.form == .heading, let verb = unit.titleWords.first,
      placedVerbs.contains(verb), !unit.namesCode
    else { return false }
    return verb == "create" || !namesIdentifier(task.title)
  }

  private static let placedVerbs: WordSet = [
    "create", "modify", "update", "refactor", "rename", "move", "delete", "replace", "rewrite",
  ]
  private static let prepositions: WordSet = ["in", "into", "to", "inside", "within", "from", "of"]
  private static let changing: WordSet = ["update", "modify", "edit", "change", "extend", "adapt"]
  private static let vaguely: WordSet = [
    "relevant", "appropriate", "corresponding", "respective", "affected", "right", "proper",
    "necessary", "suitable", "responsible", "same", "existing",
  ]
  private static let containers: WordSet = [
    "module", "modules", "file", "files", "component", "components", "place", "places", "location",
    "class", "classes", "package", "source", "sources", "script",
  ]

  /// “in the module”, “to the relevant files”.
  private static func namesNoPlace(_ words: [Word]) -> Bool {
    words.indices.dropFirst().contains { index in
      guard containers.contains(words[index]) else { return false }
      let isVague = vaguely.contains(words[index - 1])
      let article = index - (isVague ? 2 : 1)
      guard article >= 0, words[article] == "the" else { return false }
      // “the file” alone may be what the program reads
      let isPlace = isVague || words[index] == "module"
      return isPlace
        && (article == 0 || prepositions.contains(words[article - 1])
          || changing.contains(words[article - 1]))
    }
  }

  /// `WarningBanner` without backticks: what exists under such a name is found by searching for it.
  private static func namesIdentifier(_ title: String) -> Bool {
    title.utf8.split(separator: 0x20).contains { word in
      let letters = Array(word)
      let hasHump = letters.indices.dropFirst().contains {
        letters[$0].isLetter && letters[$0].lowercased != letters[$0]
          && letters[$0 - 1].isLetter && letters[$0 - 1].lowercased == letters[$0 - 1]
      }
      return hasHump && !products.contains(String(decoding: word, as: UTF8.self).lowercased())
    }
  }

  /// Names with a capital inside that stand for no code of one's own.
  private static let products: Set<String> = [
    "javascript", "typescript", "github", "gitlab", "postgresql", "macos", "ios", "graphql",
    "openapi", "websocket", "websockets", "mongodb", "devops", "nextjs", "youtube", "fastapi",
  ]

  private static func isEnglish(_ task: PlanTask, _ plan: Plan) -> Bool {
    let language = task.section.map { plan.sections[$0].language } ?? "und"
    return language == "en" || (language == "und" && ["en", "und"].contains(plan.language))
  }
}
