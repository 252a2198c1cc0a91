import HTTPClient
import TestServer
import Testing

@Suite("Event streams over HTTP")
struct EventStreamOverHTTPTests {
  @Test("the same events, however the server cuts them", arguments: ["/sse", "/sse-split"])
  func events(path: String) async throws {
    let response = try await Exchange.transport.send(Exchange.get(path))
    var stream = EventStream(eventLimit: 1000)
    #expect(
      try stream.append(response.body) == [
        ServerEvent(name: "delta", data: "{\"text\": \"grüße, 日本, 😀\"}"),
        ServerEvent(name: "delta", data: "one\ntwo"), ServerEvent(data: "last"),
      ])
  }

  @Test("a connection that breaks after an error event is a failure, and the event was seen")
  func error() async throws {
    let request = try Exchange.get("/sse-error")
    let seen = Counter()
    do throws(HTTPFailure) {
      _ = try await Exchange.transport.send(request) { piece in
        var stream = EventStream(eventLimit: 1000)
        let events = try? stream.append(piece.bytes)
        seen.add(events?.filter { $0.name == "error" }.count ?? 0)
        return .more
      }
      Issue.record("a cut body was taken for a whole one")
    } catch {
      guard case .unreachable = error else {
        Issue.record("\(error)")
        return
      }
    }
    #expect(seen.value == 1)
  }
}
