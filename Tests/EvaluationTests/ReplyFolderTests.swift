import CheckModel
import Files
import Foundation
import Testing

@testable import Evaluation

@Suite("Stored replies")
struct ReplyFolderTests {
  /// A folder that is gone when the test ends.
  private final class Place {
    let url = FileManager.default.temporaryDirectory.appending(path: "replies-\(UUID().uuidString)")
    var path: FilePath { FilePath(url.path) }

    func write(_ text: String, to name: String) throws {
      let file = url.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
  }

  private static let corpus = Corpus(cases: [
    Plans.subject(
      "# Export\n\nIt is fast.\n", gaps: [Plans.gap(3...3, .quote("It is fast"))], name: "draft")
  ])

  private static func folder(_ files: String..., text: String = "{}") throws -> Place {
    let place = Place()
    for file in files { try place.write(text, to: file) }
    return place
  }

  private static func read(_ place: Place) throws -> ReplyFolder {
    try ReplyFolder.read(place.path, corpus: corpus)
  }

  @Test("replies are told apart by plan, version, seat and number")
  func names() throws {
    let place = try Self.folder(
      "draft/reply-B-1.json", "draft/reply-A-2.json", "draft/reply-A-1.json",
      "draft/add-background/reply-A-1.json", "draft/add-background@7/reply-A-1.json", "README.md",
      "other/reply-A-1.json")
    let read = try Self.read(place)
    #expect(
      read.answers.map { "\($0.version?.name ?? "") \($0.fileName)" } == [
        " reply-A-1.json", " reply-A-2.json", " reply-B-1.json", "add-background reply-A-1.json",
        "add-background@7 reply-A-1.json",
      ])
    #expect(read.strangers == ["other"])
    #expect(read.secret == nil)
  }

  @Test(
    "a file that is no reply, an operator that does harm, and a folder without replies are refused",
    arguments: [
      "draft/reply-A.json", "draft/reply-A-01.json", "draft/reply-C-1.json", "draft/notes.txt",
      "draft/add-tbd/reply-A-1.json", "other/reply-A-1.json",
    ])
  func refused(name: String) throws {
    let place = try Self.folder(name)
    #expect(throws: CorpusError.self) { try Self.read(place) }
  }

  @Test("a judgement names a reply, a finding, what it is and why")
  func judgement() throws {
    let place = try Self.folder("draft/reply-A-1.json")
    try place.write(
      """
      [{"reply": "reply-A-1.json", "finding": 2, "problem": "The rate is", "is": "g1", "because": "same"},
       {"reply": "reply-A-1.json", "finding": 1, "problem": "No limit is", "is": "real", "because": "so"}]
      """, to: "draft/judgements.json")
    let read = try #require(try Self.read(place).judgements["draft"])
    var findings = [Plans.finding(nil), Plans.finding(nil)]
    findings[0].problem = "No limit is given."
    findings[1].problem = "The rate is open."
    #expect(
      try read.judgements(of: "reply-A-1.json", findings) == [0: .real, 1: .gap("g1")])
    #expect(try read.judgements(of: "reply-B-1.json", findings).isEmpty)
    #expect(throws: CorpusError.self) {
      try read.judgements(of: "reply-A-1.json", findings.reversed())
    }
  }

  @Test(
    "a judgement that says something else is refused, with its place",
    arguments: [
      (#""g1""#, #""g9""#), (#""g1""#, #""maybe""#), (#""same""#, #"" ""#), (": 2,", ": 0,"),
      ("reply-A-1", "reply-A"), (#""because""#, #""why""#),
    ])
  func badJudgement(part: String, instead: String) throws {
    let good =
      #"[{"reply": "reply-A-1.json", "finding": 2, "problem": "The rate is", "is": "g1", "because": "same"}]"#
    let error = #expect(throws: CorpusError.self) {
      try Judgements(
        Array(good.replacingOccurrences(of: part, with: instead).utf8), path: "judgements.json",
        gaps: ["g1"])
    }
    #expect(error?.place.hasPrefix("judgements.json:1:") == true)
  }

  @Test("a reply that nobody's prompt asked for is a failure of the reviewer and not a review")
  func broken() async throws {
    let place = try Self.folder("draft/reply-A-1.json")
    let judge = try PanelJudge(tool: .init(name: "speccheck", version: ""))
    let reviewer = try await Self.read(place).reviewer(
      corpus: Self.corpus, rubric: judge.rubric, secret: [UInt8](repeating: 0x2A, count: 32))
    #expect(reviewer.opinions.map(\.reviews.count) == [0])
    #expect(reviewer.opinions.map(\.failures.count) == [1])
  }

  @Test("versions are operators that do no harm, with other choices by another seed")
  func versions() {
    #expect(PlanVersion("add-background")?.name == "add-background")
    #expect(PlanVersion("reflow@7")?.name == "reflow@7")
    #expect(PlanVersion("add-tbd") == nil)
    #expect(PlanVersion("reflow@") == nil)
  }
}
