package import CheckModel

/// A reply that became a valid review, as it is kept: the raw text and what is known about how it came.
///
/// The review itself is not kept: it is read from the raw reply each time, so that it is always what
/// today's reader makes of it.
package struct StoredReply: Sendable, Hashable {
  /// When it was asked for, RFC 3339 in UTC.
  package var askedAt: String
  package var model: ModelIdentity
  package var usage: Usage?
  package var attempts: Int
  /// Replies asked for together are of one sitting; the first is 1, and asking afresh begins the next.
  package var sitting: Int
  /// Exactly what the model wrote.
  package var reply: [UInt8]

  package init(
    askedAt: String, model: ModelIdentity, usage: Usage?, attempts: Int, sitting: Int = 1,
    reply: [UInt8]
  ) {
    self.askedAt = askedAt
    self.model = model
    self.usage = usage
    self.attempts = attempts
    self.sitting = sitting
    self.reply = reply
  }
}

/// The replies to an earlier version of a plan, and which version that was.
package struct EarlierReplies: Sendable, Hashable {
  /// Of the bytes they judge.
  package var planSHA256: String
  /// At least one, in the order asked.
  package var replies: [StoredReply]

  package init(planSHA256: String, replies: [StoredReply]) {
    self.planSHA256 = planSHA256
    self.replies = replies
  }
}
