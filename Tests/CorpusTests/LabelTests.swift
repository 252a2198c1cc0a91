import Evaluation
import Testing

@Suite("The labels of the corpus")
struct LabelTests {
  @Test("all are read, in the open and in the locked part")
  func readable() throws {
    let corpus = try OwnCorpus.read(locked: true)
    #expect(corpus.cases.count { $0.isBase } >= 24)
    #expect(corpus.cases.count { !$0.isBase } >= 12)
    #expect(corpus.cases.count { $0.isLocked } >= 8)
  }

  @Test("every quote and heading stands at its lines")
  func places() throws {
    for subject in try OwnCorpus.read(locked: true).cases {
      #expect(subject.labelFaults.map(\.message) == [])
    }
  }

  @Test("there are styles, sizes, languages and plans with a repository enough to tell rules apart")
  func variety() throws {
    let labels = try OwnCorpus.read(locked: true).cases.map(\.labels)
    #expect(Set(labels.map(\.style)).count >= 5)
    #expect(Set(labels.map(\.size)).count == PlanLabels.Size.allCases.count)
    #expect(Set(labels.filter { $0.language != "en" }.map(\.language)).count >= 4)
    #expect(labels.count { $0.hasRepository } >= 5)
  }
}
