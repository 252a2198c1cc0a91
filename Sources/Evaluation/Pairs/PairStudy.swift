package import CheckModel
import Digests
package import Files
package import Merging
import ModelReviewers
import Reviewing

/// Labelled pairs of findings beside what merging makes of them.
package struct PairStudy: Sendable {
  /// One plan with the findings of both seats.
  package struct Case: Sendable {
    package let name: String
    package let a: [Finding]
    package let b: [Finding]
    package let labels: PairLabels
    package let comparison: SeatComparison

    package init(name: String, plan: Plan, a: [Finding], b: [Finding], labels: PairLabels) {
      self.name = name
      self.a = a
      self.b = b
      self.labels = labels
      comparison = SeatComparison(plan: plan, a: a, b: b)
    }
  }

  /// By name.
  package let cases: [Case]

  package init(cases: [Case]) { self.cases = cases.sorted { $0.name < $1.name } }

  /// A fixed part of the plans to tune on: every other one by name, from the first; or the others.
  package func half(_ isFirst: Bool) -> [Case] {
    cases.enumerated().filter { $0.offset.isMultiple(of: 2) == isFirst }.map(\.element)
  }

  /// The pairs that lie in the folder `merging` of a corpus, of these of its plans; nil without that folder.
  ///
  /// - Throws: `CorpusError` for labels that are not as the schema asks, or not of the stored replies, and for a
  ///   reply that is no valid review; `FileTrouble` for what cannot be read.
  package static func stored(in folder: FilePath, of corpus: Corpus) async throws -> PairStudy? {
    let labels = folder.appending("merging".utf8)
    guard labels.isFolder else { return nil }
    let judge = try PanelJudge(tool: ToolIdentity(name: "speccheck", version: ""))
    let replies = try ReplyFolder.read(folder.appending("replies".utf8), corpus: corpus)
    var cases: [Case] = []
    for subject in corpus.cases {
      let path = labels.appending("\(subject.name).json".utf8)
      guard path.exists else { continue }
      var reviews: [Seat: Review] = [:]
      var digests: [Seat: String] = [:]
      for seat in Seat.allCases {
        let answer = replies.answers.first {
          $0.subject == subject.name && $0.version == nil && $0.seat == seat && $0.number == 1
        }
        guard let answer else {
          throw CorpusError(path.text, "there is no reply-\(seat.rawValue)-1.json to the plan")
        }
        reviews[seat] = try await review(answer, of: subject, judge.rubric, replies.secret ?? [])
        digests[seat] = SHA256.hex(answer.bytes)
      }
      let (a, b) = (reviews[.a]?.findings ?? [], reviews[.b]?.findings ?? [])
      let found = try PairLabelsReader(gaps: [.a: a.count, .b: b.count]).read(
        try FileReader.read(path, limit: LabelsReader.sizeLimit, what: "labels"), path: path.text)
      guard found.digests == digests else {
        throw CorpusError(path.text, "the replies are not those that were labelled")
      }
      cases.append(Case(name: subject.name, plan: subject.plan, a: a, b: b, labels: found))
    }
    return PairStudy(cases: cases)
  }

  private static func review(
    _ answer: StoredAnswer, of subject: CorpusCase, _ rubric: Rubric, _ secret: [UInt8]
  ) async throws -> Review {
    do throws(ReviewFailure) {
      return try await answer.review(of: subject.plan, rubric, secret: secret)
    } catch {
      throw CorpusError(answer.path, error.message)
    }
  }
}
