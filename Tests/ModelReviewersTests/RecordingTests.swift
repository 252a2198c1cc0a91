import Testing

/// What real models answered to exactly our prompts; `Recordings/README.md` says how they were made.
@Suite("Recorded replies")
struct RecordingTests {
  static let folders = RecordedReview.all(in: "Recordings")

  @Test("There are at least six plans, each with the replies of both seats")
  func present() {
    #expect(Self.folders.count >= 6)
    #expect(Self.folders.filter { !$0.hasReplies }.map(\.testDescription) == [])
  }

  @Test("Each pair of replies counts for what is expected", arguments: folders)
  func counted(folder: RecordedReview) async throws { try await folder.check() }
}
