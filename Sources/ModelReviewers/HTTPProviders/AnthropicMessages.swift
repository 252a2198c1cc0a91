import CheckModel
import Configuration
import HTTPClient
import StrictJSON

/// Anthropic's Messages API, `POST /v1/messages`.
struct AnthropicMessages: Provider {
  // a schema that is too large for the vendor's grammar is demanded by a tool instead
  let forms = [AnswerForm.schema, .tool]

  let endWords = ["message_stop"]

  private static let tool = "give_review"
  private static let ownHost = "api.anthropic.com"

  func request(_ question: ModelQuestion, _ settings: ModelSettings) -> WireRequest {
    let thinks = settings.effort != nil && question.form != .tool && Self.canAdapt(settings.model)
    let body: JSONValue = .members([
      "model": .string(settings.model), "max_tokens": .integer(settings.maxOutputTokens),
      // the vendor's own library refuses so long an answer in one piece
      "stream": true,
      "system": [
        .members([
          "type": "text", "text": .string(question.system),
          // behind a gateway the mark may start the cache of another vendor, which costs by the hour
          "cache_control": settings.endpoint.host == Self.ownHost ? ["type": "ephemeral"] : nil,
        ])
      ],
      "messages": [["role": "user", "content": .string(question.user)]],
      "output_config": outputConfig(question, settings),
      "thinking": thinks ? ["type": "adaptive"] : nil,
      "tools": question.form == .tool ? [tool(question.schema)] : nil,
      "tool_choice": question.form == .tool
        ? ["type": "tool", "name": .string(Self.tool), "disable_parallel_tool_use": true] : nil,
    ])
    return WireRequest(
      url: base(settings) + "/messages", headers: headers(settings), body: body.bytes)
  }

  func catalogURL(_ settings: ModelSettings) -> String { base(settings) + "/models?limit=1000" }

  private func base(_ settings: ModelSettings) -> String {
    settings.endpoint.url + (settings.endpoint.endsWithVersion ? "" : "/v1")
  }

  private func outputConfig(_ question: ModelQuestion, _ settings: ModelSettings) -> JSONValue? {
    let format: JSONValue? =
      question.form == .schema
      ? ["type": "json_schema", "schema": question.schema] : nil
    guard format != nil || settings.effort != nil else { return nil }
    return .members(["format": format, "effort": settings.effort.map(JSONValue.string)])
  }

  private func tool(_ schema: JSONValue) -> JSONValue {
    [
      "name": .string(Self.tool), "description": "Takes the whole review.", "input_schema": schema,
    ]
  }

  /// A forced tool forbids thinking, and the generation of 4.5 cannot set its own amount of it.
  private static func canAdapt(_ model: String) -> Bool { !model.contains("-4-5") }

  /// `2023-06-01` is the version that all servers of this API accept, gateways included; the newest one
  /// adds nothing that we use. A key goes into `x-api-key`, which every one of them reads as well.
  func headers(_ settings: ModelSettings) -> [HTTPHeader] {
    [HTTPHeader("anthropic-version", "2023-06-01")] + settings.keyHeaders("x-api-key")
  }

  func isEnd(_ event: JSONValue) -> Bool { event["type"]?.asText == "message_stop" }

  func read(
    _ response: HTTPResponse, to question: ModelQuestion, _ settings: ModelSettings
  ) -> WireReply {
    var message = AnthropicMessage(settings)
    do throws(WireFailure) {
      switch try WireBody(response, settings) {
      case .document(let root): try message.take(message: root)
      case .events(let events): for event in events { try message.take(event) }
      }
      return message.reply(.success(try message.text(of: question.form)))
    } catch {
      return message.reply(.failure(error))
    }
  }
}

/// A message as it is put together, from one document or from the events of a stream.
private struct AnthropicMessage {
  private struct Block {
    var type: String
    var text = ""
    var isOpen = true
  }

  private let settings: ModelSettings
  private var model: String?
  private var usage = WireUsage()
  private var stopReason: String?
  private var explanation: String?
  private var blocks: [Int: Block] = [:]
  private var hasBegun = false
  private var hasEnded = false

  init(_ settings: ModelSettings) { self.settings = settings }

