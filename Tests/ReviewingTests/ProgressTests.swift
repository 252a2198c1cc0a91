import CheckModel
import Reviewing
import Testing

@Suite("How the seats are getting on")
struct ProgressTests {
  private let start = ContinuousClock.now
  private let words = ProgressWords(reviewers: [.a: "anthropic/m", .b: "openai/n"])

  private func after(_ seconds: Double) -> ContinuousClock.Instant { start + .seconds(seconds) }

  /// A board that heard this of the seats of one plan.
  private func board(_ news: [(Double, Seat, SeatProgress)]) -> ProgressBoard {
    var board = ProgressBoard(plans: 1)
    for (time, seat, progress) in news {
      board.note(progress, plan: 0, seat: seat, at: after(time))
    }
    return board
  }

  /// What is said of one seat that was asked at once.
  private func said(_ news: [(Double, SeatProgress)], at time: Double) -> String {
    let all = [(0.0, Seat.a, SeatProgress.began)] + news.map { ($0.0, Seat.a, $0.1) }
    return words.lines(board(all), at: after(time)).joined(separator: "\n")
  }

  private static let asked = SeatProgress.event(.asked(attempt: 1, bytes: 48_000))

  @Test("before the first request a seat waits for its turn")
  func turn() { #expect(said([], at: 3) == "A anthropic/m: 3 s, waits for its turn") }

  @Test("a seat says how long it takes, what came and when the last byte was")
  func receiving() {
    #expect(said([(0, Self.asked)], at: 12.9) == "A anthropic/m: 12 s, 0 B received")
    let pieces = (1...4).map { (Double($0), SeatProgress.event(.received(bytes: 810))) }
    #expect(
      said([(0, Self.asked)] + pieces, at: 9)
        == "A anthropic/m: 9 s, 3.2 kB received, the last 5 s ago")
  }

