import HTTPClient
import StrictJSON

/// What a server asks for before the next attempt.
enum WaitDemand: Sendable, Hashable {
  case after(Duration)
  /// Seconds since 1970-01-01 UTC.
  case until(Int)

  /// The wait, for a clock that shows these seconds; never negative.
  func wait(now: Int) -> Duration {
    switch self {
    case .after(let delay): delay
    case .until(let date): .seconds(max(0, date - now))
    }
  }
}

/// How long a server asks to wait, in every form that is in use: `retry-after-ms`, `Retry-After` in seconds or
/// as a date (RFC 9110, 10.2.3), a gateway's `llm_provider-retry-after`, and Gemini's `RetryInfo` in the body.
enum RetryAfter {
  /// Nil when nothing is asked for, or nothing that can be read.
  static func demand(headers: [HTTPHeader], body: JSONValue?) -> WaitDemand? {
    let header = { HTTPResponse(status: 0, headers: headers).header($0) }
    if let milliseconds = header("retry-after-ms").flatMap(number) {
      return .after(.milliseconds(milliseconds))
    }
    for name in ["retry-after", "llm_provider-retry-after"] {
      guard let value = header(name) else { continue }
      if let seconds = number(value) { return .after(.seconds(seconds)) }
      guard let date = HTTPDate.seconds(value) else { continue }
      // the server's own clock is the one that its date is meant by
      guard let now = header("date").flatMap(HTTPDate.seconds) else { return .until(date) }
      return .after(.seconds(max(0, date - now)))
    }
    return inBody(body).map { .after($0) }
  }

  /// `error.details[].retryDelay` of a `google.rpc.RetryInfo`: `"2s"`, `"0.5s"`.
  private static func inBody(_ body: JSONValue?) -> Duration? {
    for detail in body?["error"]?["details"]?.elements ?? [] {
      if let delay = detail["retryDelay"]?.asText, delay.last == "s",
        let seconds = number(String(delay.dropLast()))
      {
        return .seconds(seconds)
      }
    }
    return nil
  }

  /// Digits with at most one point; no sign, no exponent, nothing that is not finite.
  private static func number(_ text: String) -> Double? {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined()
    guard trimmed.first?.isNumber == true, trimmed.count <= 12,
      trimmed.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." })
    else { return nil }
    return Double(trimmed)
  }
}

/// The dates of HTTP headers in their three forms (RFC 9110, 5.6.7).
enum HTTPDate {
  /// Seconds since 1970-01-01 UTC; nil for every other text.
  static func seconds(_ text: String) -> Int? {
    let words = text.split { " ,-".contains($0) }.map(String.init)
    guard let time = words.first(where: { $0.contains(":") }),
      let month = words.compactMap({ months.firstIndex(of: $0.lowercased()) }).first
    else { return nil }
    let clock = time.split(separator: ":").compactMap { Int($0) }
    // day and year, in this order in all three forms
    let numbers = words.compactMap { Int($0) }
    guard clock.count == 3, numbers.count == 2, (0...23).contains(clock[0]),
      (0...59).contains(clock[1]), (0...60).contains(clock[2]), (1...31).contains(numbers[0]),
      (0...9999).contains(numbers[1])
    else { return nil }
    let year = numbers[1] < 100 ? numbers[1] + (numbers[1] < 70 ? 2000 : 1900) : numbers[1]
    let days = daysSinceEpoch(year: year, month: month + 1, day: numbers[0])
    return days * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`, for years from 0.
  private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
