import CheckModel
import Evaluation
import Files
import Merging
import Testing

@Suite("Labelled pairs of findings in the corpus")
struct PairTests {
  private static let study = Task {
    try await PairStudy.stored(in: OwnCorpus.folder, of: OwnCorpus.read(locked: false))
  }

  @Test("there are at least 150 pairs that are the same gap")
  func enough() async throws {
    let study = try #require(try await Self.study.value)
    #expect(study.cases.reduce(0) { $0 + $1.labels.pairs(.same).count } >= 150)
  }

  @Test("every file of labels belongs to a plan of the open part")
  func known() async throws {
    let study = try #require(try await Self.study.value)
    let files = try Folder.entries(of: OwnCorpus.folder.appending("merging".utf8))
      .map { String(decoding: $0.name, as: UTF8.self) }.filter { $0.hasSuffix(".json") }
    #expect(files.sorted() == study.cases.map { "\($0.name).json" })
  }

  @Test(
    "the shipped values, which were tuned on neither half, reach an F1 of 0.9 on both",
    arguments: [true, false])
  func target(isFirst: Bool) async throws {
    let study = try #require(try await Self.study.value)
    let measured = PairMeasurement(study.half(isFirst), .shipped)
    #expect(try #require(measured.f1) >= 0.9)
    #expect(Double(measured.absoluteError) <= 0.1 * Double(measured.labelledMatches))
  }

  @Test("merging finds what the measurement says that it finds")
  func faithful() async throws {
    let study = try #require(try await Self.study.value)
    let plans = try OwnCorpus.read(locked: false).cases
    for item in study.cases {
      let plan = try #require(plans.first { $0.name == item.name }).plan
      let merged = Merger.merge(plan: plan, a: item.a, b: item.b, checks: [])
      let outcome = item.comparison.outcome(.shipped)
      #expect(outcome.matched == merged.matched, "\(item.name)")
      #expect(
        outcome.merged.count
          == merged.findings.reduce(0) { sum, finding in
            let finders = finding.everyMember.map(\.finder)
            return sum + finders.count { $0 == .a } * finders.count { $0 == .b }
          }, "\(item.name)")
    }
  }

  @Test("the committed results are what is measured; ./dev eval writes them")
  func committed() async throws {
    let study = try #require(try await Self.study.value)
    for file in ResultFile.merging(study) {
      #expect(OwnCorpus.text(file.path) == file.contents, "corpus/\(file.path): run ./dev eval")
    }
  }
}
