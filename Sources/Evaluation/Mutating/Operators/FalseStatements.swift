import CheckModel

/// Changes that only a working tree shows to be wrong; they need a plan that was compared with one.
extension MutationOperator {
  /// Two letters of a path that the work needs change places.
  static let misspellPath = MutationOperator(
    "misspell-path", .structural, rules: ["path-not-found", "path-variant"], criterion: "grounding"
  ) { plan, choice in
    let spans = plan.existingPaths.compactMap { reference -> Span? in
      let name = reference.text.split(separator: "/").last.map(String.init) ?? ""
      let stem = Array(name.utf8.prefix { $0 != UInt8(ascii: ".") })
      guard stem.count >= 4 else { return nil }
      let start = reference.span.range.lowerBound + reference.text.utf8.count - name.utf8.count
      // the second letter from which on the next one differs
      let place = (1..<stem.count - 1).first { stem[$0] != stem[$0 + 1] }
      return place.map {
        Span(file: reference.span.file, range: (start + $0)..<(start + $0 + 2))
      }
    }
    guard let span = choice.one(of: spans) else { return nil }
    return Mutant(plan, [Edit(span, String(plan.text(of: span).reversed()))], within: span)
  }

  /// A path that the work needs becomes that of a file which is not there.
  static let absentPath = MutationOperator(
    "absent-path", .structural, rules: ["path-not-found"], criterion: "grounding"
  ) { plan, choice in
    let names = ["legacy_support", "shared_helpers", "core_runtime"]
    let spans = plan.existingPaths.filter { $0.action != .mention }.compactMap { reference -> Span? in
      guard let dot = reference.text.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
      let slash = reference.text.utf8.lastIndex(of: UInt8(ascii: "/"))
      let start = slash.map { reference.text.utf8.index(after: $0) } ?? reference.text.startIndex
      guard start < dot else { return nil }
      let from = reference.text.utf8.distance(from: reference.text.startIndex, to: start)
      let to = reference.text.utf8.distance(from: reference.text.startIndex, to: dot)
      let begin = reference.span.range.lowerBound
      return Span(file: reference.span.file, range: (begin + from)..<(begin + to))
    }
    guard let span = choice.one(of: spans), let name = choice.one(of: names) else { return nil }
    return Mutant(plan, [Edit(span, name)], within: span)
  }

  /// A sentence behind one of the work says something of an existing file that is not so.
  static let falseStatement = MutationOperator(
    "false-statement", .semantic, rules: ["false-about-code", "symbol-not-found", "line-ref-beyond"],
    criterion: "grounding", severity: .major
  ) { plan, choice in
    guard plan.language == "en", let end = choice.one(of: plan.workSentenceEnds),
      let path = choice.one(of: plan.existingPaths.filter { $0.text.contains(".") })?.text,
      let sentence = choice.one(of: [
        "The function `normalize_all()` in `\(path)` already does this for every caller.",
        "`\(path)` already exports the helper `tidyEverything`.",
        "`check_twice()` (`\(path)`) currently logs each call.",
        "Reuse the existing `openSafely()` of `\(path)`.",
        "Today `\(path)` keeps its state in the class `StateKeeper`.",
        "The limit stands in `\(path):4217`.",
      ])
    else { return nil }
    return Mutant(plan, [Edit(end, " " + sentence)], within: end)
  }
}

extension Plan {
  /// The paths in prose that the working tree has as they are written.
  fileprivate var existingPaths: [Reference] {
    references.filter { reference in
      reference.kind == .path && reference.state == .exists && reference.suggestion == nil
        && !reference.text.hasSuffix("/") && text(of: reference.span) == reference.text
    }
  }
}
