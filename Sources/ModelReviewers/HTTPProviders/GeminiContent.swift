import CheckModel
import Configuration
import HTTPClient
import StrictJSON

/// Google's Gemini API, `POST /v1/models/MODEL:streamGenerateContent`.
struct GeminiContent: Provider {
  let forms = [AnswerForm.schema]
  let endWords = ["finishReason", "blockReason"]

  func request(_ question: ModelQuestion, _ settings: ModelSettings) -> WireRequest {
    let body: JSONValue = [
      "systemInstruction": ["parts": [["text": .string(question.system)]]],
      "contents": [["role": "user", "parts": [["text": .string(question.user)]]]],
      "generationConfig": .members([
        "responseMimeType": "application/json", "responseJsonSchema": question.schema,
        "maxOutputTokens": .integer(settings.maxOutputTokens),
        "thinkingConfig": settings.effort.map { ["thinkingLevel": .string($0.uppercased())] },
      ]),
    ]
    let route = "/\(Self.pathPart(settings.model)):streamGenerateContent?alt=sse"
    return WireRequest(
      url: modelsURL(settings) + route, headers: headers(settings), body: body.bytes)
  }

  func catalogURL(_ settings: ModelSettings) -> String { modelsURL(settings) + "?pageSize=1000" }

  /// Those that write text; others embed, draw or speak.
  func models(in list: JSONValue) -> [String] {
    (list["models"]?.elements ?? []).filter { model in
      model["supportedGenerationMethods"]?.elements.contains("generateContent") ?? true
    }.compactMap { $0["name"]?.asText.map(Self.shortName) }
  }

  private func modelsURL(_ settings: ModelSettings) -> String {
    settings.endpoint.url + (settings.endpoint.endsWithVersion ? "/models" : "/v1/models")
  }

  /// A prefix `models/` is the API's own.
  private static func shortName(_ model: String) -> String {
    model.hasPrefix("models/") ? String(model.dropFirst("models/".count)) : model
  }

  /// The name as one part of a path (RFC 3986, 2.3).
  static func pathPart(_ model: String) -> String {
    shortName(model).utf8.map { byte in
      let character = Character(UnicodeScalar(byte))
      let isPlain = character.isASCII && (character.isLetter || character.isNumber)
      if isPlain || "-._~".contains(character) { return String(character) }
      return (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  /// Never `?key=`, which every server on the way would log.
  func headers(_ settings: ModelSettings) -> [HTTPHeader] {
    settings.keyHeaders("x-goog-api-key")
  }

  func isEnd(_ event: JSONValue) -> Bool {
    let ends = (event["candidates"]?.elements ?? []).contains { $0["finishReason"]?.asText != nil }
    return ends || event["promptFeedback"]?["blockReason"]?.asText != nil
  }

  func read(
    _ response: HTTPResponse, to question: ModelQuestion, _ settings: ModelSettings
  ) -> WireReply {
    var content = GeneratedContent(settings)
    do throws(WireFailure) {
      switch try WireBody(response, settings) {
      case .document(let root):
        // without `alt=sse` a server sends the parts as one array
        for part in root.elements.isEmpty ? [root] : root.elements { content.take(part) }
      case .events(let events): for event in events { event.value.map { content.take($0) } }
      }
      return content.reply(.success(try content.text()))
    } catch {
      return content.reply(.failure(error))
    }
  }
}

/// An answer as it is put together from the parts of a stream; one document is a stream of one part.
private struct GeneratedContent {
  private let settings: ModelSettings
  private var model: String?
  private var usage = WireUsage()
  private var content = ""
  private var finishReason: String?
  private var blockReason: String?

  init(_ settings: ModelSettings) { self.settings = settings }

  func reply(_ outcome: Result<[UInt8], WireFailure>) -> WireReply {
    WireReply(outcome, model: model, usage: usage)
  }

  mutating func take(_ root: JSONValue) {
    model = root["modelVersion"]?.asText ?? model
    blockReason = root["promptFeedback"]?["blockReason"]?.asText ?? blockReason
    note(root["usageMetadata"])
    for candidate in root["candidates"]?.elements ?? []
    where (candidate["index"]?.asInteger ?? 0) == 0 {
      for part in candidate["content"]?["parts"]?.elements ?? []
      where part["thought"]?.content != .bool(true) {
        content += part["text"]?.asText ?? ""
      }
      finishReason = candidate["finishReason"]?.asText ?? finishReason
    }
  }

  /// `promptTokenCount` counts cached tokens; thinking is outside `candidatesTokenCount`.
  private mutating func note(_ counts: JSONValue?) {
    guard let counts, counts.isObject else { return }
    let thoughts = counts["thoughtsTokenCount"]?.asCount
    usage = WireUsage(
      input: counts["promptTokenCount"]?.asCount,
      cachedInput: counts["cachedContentTokenCount"]?.asCount,
      output: WireUsage.sum(counts["candidatesTokenCount"]?.asCount, thoughts),
      reasoning: thoughts)
  }

  /// The answer, once block and end reason are known to be good.
  func text() throws(WireFailure) -> [UInt8] {
    if let blockReason, blockReason != "BLOCK_REASON_UNSPECIFIED" {
      throw settings.filtered(blockReason)
    }
    guard let finishReason else { throw settings.cutShort }
    switch finishReason {
    case "STOP": return try settings.nonEmpty(content)
    case "MAX_TOKENS": throw settings.outOfTokens
    case "SAFETY", "RECITATION", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "LANGUAGE":
      throw settings.filtered(finishReason)
    default: throw settings.unknownEnd(finishReason)
    }
  }
}
