import CheckModel
import CommandLine
import Configuration
import HTTPClient
import ModelReviewers
import ReplyStore
import Reviewing
import RuleReviewers

/// Makes the reviewers that hold the seats; the only place that knows them all.
struct ReviewerFactory {
  let arguments: Arguments
  let options: Options
  /// What nonces are made with, and where replies are kept; nil when nobody on the panel needs one.
  let state: ModelState?
  let desk: RuleDesk
  let catalogue: RuleCatalogue
  let transport: any HTTPTransport
  let tools: ToolRoom
  /// Shared by all models of the run.
  private let spending: Spending

  /// What asking models needs beside the models.
  struct ModelState {
    let secret: [UInt8]
    let store: ReplyStore
  }

  /// - Parameter state: nil when nobody on the panel needs one.
  init(
    arguments: Arguments, options: Options, state: ModelState?, desk: RuleDesk,
    catalogue: RuleCatalogue, transport: any HTTPTransport, tools: ToolRoom
  ) {
    self.arguments = arguments
    self.options = options
    self.state = state
    self.desk = desk
    self.catalogue = catalogue
    self.transport = transport
    self.tools = tools
    spending = Spending(maxTokens: options.maxTokens, maxUSD: options.maxCost)
  }

  /// The two seats with their reviewers. The files of replies are opened here, before anything is judged.
  func panel(_ holders: [SeatHolder]) throws(FileTrouble) -> Panel {
    var places: [Panel.Place] = []
    for holder in holders {
      places.append(
        Panel.Place(seat: holder.seat, lens: holder.lens, reviewer: try reviewer(holder)))
    }
    return Panel(a: places[0], b: places[1], timeout: .seconds(options.timeout))
  }

  private func reviewer(_ holder: SeatHolder) throws(FileTrouble) -> any Reviewer {
    if case .rules(let lens) = holder.means {
      return RuleReviewer(lens: lens, catalogue: catalogue, desk: desk)
    }
    guard let state else { throw FileTrouble(message: "there is no folder for the state") }
    switch holder.means {
    case .rules(let lens): return RuleReviewer(lens: lens, catalogue: catalogue, desk: desk)
    case .answer(let file):
      // a reply that is too large is a failed seat, not an unreadable file
      let bytes = try FileReader.read(
        arguments.path(endOf: "answer:\(file)", after: "answer:"),
        limit: AnswerFileReviewer.readLimit, what: "answer file", excess: .cutOff)
      return AnswerFileReviewer(path: file, bytes: bytes, secret: state.secret)
    case .model(let described):
      let model = HTTPModel(
        settings: described.settings, transport: transport, secret: state.secret, spending: spending
      )
      return keeping(model, .server(described.settings), state)
    case .program(let tool):
      let model = ToolModel(
        settings: tool, runner: tools.runner, scratch: tools.scratch, secret: state.secret,
        spending: spending, withoutSecrets: { SecretSearch.masked($0) })
      return keeping(model, .program(tool), state)
    }
  }

  private func keeping(
    _ source: any ReplySource, _ receiver: Receiver, _ state: ModelState
  ) -> KeepingReviewer {
    let isWithheld = options.offline && receiver.destination != nil
    return KeepingReviewer(
      isWithheld ? WithheldModel(source) : source, store: state.store, secret: state.secret,
      samples: options.samples, afresh: options.fresh)
  }
}
