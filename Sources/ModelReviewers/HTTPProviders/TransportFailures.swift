import CheckModel
import HTTPClient

/// What a failed exchange is to a seat.
extension ModelSettings {
  /// Until a connection stands, TLS included.
  static let connect = Duration.seconds(15)

  /// The failure of one exchange.
  ///
  /// - Parameters:
  ///   - elapsed: how long the exchange took.
  ///   - total: how long it was allowed to take.
  func failure(
    of failure: HTTPFailure, after elapsed: Duration, total: Duration
  ) -> ReviewFailure {
    switch failure {
    case .unreachable(let why):
      return told(
        .unreachable, "cannot be reached: \(why)", "check the network and the endpoint")
    case .timeoutIdle:
      return told(
        .timeoutIdle, "sent nothing for \(idle)", "raise --idle-timeout to wait longer")
    // the transport has one word for both; without a connection the time was never the answer's
    case .timeoutTotal where elapsed + .milliseconds(100) < total:
      return told(
        .unreachable, "did not accept a connection within \(Self.connect)",
        "check the network and the endpoint")
    case .timeoutTotal: return noTime
    case .tooLarge:
      return told(.malformed, "sent more than \(WireBody.limit) bytes", "try another model")
    case .cancelled: return cancelled
    case .invalidRequest(let why):
      return told(.invalidRequest, "cannot be asked: \(why)", "check the endpoint and the key")
    case .unavailable(let why): return told(.notInstalled, "cannot be asked", why)
    }
  }

  var cancelled: ReviewFailure {
    ReviewFailure(.cancelled, message: "\(name): the review was cancelled")
  }

  var noTime: ReviewFailure {
    told(.timeoutTotal, "did not answer in time", "raise --timeout to wait longer")
  }

  var noMoney: ReviewFailure {
    ReviewFailure(
      .quota,
      message: "\(name): another request could pass the limit on cost or tokens; "
        + "raise --max-cost or --max-tokens to allow it")
  }

  private func told(
    _ failureClass: ReviewFailure.Class, _ what: String, _ advice: String
  ) -> ReviewFailure {
    wireFailure(failureClass, what, advice).failure
  }

  /// What the tokens cost: what the server says, else by the known prices.
  func cost(of usage: WireUsage) -> Double? {
    usage.costUSD ?? knownPrices.flatMap { $0.cost(of: usage) }
  }
}
