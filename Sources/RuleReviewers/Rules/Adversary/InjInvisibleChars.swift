import CheckModel

extension Rule {
  /// Characters that nobody sees.
  static let injInvisibleChars = Rule(
    id: "inj-invisible-chars", title: "Invisible characters", family: .checks, class: .a,
    severity: .minor, question: nil, kind: .injection, zones: Zone.allCases, lexical: false,
    detects: """
      Zero-width characters, bidirectional controls, tag characters, soft hyphens, stray variation \
      selectors, invisible fillers and control characters, in code too. Tags and bidirectional controls \
      are major. Emoji sequences, flags, keycaps, a byte-order mark at the start and the joiners of \
      Arabic, Indic and similar scripts are fine.
      """,
    matters: """
      Tag characters spell whole sentences that only a model reads, bidirectional controls show code in \
      another order than it runs, and a zero-width space makes two equal names different.
      """,
    consequence:
      "Readers and models would judge different texts, and copied code may not be what it shows.",
    fix: "Remove the characters; write them as an escape if the plan is about them.",
    examples: Examples(
      bad: [
        "# Export\n\nThe pay«\u{200B}»ment table.\n",
        "# Export\n\nDone.«\u{E0048}\u{E0069}\u{E0021}»\n",
        "# Export\n\nUser «\u{202E}»nimda reads it.\n",
        "# Export\n\nThe ex«\u{AD}»port.\n",
        "# Export\n\nThe letter a«\u{FE0F}» here.\n",
        "# Export\n\nBell «\u{07}»here.\n",
        "# Export\n\nName«\u{3164}» here.\n",
      ],
      good: [
        "# Export\n\nDone 👩‍💻 and ❤️ and 1️⃣ and 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}.\n",
        "\u{FEFF}# Export\n\nText.\n",
        "# برنامه\n\nمی\u{200C}خواهم.\n",
        "# תכנית\n\nשלום\u{200F} (test).\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .fires, .quoted: .fires,
        .background: .fires,
      ]),
    find: { reading in
      var hits: [Hit] = []
      for file in reading.plan.files.indices {
        let source = reading.plan.files[file].source
        var line = 0
        // far more than anybody reads; the rest is of the same kind
        for run in runs(HiddenCharacters.places(in: source.bytes)).prefix(1_000) {
          // one report a line and family is enough to find them
          let here = source.line(at: run.range.lowerBound)
          if here == line, hits.last?.severity == severity(run.family) { continue }
          line = here
          hits.append(hit(run, file: file))
        }
      }
      return hits
    })

  private struct Run {
    var range: Range<Int>
    var family: HiddenCharacters.Family
    var scalars: [Unicode.Scalar]
  }

  private static func severity(_ family: HiddenCharacters.Family) -> Severity {
    family.isGrave ? .major : .minor
  }

  /// Neighbouring characters of one family together.
  private static func runs(_ places: [HiddenCharacters.Place]) -> [Run] {
    var runs: [Run] = []
    for place in places {
      if let last = runs.last, last.family == place.family,
        last.range.upperBound == place.range.lowerBound
      {
        runs[runs.count - 1].range = last.range.lowerBound..<place.range.upperBound
        runs[runs.count - 1].scalars.append(place.scalar)
      } else {
        runs.append(Run(range: place.range, family: place.family, scalars: [place.scalar]))
      }
    }
    return runs
  }

  private static func hit(_ run: Run, file: Int) -> Hit {
    let codes = run.scalars.prefix(4).map { "U+" + code($0) }.joined(separator: " ")
    let more = run.scalars.count > 4 ? " and \(run.scalars.count - 4) more" : ""
    var problem = "Nobody sees this \(run.family.rawValue) text: \(codes)\(more)."
    if run.family == .tag {
      let spelled = run.scalars.compactMap { scalar -> Character? in
        guard (0xE0020...0xE007E).contains(scalar.value),
          let ascii = Unicode.Scalar(scalar.value - 0xE0000)
        else { return nil }
        return Character(ascii)
      }
      if !spelled.isEmpty { problem += " It spells “\(String(spelled.prefix(80)))”." }
    }
    return Hit(
      Span(file: file, range: run.range), problem, severity: severity(run.family),
      quote: "\(codes)\(more)")
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
