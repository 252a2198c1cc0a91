import CheckModel

/// What agents say of an error for which they have no name: words for people, as they were seen.
enum ErrorWords {
  /// The class that words tell, the most expensive mistakes first; nil where they tell none.
  static func failureClass(of words: String) -> ReviewFailure.Class? {
    // so Claude Code speaks of a server's busy minute
    let lower = words.lowercased().replacing("not your usage limit", with: "")
    return signs.first { $0.value.contains(where: lower.contains) }?.key
  }

  private static let signs: KeyValuePairs<ReviewFailure.Class, [String]> = [
    .quota: [
      "quota exceeded", "usage limit", "out of credits", "insufficient_quota", "hit your",
      "out of usage credits", "credit balance is too low",
    ],
    .truncated: ["max_output_tokens", "output token maximum"],
    .contentFilter: ["content_filter"],
    .contextOverflow: [
      "context window", "context_length_exceeded", "maximum length", "prompt is too long",
    ],
    .auth: [
      "not logged in", "log in again", "token could not be refreshed", "missing bearer",
      "invalid_api_key", "sign in", "invalid api key", "oauth token", "please run /login",
    ],
    .rateLimited: ["rate limit", "too many requests"],
    .overloaded: ["at capacity", "overloaded", "high demand"],
    .notFound: ["model is not supported", "does not exist", "model not found"],
    .unreachable: [
      "connection failed", "connection refused", "stream disconnected", "error sending request",
      "waiting for network", "dns error", "connection error", "connection lost",
      "unable to connect", "no internet route", "econnre", "enotfound", "enetunreach", "etimedout",
      "fetch failed", "request timed out",
    ],
  ]
}
