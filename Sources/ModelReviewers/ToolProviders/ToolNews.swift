import CheckModel
import Threads
import Reviewing
import Subprocess

/// What a program says while it works.
enum ToolNews: Sendable, Hashable {
  /// It asks its server again by itself.
  case retries(after: Duration, because: ReviewFailure.Class)
  /// Something for people.
  case says(String)
}

/// Hears what a program writes and reports it as progress; it keeps the last unfinished lines and nothing else.
final class ToolListener: Sendable {
  /// Longer lines hold answers and no news.
  private static let lineLimit = 16 << 10

  private let provider: any ToolProvider
  private let progress: ProgressReporter
  private let lines = Locked(Lines())

  private struct Lines {
    var output: [UInt8] = []
    var errors: [UInt8] = []
    var lastNews: ToolNews?
  }

  init(_ provider: any ToolProvider, progress: ProgressReporter) {
    self.provider = provider
    self.progress = progress
  }

  /// What it said last in its output; what it wrote as an error is known anyway.
  var lastNews: ToolNews? { lines.withLock { $0.lastNews } }

  /// Takes in a piece, cut anywhere.
  func hear(_ piece: ProgramPiece) {
    switch piece {
    case .output(let bytes):
      progress.report(.received(bytes: bytes.count))
      let whole = lines.withLock { Self.complete(&$0.output, with: bytes) }
      // the last of a piece: nobody reads more, however much is written
      guard let news = whole.reversed().lazy.compactMap(provider.news).first else { return }
      lines.withLock { $0.lastNews = news }
      tell(news)
    case .errors(let bytes):
      let last = lines.withLock { lines in
        let whole = Self.complete(&lines.errors, with: bytes)
        return Self.asks(lines.errors) ? lines.errors : whole.last { $0.contains { $0 > 0x20 } }
      }
      if let last { tell(.says(String(decoding: last, as: UTF8.self))) }
    }
  }

  private func tell(_ news: ToolNews) {
    switch news {
    case .retries(let wait, let reason): progress.report(.waiting(wait, because: reason))
    case .says(let words): progress.report(.complained(words))
    }
  }

  /// Who waits for an answer writes no end of line: `Passphrase for key: `.
  private static func asks(_ rest: [UInt8]) -> Bool {
    guard let last = rest.last(where: { $0 > 0x20 }) else { return false }
    return [UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "]")].contains(last)
  }

  /// The lines that are complete now.
  private static func complete(_ rest: inout [UInt8], with bytes: [UInt8]) -> [[UInt8]] {
    var parts = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    var found: [[UInt8]] = []
    while let part = parts.popFirst() {
      if rest.count + part.count <= lineLimit { rest += part }
      if parts.isEmpty { break }
      found.append(rest)
      rest = []
    }
    return found
  }
}
