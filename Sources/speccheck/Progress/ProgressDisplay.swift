import CheckModel
import CommandLine
import Files
import Reporting
import Reviewing
import TextUnits

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Shows on standard error how the seats are getting on, as long as a run lasts.
///
/// On a terminal the lines are redrawn in place and gone at the end; elsewhere they are printed at most
/// every ten seconds, and when a seat has been silent for long.
actor ProgressDisplay {
  private enum Style {
    case live
    case plain

    var pause: Duration { self == .live ? .milliseconds(500) : .seconds(10) }
  }

  private struct News: Sendable {
    let plan: Int
    let seat: Seat
    let progress: SeatProgress
    let at: ContinuousClock.Instant
  }

  private let console: Console
  private let style: Style
  private let words: ProgressWords
  private var board: ProgressBoard
  private let news: AsyncStream<News>
  private nonisolated let sender: AsyncStream<News>.Continuation
  /// Lines that stand above the cursor and are ours.
  private var drawn = 0

  /// Nil where nothing shall be shown, or where nobody is asked but rules.
  ///
  /// - Parameter reviewers: the seats that are asked, with what their reviewers are called.
  init?(_ options: Options, plans: Int, reviewers: [Seat: String], console: Console) {
    guard !options.quiet, options.progress != .none, !reviewers.isEmpty else { return nil }
    let isLive = options.progress == .auto && console.errorIsTerminal && !console.isDumb
    style = isLive ? .live : .plain
    self.console = console
    words = ProgressWords(reviewers: reviewers.mapValues { Escaping.text.prose($0) })
    board = ProgressBoard(plans: plans)
    (news, sender) = AsyncStream.makeStream()
  }

  /// Where one plan's panel reports to; from any thread.
  nonisolated func progress(ofPlan plan: Int) -> PanelProgress {
    PanelProgress { [sender] seat, progress in
      sender.yield(News(plan: plan, seat: seat, progress: progress, at: .now))
    }
  }

  /// Does the work and shows its progress until it is done.
  func shown<Outcome: Sendable>(while work: @Sendable () async -> Outcome) async -> Outcome {
    let listener = Task {
      for await piece in news {
        board.note(piece.progress, plan: piece.plan, seat: piece.seat, at: piece.at)
      }
    }
    let ticker = Task {
      while (try? await Task.sleep(for: pause)) != nil { draw() }
    }
    let outcome = await work()
    ticker.cancel()
    listener.cancel()
    if style == .live { redraw([]) }
    return outcome
  }

  /// Until there is something to show.
  private var pause: Duration {
    let now = ContinuousClock.now
    return min(style.pause, board.nextSilence(after: now).map { $0 - now } ?? style.pause)
  }

  private func draw() {
    let lines = words.lines(board, at: .now)
    switch style {
    case .live: redraw(lines)
    case .plain: for line in lines { console.complain(line) }
    }
  }

  /// Puts the lines where the last ones were (ECMA-48: cursor up, erase to the end).
  private func redraw(_ lines: [String]) {
    guard !lines.isEmpty || drawn > 0 else { return }
    let width = console.errorWidth - 1
    let back = drawn > 0 ? "\r\u{1B}[\(drawn)A\u{1B}[J" : ""
    let text = lines.map { TerminalWidth.truncated($0, to: width) + "\n" }.joined()
    _ = DescriptorWriter.write(Array((back + text).utf8), to: STDERR_FILENO)
    drawn = lines.count
  }
}