  func reply(_ outcome: Result<[UInt8], WireFailure>) -> WireReply {
    WireReply(outcome, model: model, usage: usage)
  }

  mutating func take(message: JSONValue) throws(WireFailure) {
    try begin(message)
    for (index, block) in (message["content"]?.elements ?? []).enumerated() {
      try open(block, at: index)
      blocks[index]?.isOpen = false
    }
    note(stop: message)
    hasEnded = true
  }

  mutating func take(_ event: WireEvent) throws(WireFailure) {
    guard let value = event.value else { return }
    switch value["type"]?.asText {
    case "message_start": try begin(value["message"] ?? value)
    case "content_block_start", "content_block_delta", "content_block_stop":
      try takeBlock(value)
    case "message_delta":
      if let delta = value["delta"] { note(stop: delta) }
      note(value["usage"])
    case "message_stop": hasEnded = true
    default: break
    }
  }

  /// The beginning, a piece or the end of one block.
  private mutating func takeBlock(_ value: JSONValue) throws(WireFailure) {
    guard let index = value["index"]?.asInteger else { throw disorder }
    let type = value["type"]?.asText
    if type == "content_block_start" {
      guard let block = value["content_block"] else { throw disorder }
      try open(block, at: index)
    } else if type == "content_block_stop" {
      blocks[index]?.isOpen = false
    } else {
      guard blocks[index]?.isOpen == true else { throw disorder }
      let delta = value["delta"]
      blocks[index]?.text += (delta?["text"] ?? delta?["partial_json"])?.asText ?? ""
    }
  }

  private mutating func begin(_ message: JSONValue) throws(WireFailure) {
    guard !hasBegun, message["type"]?.asText == "message" else { throw disorder }
    hasBegun = true
    model = message["model"]?.asText
    note(message["usage"])
  }

  private mutating func open(_ block: JSONValue, at index: Int) throws(WireFailure) {
    guard hasBegun, blocks[index] == nil else { throw disorder }
    let type = block["type"]?.asText ?? ""
    var text = block["text"]?.asText ?? ""
    // the input is an object at once, or empty while its text is still to come
    if let input = block["input"], case .object(let members) = input.content, !members.isEmpty {
      text = input.text(indented: false)
    }
    blocks[index] = Block(type: type, text: text)
  }

  private mutating func note(stop message: JSONValue) {
    stopReason = message["stop_reason"]?.asText ?? stopReason
    explanation = message["stop_details"]?["explanation"]?.asText ?? explanation
  }

  /// Counts are cumulative, so later ones replace earlier ones. `input_tokens` leaves out what a cache was
  /// read for or written.
  private mutating func note(_ counts: JSONValue?) {
    guard let counts else { return }
    let count = { (key: String) in counts[key]?.asCount }
    if count("input_tokens") != nil {
      usage.cachedInput = count("cache_read_input_tokens") ?? usage.cachedInput
      usage.cacheWrites = count("cache_creation_input_tokens") ?? usage.cacheWrites
      usage.input = WireUsage.sum(count("input_tokens"), usage.cachedInput, usage.cacheWrites)
    }
    usage.output = count("output_tokens") ?? usage.output
    usage.reasoning =
      counts["output_tokens_details"]?["thinking_tokens"]?.asCount ?? usage.reasoning
    usage.costUSD = counts["cost"]?.asDollars ?? usage.costUSD
  }

  /// The answer, once the end and its reason are known to be good.
  func text(of form: AnswerForm) throws(WireFailure) -> [UInt8] {
    guard hasBegun, hasEnded, let stopReason else { throw settings.cutShort }
    switch stopReason {
    case "end_turn", "stop_sequence", "tool_use": break
    case "max_tokens": throw settings.outOfTokens
    case "refusal": throw settings.refused(explanation)
    case "model_context_window_exceeded": throw settings.outOfContext
    default: throw settings.unknownEnd(stopReason)
    }
    let wanted = form == .tool ? "tool_use" : "text"
    let text = blocks.sorted { $0.key < $1.key }.filter { $0.value.type == wanted }
      .map(\.value.text).joined()
    return try settings.nonEmpty(text)
  }

  private var disorder: WireFailure { settings.disorder }
}
