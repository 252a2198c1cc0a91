import CheckModel
import Evaluation
import Foundation
import Testing

@Suite("Verdicts of the rules on the open part of the corpus, with '--accept-rules-only'")
struct VerdictTests {
  /// What the gate gets wrong today and why; a file, so that a repair has to take it out.
  private static func knownMisses() throws -> [String: String] {
    let data = Data(OwnCorpus.text("known-misses.json").utf8)
    return try JSONDecoder().decode([String: String].self, from: data)
  }

  @Test(
    "no plan that is ready ends in NO-GO, and none that is not ready in GO, but for the known ones")
  func bothDirections() async throws {
    let judged = try await OwnCorpus.judged.value
    let wrong = judged.filter { result in
      switch result.subject.labels.verdict {
      case .ready: result.outcome == .noGo || result.outcome == .incomplete
      case .nearly: result.outcome == .incomplete
      case .notReady: result.outcome == .go || result.outcome == .incomplete
      }
    }
    let known = try Self.knownMisses()
    #expect(Set(wrong.map(\.subject.name)) == Set(known.keys))
    #expect(known.values.allSatisfy { $0.count > 20 }, "each has its reason")
  }

  @Test("the committed results are what is measured; ./dev eval writes them")
  func committed() async throws {
    let measured = Measurement(try await OwnCorpus.judged.value)
    for file in ResultFile.open(measured) {
      #expect(OwnCorpus.text(file.path) == file.contents, "corpus/\(file.path): run ./dev eval")
    }
  }

  @Test("the targets of the corpus are met")
  func targets() async throws {
    let measured = Measurement(try await OwnCorpus.judged.value)
    #expect(try Targets.read(of: OwnCorpus.folder).missed(by: measured) == [])
  }
}
