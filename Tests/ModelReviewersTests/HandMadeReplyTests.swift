import Testing

/// Replies written by hand to try the decoder as a whole. They are no recordings: no model has answered
/// here, and `HandMade/README.md` says so.
@Suite("Hand-made replies")
struct HandMadeReplyTests {
  static let folders = RecordedReview.all(in: "HandMade")

  @Test("There is at least one")
  func present() { #expect(!Self.folders.isEmpty) }

  @Test("Each pair of replies counts for what is expected", arguments: folders)
  func counted(folder: RecordedReview) async throws { try await folder.check() }
}
