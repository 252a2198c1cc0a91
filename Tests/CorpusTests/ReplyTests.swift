import CheckModel
import Evaluation
import Files
import Testing

@Suite("Stored replies to the plans of the corpus")
struct ReplyTests {
  private static let folder = OwnCorpus.folder.appending("replies".utf8)

  private static let study = Task {
    try await ReviewerStudy.stored(in: OwnCorpus.folder, of: OwnCorpus.read(locked: false))
  }

  @Test("each answers a plan of the open part")
  func known() throws {
    let replies = try ReplyFolder.read(Self.folder, corpus: OwnCorpus.read(locked: false))
    #expect(replies.strangers == [])
    #expect(replies.secret == [UInt8](repeating: 0x2A, count: 32))
  }

  @Test("every one is a valid review of its plan as the plan is today")
  func valid() async throws {
    let study = try #require(try await Self.study.value)
    #expect(study.failures == [])
  }

  @Test("the committed results are what is measured; ./dev eval writes them")
  func committed() async throws {
    let study = try #require(try await Self.study.value)
    for file in ResultFile.reviewers(study) {
      #expect(OwnCorpus.text(file.path) == file.contents, "corpus/\(file.path): run ./dev eval")
    }
  }
}
