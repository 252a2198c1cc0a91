import Foundation
import Testing

/// Compares a text with a file in `Goldens`; with `SPECCHECK_RECORD=1` the file is written anew, and the
/// run fails so that nobody takes a recording for a pass.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation)
  throws
{
  try expectFile(
    text,
    at: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(name)"),
    sourceLocation: sourceLocation)
}

/// The same for a file anywhere.
func expectFile(_ text: String, at url: URL, sourceLocation: SourceLocation = #_sourceLocation)
  throws
{
  if ProcessInfo.processInfo.environment["SPECCHECK_RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    Issue.record("recorded \(url.lastPathComponent); run again without SPECCHECK_RECORD")
    return
  }
  let expected = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  guard text != expected else { return }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let before = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let first =
    zip(lines, before).enumerated().first { $1.0 != $1.1 }?.offset
    ?? min(lines.count, before.count)
  Issue.record(
    """
    \(url.lastPathComponent) differs from line \(first + 1):
    - \(first < before.count ? String(before[first]) : "(end)")
    + \(first < lines.count ? String(lines[first]) : "(end)")
    If the new text is right: SPECCHECK_RECORD=1 swift test --filter ReportingTests
    """, sourceLocation: sourceLocation)
}
