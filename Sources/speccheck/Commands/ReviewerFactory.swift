import CheckModel
import CommandLine
import ModelReviewers
import Reviewing
import RuleReviewers

/// Makes the reviewers that the command line names; the only place that knows them all.
struct ReviewerFactory {
  let arguments: Arguments
  /// What nonces are made with; nil when nobody on the panel needs one.
  let secret: [UInt8]?
  let desk: RuleDesk
  let timeout: Double

  /// The two seats with their reviewers. The files of replies are opened here, before anything is judged.
  func panel(_ seats: [SeatAssignment]) throws(FileTrouble) -> Panel {
    var places: [Panel.Place] = []
    for seat in seats {
      places.append(
        Panel.Place(seat: seat.seat, lens: seat.lens, reviewer: try reviewer(seat.reviewer)))
    }
    return Panel(a: places[0], b: places[1], timeout: .seconds(timeout))
  }

  private func reviewer(_ spec: ReviewerSpec) throws(FileTrouble) -> any Reviewer {
    switch spec {
    case .rules(let lens): return RuleReviewer(lens: lens, desk: desk)
    case .answer(let file):
      guard let secret else { throw FileTrouble(message: "there is no folder for the state") }
      // a reply that is too large is a failed seat, not an unreadable file
      let bytes = try FileReader.read(
        arguments.path(endOf: spec.spelling, after: "answer:"),
        limit: AnswerFileReviewer.readLimit, what: "answer file", excess: .cutOff)
      return AnswerFileReviewer(path: file, bytes: bytes, secret: secret)
    }
  }
}
