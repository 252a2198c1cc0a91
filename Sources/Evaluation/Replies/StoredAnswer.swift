package import CheckModel

/// A file with what somebody answered to the prompt of one seat for one plan of a corpus.
package struct StoredAnswer: Sendable, Hashable {
  /// The name of the plan's folder in the corpus.
  package let subject: String
  /// Nil for the plan as the corpus has it.
  package let version: PlanVersion?
  package let seat: Seat
  /// From 1; replies to one prompt are told apart by it.
  package let number: Int
  /// For messages.
  package let path: String
  package let bytes: [UInt8]

  package init(
    subject: String, version: PlanVersion? = nil, seat: Seat, number: Int, path: String,
    bytes: [UInt8]
  ) {
    self.subject = subject
    self.version = version
    self.seat = seat
    self.number = number
    self.path = path
    self.bytes = bytes
  }

  /// The name of the file: `reply-A-1.json`.
  package var fileName: String { "reply-\(seat.rawValue)-\(number).json" }

  /// Seat and number that a file's name tells; nil for another name.
  static func parse(_ fileName: String) -> (seat: Seat, number: Int)? {
    let parts = fileName.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "reply", let seat = Seat(rawValue: String(parts[1])),
      parts[2].hasSuffix(".json"), let number = Int(parts[2].dropLast(5)),
      (1...999).contains(number),
      fileName == "reply-\(seat.rawValue)-\(number).json"
    else { return nil }
    return (seat, number)
  }
}
