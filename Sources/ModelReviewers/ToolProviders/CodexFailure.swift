import CheckModel
import HTTPClient
import StrictJSON
import Subprocess

/// Why Codex reports a failed turn. It has no field for that: the status stands in its words, or they are the
/// body of the response.
struct CodexFailure {
  private let words: String
  private let settings: ToolSettings
  private let errors: [UInt8]

  init(_ words: String, _ settings: ToolSettings, errors: [UInt8]) {
    self.words = words
    self.settings = settings
    self.errors = errors
  }

  var failure: WireFailure {
    let plain = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let failureClass = Self.failureClass(words)
    return settings.toolFailure(
      failureClass, "reports: \(plain.prefix(300))\(plain.count > 300 ? "…" : "")",
      Self.advice(failureClass, settings), errors: errors)
  }

  /// The failure of a program that wrote no event, by what it says on standard error; nil where that tells
  /// nothing.
  static func byErrors(_ errors: [UInt8], _ settings: ToolSettings) -> WireFailure? {
    let words = String(decoding: errors, as: UTF8.self).lowercased()
    guard words.contains("not logged in") || words.contains("please log in") else { return nil }
    return settings.toolFailure(.auth, "is not logged in", advice(.auth, settings), errors: errors)
  }

  /// The class by the names in a body, by words, by a status in the words, in this order: the most expensive
  /// mistakes first.
  static func failureClass(_ words: String) -> ReviewFailure.Class {
    if let body = ToolEvents.event(in: Array(words.utf8)),
      let error = ServerError(in: body, HTTPResponse(status: 200))
    {
      return ErrorClass.of(error)
    }
    return ErrorWords.failureClass(of: words)
      ?? status(in: words.lowercased()).map { ErrorClass.of(status: $0) } ?? .exited
  }

  /// `unexpected status 401 Unauthorized`, `last status: 429 Too Many Requests`.
  private static func status(in words: String) -> Int? {
    guard let mark = words.firstRange(of: "status: ") ?? words.firstRange(of: "status ") else {
      return nil
    }
    let digits = words[mark.upperBound...].prefix { $0.isNumber }
    return digits.count == 3 ? Int(digits) : nil
  }

  private static func advice(
    _ failureClass: ReviewFailure.Class, _ settings: ToolSettings
  ) -> String {
    switch failureClass {
    case .auth where settings.key == nil: settings.loginAdvice
    case .quota: "wait until the limit is reset, or use another account"
    default: ErrorClass.advice(failureClass)
    }
  }
}
