import CheckModel
import HTTPClient
import StrictJSON
import Testing

@testable import ModelReviewers

@Suite("What a server's error is to a seat")
struct ServerErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var status: Int
    var body: String
    var expected: ReviewFailure.Class

    init(_ status: Int, _ body: String, _ expected: ReviewFailure.Class) {
      self.status = status
      self.body = body
      self.expected = expected
    }

    var testDescription: String { "\(status) \(body.prefix(70))" }
  }

  private static func failure(_ response: HTTPResponse) throws -> WireFailure {
    let settings = ModelFixture.settings(.chat)
    let provider = try #require(settings.kind.provider)
    let reply = provider.read(
      response, to: ModelQuestion(prompt: ModelFixture.prompt), settings)
    guard case .failure(let failure) = reply.outcome else {
      throw ReplyFixture.Missing()
    }
    return failure
  }

  private static func failure(_ status: Int, _ body: String, _ headers: [HTTPHeader] = []) throws
    -> WireFailure
  {
    let type = HTTPHeader("content-type", "application/json")
    return try failure(
      HTTPResponse(status: status, headers: headers + [type], body: Array(body.utf8)))
  }

  @Test(
    "A status alone says enough",
    arguments: [
      (301, .invalidRequest), (400, .invalidRequest), (401, .auth), (402, .quota), (403, .auth),
      (404, .notFound), (407, .auth), (408, .overloaded), (409, .overloaded),
      (413, .contextOverflow), (422, .invalidRequest), (429, .rateLimited), (500, .overloaded),
      (502, .overloaded), (503, .overloaded), (504, .overloaded), (529, .overloaded),
    ] as [(Int, ReviewFailure.Class)])
  func statuses(_ status: Int, expected: ReviewFailure.Class) throws {
    for body in ["", "<html>Bad Gateway</html>", "{}", "null", "[]"] {
      #expect(try Self.failure(status, body).failure.failureClass == expected)
    }
  }

  static let bodies = [
    Case(
      400, #"{"type":"error","error":{"type":"invalid_request_error","message":"messages: bad"}}"#,
      .invalidRequest),
    Case(
      400,
      #"{"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 208310 tokens > 200000 maximum"}}"#,
      .contextOverflow),
    Case(
      400,
      #"{"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API."}}"#,
      .quota),
    Case(
      400,
      #"{"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API usage limits."}}"#,
      .quota),
    Case(
      429,
      #"{"type":"error","error":{"type":"rate_limit_error","message":"x","details":{"error_code":"enforced_spend_limit_reached"}}}"#,
      .quota),
    Case(402, #"{"type":"error","error":{"type":"billing_error","message":"x"}}"#, .quota),
    Case(403, #"{"type":"error","error":{"type":"permission_error","message":"x"}}"#, .auth),
    Case(
      529, #"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#,
      .overloaded),
    Case(
      429,
      #"{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}}"#,
      .quota),
    Case(
      429,
      #"{"error":{"message":"Rate limit reached","type":"tokens","code":"rate_limit_exceeded"}}"#,
      .rateLimited),
    Case(
      400,
      #"{"error":{"message":"This model's maximum context length is 8192 tokens","code":"context_length_exceeded"}}"#,
      .contextOverflow),
    Case(
      400,
      #"{"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error","n_ctx":4096}}"#,
      .contextOverflow),
    Case(400, #"{"error":{"code":"content_filter","message":"filtered"}}"#, .contentFilter),
    Case(400, #"{"error":{"code":"model_not_found","message":"no such model"}}"#, .notFound),
    Case(
      400, #"{"error":{"message":"No connected db.","type":"no_db_connection","code":"400"}}"#,
      .auth),
    Case(
      400,
      #"{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}"#,
      .auth),
    Case(
      400, #"[{"error":{"code":400,"message":"bad","status":"INVALID_ARGUMENT"}}]"#, .invalidRequest
    ),
    Case(
      400,
      #"{"error":{"code":400,"message":"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).","status":"INVALID_ARGUMENT"}}"#,
      .contextOverflow),
    Case(
      429, #"{"error":{"code":429,"message":"Resource exhausted","status":"RESOURCE_EXHAUSTED"}}"#,
      .rateLimited),
    Case(
      429,
      #"{"error":{"code":429,"message":"x","status":"RESOURCE_EXHAUSTED","details":[{"violations":[{"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]}]}}"#,
      .quota),
    Case(
      429,
      #"{"error":{"message":"litellm.RateLimitError","type":"throttling_error","code":"429"}}"#,
      .rateLimited),
    Case(404, #"{"error":"model 'x' not found"}"#, .notFound),
    Case(422, #"{"detail":[{"loc":["body"],"msg":"field required"}]}"#, .invalidRequest),
    // status 200 proves nothing
    Case(200, #"{"error":{"code":429,"message":"slow down"}}"#, .rateLimited),
    Case(200, #"{"error":{"code":402,"message":"Insufficient credits"}}"#, .quota),
    Case(200, #"{"error":{"code":"502","message":"upstream"}}"#, .overloaded),
    Case(200, #"{"error":{"type":"invalid_request_error","message":"bad"}}"#, .invalidRequest),
    Case(200, #"{"error":{"message":"who knows"}}"#, .overloaded),
    Case(200, #"{"type":"error","error":{"type":"authentication_error","message":"x"}}"#, .auth),
    Case(
      200, #"{"object":"error","message":"bad","type":"BadRequestError","code":400}"#,
      .invalidRequest),
    Case(200, #"{"error":"something broke"}"#, .overloaded),
  ]

  @Test("Names and words of the body come before the status", arguments: bodies)
  func body(_ test: Case) throws {
    #expect(try Self.failure(test.status, test.body).failure.failureClass == test.expected)
  }

  @Test("An error in the middle of a stream wins over the text before it")
  func inStream() throws {
    let text = VendorWire.chat(ModelFixture.reply)
    let broken = text + [["error": ["code": 503, "message": "gone"]]]
    #expect(try Self.failure(VendorWire.events(broken)).failure.failureClass == .overloaded)
  }

  @Test("The message names reviewer, host, status, kind and what to do")
  func message() throws {
    let failure = try Self.failure(
      401,
      #"{"error":{"type":"authentication_error","message":"Incorrect API\n key: sk-secret-0123456789"}}"#
    )
    #expect(
      failure.failure.message
        == "chat/qwen3-coder: api.example.com answered HTTP 401, authentication_error: Incorrect API key: ***; check the key and what it may use"
    )
    #expect(!failure.failure.retryable)
  }

  @Test("A long body is shortened to 300 characters, after the key in it was masked")
  func shortened() throws {
    let long = String(repeating: "x", count: 295) + ModelFixture.key + "tail"
    let message = try Self.failure(400, #"{"error":{"message":"\#(long)"}}"#).failure.message
    #expect(message.contains("xxx***ta…") || message.contains("xxx***tail"))
    #expect(!message.contains("sk-"))
    #expect(message.count < 420)
  }

  @Test("A server that forbids another attempt gets none")
  func final() throws {
    let no = try Self.failure(500, "{}", [HTTPHeader("X-Should-Retry", "false")])
    #expect(no.isFinal)
    #expect(!no.failure.retryable)
    #expect(try !Self.failure(500, "{}", [HTTPHeader("x-should-retry", "true")]).isFinal)
  }

  @Test(
    "A refused answer form is told from other refusals",
    arguments: [
      (400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported", true),
      (400, "The compiled grammar is too large", true),
      (500, "does not match the expected peg-native format", true),
      (404, "No endpoints found that can handle the requested parameters.", true),
      (400, "model is required", false), (401, "response_format", false),
      (503, "json_schema", false),
    ])
  func form(_ status: Int, message: String, refuses: Bool) throws {
    let failure = try Self.failure(status, #"{"error":{"message":"\#(message)"}}"#)
    #expect(failure.refused == (refuses ? .form : nil))
  }

  @Test(
    "A server that does not know how the answer's limit is called is told from one that minds the limit",
    arguments: [
      (
        400,
        #"{"error":{"message":"Unrecognized request argument supplied: max_completion_tokens"}}"#,
        true
      ),
      (400, #"{"error":{"message":"Unsupported parameter: 'max_completion_tokens'"}}"#, true),
      (
        422,
        #"{"detail":[{"type":"extra_forbidden","loc":["body","max_completion_tokens"],"msg":"Extra inputs are not permitted"}]}"#,
        true
      ),
      (400, #"{"error":{"message":"max_completion_tokens is too large: 32000"}}"#, false),
      (401, #"{"error":{"message":"unknown key, max_completion_tokens"}}"#, false),
    ])
  func limitName(_ status: Int, body: String, refuses: Bool) throws {
    #expect(try Self.failure(status, body).refused == (refuses ? .limitName : nil))
  }

  @Test("The list of faults that servers in Python give is told in words")
  func listOfFaults() throws {
    let body =
      #"{"detail":[{"loc":["body","model"],"msg":"Field required"},{"msg":"Too short"},{"loc":[1]}]}"#
    let message = try Self.failure(422, body).failure.message
    #expect(message.contains("HTTP 422: body.model: Field required; Too short;"))
  }
}
