import CheckModel
import CommandLine
import Configuration
import Files
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
  /// What programs on the seats may read beside the plans.
  let shelf: RepositoryShelf
  private let desk: RuleDesk
  private let catalogue: RuleCatalogue
  private let transport = CurlTransport(trust: TLSTrust(environment: Environment.current))
  private let tools: ToolRoom
  /// Shared by all models of the run.
  private let spending: Spending

  /// What asking models needs beside the models.
  struct ModelState {
    let secret: [UInt8]
    let store: ReplyStore

    /// The state folder's secret and replies.
    ///
    /// - Parameter report: is told what goes wrong with kept replies, on any thread.
    init(_ console: Console, report: @escaping @Sendable (Diagnostic) -> Void) throws(FileTrouble) {
      let folder = try StateFolder(environment: Environment.current)
      let writer = AtomicFile(interruption: console.interruption)
      secret = try folder.nonceSecret(writingBy: writer, complain: console.complain)
      store = ReplyStore(
        folder: folder.path.appending("replies".utf8), secret: secret, report: report,
        writer: writer)
    }
  }

  /// - Parameter state: nil when nobody on the panel needs one.
  init(
    arguments: Arguments, setUp: CheckSetUp, state: ModelState?, shelf: RepositoryShelf
  ) {
    self.arguments = arguments
    options = setUp.options
    self.state = state
    self.shelf = shelf
    desk = setUp.desk
    catalogue = setUp.catalogue
    tools = ToolRoom(setUp.console.interruption)
    spending = Spending(maxTokens: options.maxTokens, maxUSD: options.maxCost)
  }

  /// Ends what the reviewers still have under way: connections are closed before the exit handlers of their
  /// libraries run, and no program is left behind.
  func shutdown() async {
    await transport.shutdown()
    await tools.close()
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
        reading: shelf.reading, spending: spending,
        withoutSecrets: { SecretSearch.masked($0) })
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
