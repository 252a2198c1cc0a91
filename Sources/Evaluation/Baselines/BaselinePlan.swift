import CheckModel

/// A ready plan, or a changed version of it, as files that other tools can read.
package struct BaselinePlan: Sendable {
  /// One file of it.
  package struct File: Sendable {
    /// `CASE/plan/plan.md`, or `CASE/OPERATOR/plan.md` for a mutant.
    package let path: String
    package let bytes: [UInt8]

    /// Without line ends.
    var lines: [String] {
      String(decoding: bytes, as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline
      ).map(String.init)
    }
  }

  package let subject: String
  /// Nil for the plan itself.
  package let mutation: MutationOperator?
  package let files: [File]
  package let words: Int
  /// The lines of one file that were changed; nil where the whole plan was.
  let place: (path: String, lines: ClosedRange<Int>)?

  /// The ready plans in English, which is all that the tools know, each followed by its mutants.
  package static func all(of corpus: Corpus, seed: String = MutationRun.seed) -> [BaselinePlan] {
    corpus.cases.filter { $0.labels.verdict == .ready && $0.labels.language == "en" }
      .flatMap { subject in
        let mutants = MutationOperator.all.compactMap { operation in
          operation.mutant(of: subject, seed: seed).map { mutant in
            BaselinePlan(subject.name, operation, mutant.plan, place: mutant.place)
          }
        }
        return [BaselinePlan(subject.name, nil, subject.plan, place: nil)] + mutants
      }
  }

  private init(_ subject: String, _ mutation: MutationOperator?, _ plan: Plan, place: Span?) {
    self.subject = subject
    self.mutation = mutation
    let folder = "\(subject)/\(mutation?.id ?? "plan")"
    let prefix = plan.isFolder ? plan.path.utf8.count + 1 : nil
    func path(_ file: Int) -> String {
      let path = plan.files[file].path
      return "\(folder)/"
        + (prefix.map { String(decoding: path.utf8.dropFirst($0), as: UTF8.self) } ?? "plan.md")
    }
    files = plan.files.indices.map {
      File(path: path($0), bytes: plan.files[$0].source.bytes)
    }
    words = plan.wordCount
    self.place = place.map { (path($0.file), plan.lines(of: $0)) }
  }
}