  @Test("after thirty silent seconds it says what that may mean, and not before")
  func silence() {
    #expect(!said([(0, Self.asked)], at: 29).contains("may be"))
    #expect(
      said([(0, Self.asked)], at: 30)
        == "A anthropic/m: 30 s, 0 B received, no answer for 30 s\n  the model may be thinking, "
        + "the provider holding back, or the network stuck")
    let begun = [(0.0, Self.asked), (10.0, SeatProgress.event(.received(bytes: 1)))]
    #expect(!said(begun, at: 39).contains("may be"))
    #expect(
      said(begun, at: 150)
        == "A anthropic/m: 2 min 30 s, 1 B received, no byte for 2 min 20 s\n  the model may be "
        + "thinking, or the network is stuck")
  }

  @Test("the moment at which somebody will have been silent for so long is known before")
  func nextSilence() {
    let seats = board([
      (0, .a, .began), (0, .b, .began), (1, .a, Self.asked), (4, .b, Self.asked),
      (9, .b, .event(.received(bytes: 1))),
    ])
    #expect(seats.nextSilence(after: after(9)) == after(31))
    #expect(seats.nextSilence(after: after(31)) == after(39))
    #expect(seats.nextSilence(after: after(39)) == nil)
    let ended = board([(0, .a, .began), (1, .a, Self.asked), (2, .a, .ended(nil))])
    #expect(ended.nextSilence(after: after(3)) == nil)
  }

  private static let program = (0.0, SeatProgress.event(.startsProgram))

  @Test("a silent program may wait for a person, and its last words are repeated")
  func silentProgram() {
    let asked = [Self.program, (0.0, Self.asked)]
    #expect(!said(asked, at: 29).contains("may be"))
    #expect(said(asked, at: 31).contains("a login, a permission dialog, a dialog of the operating"))
    let complained = asked + [(20.0, SeatProgress.event(.complained("Enter your code:")))]
    let lines = said(complained, at: 31)
    #expect(lines.hasSuffix("\n  it last wrote: Enter your code:"))
    // what it writes for people is no part of an answer
    #expect(lines.hasPrefix("A anthropic/m: 31 s, 0 B received, no answer for 31 s\n"))
  }

  @Test("a program that tried again by itself is at work when its wait is over")
  func programRetries() {
    let wait = SeatProgress.event(.waiting(.seconds(5), because: .overloaded))
    let news = [Self.program, (0.0, Self.asked), (1.0, wait)]
    #expect(said(news, at: 3) == "A anthropic/m: 3 s, overloaded, attempt 2 in 3 s")
    #expect(said(news, at: 7) == "A anthropic/m: 7 s, 0 B received")
  }

  @Test("a wait says for what, and counts down")
  func waiting() {
    let news = [
      (0.0, Self.asked),
      (2, SeatProgress.event(.waiting(.seconds(8), because: .rateLimited))),
    ]
    #expect(said(news, at: 4) == "A anthropic/m: 4 s, rate-limited, attempt 2 in 6 s")
    #expect(said(news, at: 40) == "A anthropic/m: 40 s, rate-limited, attempt 2 in 0 s")
    let again = news + [(10.0, SeatProgress.event(.asked(attempt: 2, bytes: 48_000)))]
    #expect(said(again, at: 12) == "A anthropic/m: 12 s, attempt 2, 0 B received")
  }

  @Test("the end stands still: reviewed, failed or from the store")
  func ends() {
    #expect(
      said([(0, Self.asked), (34, .ended(nil))], at: 50) == "A anthropic/m: reviewed in 34 s")
    #expect(
      said([(0, Self.asked), (3, .ended(.auth))], at: 50)
        == "A anthropic/m: no review (auth) after 3 s")
    #expect(said([(0, .event(.stored))], at: 1) == "A anthropic/m: answers from the store")
  }

  @Test("both seats have a line, in their order; a seat nobody named has none")
  func seats() {
    let both = board([(0, .b, .began), (0, .a, .began)])
    #expect(words.lines(both, at: after(1)).map { $0.first } == ["A", "B"])
    let models = ProgressWords(reviewers: [.b: "openai/n"])
    #expect(models.lines(both, at: after(1)).map { $0.first } == ["B"])
    #expect(ProgressWords(reviewers: [:]).lines(both, at: after(1)) == [])
  }

  @Test("many plans share one line")
  func summary() {
    var board = ProgressBoard(plans: 200)
    #expect(words.lines(board, at: start) == [])
    for plan in 0..<32 {
      for seat in Seat.allCases {
        board.note(.began, plan: plan, seat: seat, at: start)
        board.note(Self.asked, plan: plan, seat: seat, at: start)
      }
    }
    for plan in 0..<12 {
      for seat in Seat.allCases { board.note(.ended(nil), plan: plan, seat: seat, at: after(9)) }
    }
    board.note(.ended(.quota), plan: 12, seat: .a, at: after(9))
    board.note(
      .event(.waiting(.seconds(2), because: .overloaded)), plan: 13, seat: .b, at: after(9))
    #expect(
      words.lines(board, at: after(10)) == [
        "10 s: 12 of 200 plans done, 20 under way, 1 waiting (overloaded), 1 failed"
      ])
    #expect(
      words.lines(board, at: after(31)).first?.contains("38 without a byte for 30 s or more")
        == true)
  }

  @Test("among many plans the program that has been silent longest says what that may mean")
  func silentAmongMany() {
    var board = ProgressBoard(plans: 3)
    for plan in 0..<3 {
      for seat in Seat.allCases {
        board.note(.began, plan: plan, seat: seat, at: start)
        if seat == .b { board.note(Self.program.1, plan: plan, seat: seat, at: start) }
        board.note(Self.asked, plan: plan, seat: seat, at: after(Double(plan)))
        board.note(
          .event(.complained("Enter your code \(plan):")), plan: plan, seat: seat, at: after(3))
      }
    }
    #expect(words.lines(board, at: after(29)).count == 1)
    #expect(
      words.lines(board, at: after(30)).dropFirst() == [
        "  B openai/n: the model may be thinking, the network stuck, or the program waiting for you:",
        "  B openai/n: a login, a permission dialog, a dialog of the operating system",
        "  B openai/n: it last wrote: Enter your code 0:",
      ])
    board.note(.ended(nil), plan: 0, seat: .b, at: after(31))
    #expect(words.lines(board, at: after(32)).last?.hasSuffix("Enter your code 1:") == true)
  }

  @Test("news of a seat that never began changes nothing")
  func unknown() {
    #expect(words.lines(board([(0, .a, Self.asked)]), at: after(1)) == [])
  }
}
