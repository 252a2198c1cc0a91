import CheckModel
import HTTPClient
import StrictJSON
import Testing

@testable import ModelReviewers

@Suite("When to try again")
struct RetryPolicyTests {
  private func wait(
    _ failureClass: ReviewFailure.Class, attempt: Int = 1, demand: WaitDemand? = nil,
    isFinal: Bool = false, remaining: Duration = .seconds(900), chance: Double = 0, now: Int = 0
  ) -> Duration? {
    var failure = WireFailure(failure: ReviewFailure(failureClass, message: "x"))
    failure.demand = demand
    failure.isFinal = isFinal
    return RetryPolicy().wait(
      after: failure, attempt: attempt, remaining: remaining, chance: chance, now: now)
  }

  @Test(
    "Only trouble that passes by itself is tried again", arguments: ReviewFailure.Class.allCases)
  func classes(_ failureClass: ReviewFailure.Class) {
    let passing: [ReviewFailure.Class] = [.rateLimited, .overloaded, .unreachable, .timeoutIdle]
    #expect((wait(failureClass) != nil) == passing.contains(failureClass))
    #expect((wait(failureClass, demand: .after(.zero)) != nil) == passing.contains(failureClass))
  }

  @Test("The wait doubles from half a second, up to eight, less a quarter by chance")
  func backOff() {
    var policy = RetryPolicy()
    policy.attempts = 10
    let failure = WireFailure(failure: ReviewFailure(.overloaded, message: "x"))
    let waits = (1...7).map {
      policy.wait(after: failure, attempt: $0, remaining: .seconds(900), chance: 0, now: 0)
    }
    let expected: [Duration] = [
      .milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(8),
      .seconds(8),
    ]
    #expect(waits == expected)
    #expect(wait(.overloaded, attempt: 2, chance: 1) == .milliseconds(750))
    #expect(wait(.overloaded, attempt: 2, chance: 7) == .milliseconds(750))
  }

  @Test("There are four attempts, and none that the server forbids")
  func bounded() {
    #expect(wait(.overloaded, attempt: 3) != nil)
    #expect(wait(.overloaded, attempt: 4) == nil)
    #expect(wait(.overloaded, isFinal: true) == nil)
  }

  @Test("What the server asks for counts, up to two minutes")
  func demanded() {
    #expect(wait(.rateLimited, demand: .after(.seconds(7))) == .seconds(7))
    #expect(wait(.rateLimited, demand: .after(.zero)) == .zero)
    #expect(wait(.rateLimited, demand: .after(.seconds(120))) == .seconds(120))
    #expect(wait(.rateLimited, demand: .after(.seconds(121))) == nil)
    #expect(wait(.rateLimited, demand: .until(1_030), now: 1_000) == .seconds(30))
    #expect(wait(.rateLimited, demand: .until(900), now: 1_000) == .zero)
  }

  @Test("No wait reaches past the time that is left")
  func deadline() {
    #expect(wait(.overloaded, remaining: .milliseconds(1_500)) != nil)
    #expect(wait(.overloaded, remaining: .milliseconds(1_499)) == nil)
    #expect(wait(.rateLimited, demand: .after(.seconds(60)), remaining: .seconds(60)) == nil)
  }
}

@Suite("What a server asks for")
struct RetryAfterTests {
  private func demand(_ headers: [HTTPHeader], _ body: JSONValue? = nil) -> WaitDemand? {
    RetryAfter.demand(headers: headers, body: body)
  }

  @Test(
    "Every form of the header is understood",
    arguments: [
      ([HTTPHeader("Retry-After", "7")], .after(.seconds(7))),
      ([HTTPHeader("retry-after", " 1.5 ")], .after(.milliseconds(1_500))),
      ([HTTPHeader("RETRY-AFTER-MS", "300")], .after(.milliseconds(300))),
      (
        [HTTPHeader("retry-after", "9"), HTTPHeader("retry-after-ms", "300")],
        .after(.milliseconds(300))
      ),
      ([HTTPHeader("llm_provider-retry-after", "7")], .after(.seconds(7))),
      (
        [HTTPHeader("Retry-After", "Fri, 20 Nov 2026 13:20:05 GMT")], .until(1_795_180_805)
      ),
      (
        [
          HTTPHeader("Retry-After", "Fri, 20 Nov 2026 13:20:05 GMT"),
          HTTPHeader("Date", "Fri, 20 Nov 2026 13:20:00 GMT"),
        ], .after(.seconds(5))
      ),
      (
        [
          HTTPHeader("Retry-After", "Fri, 20 Nov 2026 13:20:00 GMT"),
          HTTPHeader("Date", "Fri, 20 Nov 2026 13:20:09 GMT"),
        ], .after(.zero)
      ),
    ] as [([HTTPHeader], WaitDemand)])
  func forms(_ headers: [HTTPHeader], expected: WaitDemand) {
    #expect(demand(headers) == expected)
  }

  @Test(
    "Gemini puts it into the body", arguments: [("2s", 2_000), ("0.25s", 250), ("34.5s", 34_500)])
  func inBody(_ delay: String, milliseconds: Int) {
    let info: JSONValue = [
      "@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": .string(delay),
    ]
    let body: JSONValue = ["error": ["details": [["@type": "other"], info]]]
    #expect(demand([], body) == .after(.milliseconds(milliseconds)))
  }

  @Test(
    "What cannot be read asks for nothing",
    arguments: ["", "soon", "-3", "1e9", "nan", "inf", "1.2.3", "0x10", "٣", "9999999999999"])
  func unreadable(_ value: String) {
    #expect(demand([HTTPHeader("retry-after", value)]) == nil)
  }

  @Test(
    "Dates are read in the three forms of HTTP",
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
      ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
      ("Sun Nov  6 08:49:37 1994", 784_111_777),
      ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
      ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199),
      ("Fri, 20 Nov 2026 13:20:00 GMT", 1_795_180_800),
    ])
  func dates(_ text: String, seconds: Int) { #expect(HTTPDate.seconds(text) == seconds) }

  @Test(
    "What is no date is none",
    arguments: [
      "", "06 Nov 1994", "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 99 Nov 1994 08:49:37 GMT",
      "Sun, 06 Nov 1994 28:49:37 GMT", "Sun, 06 Nov 1994 1:2 GMT", "Nov 1:1:1 99999999999 1",
    ])
  func noDates(_ text: String) { #expect(HTTPDate.seconds(text) == nil) }

  @Test(
    "Times are written as the store keeps them",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (1_709_251_199, "2024-02-29T23:59:59Z"),
      (951_782_400, "2000-02-29T00:00:00Z"), (4_102_444_799, "2099-12-31T23:59:59Z"),
      (-1, "1969-12-31T23:59:59Z"),
    ])
  func written(_ seconds: Int, text: String) { #expect(RFC3339.text(seconds: seconds) == text) }
}
