import HTTPClient
import TestServer
import Testing

@Suite("Ending exchanges early")
struct CancellationTests {
  @Test("cancelling the task ends the exchange at once")
  func cancel() async throws {
    // left alone it would end otherwise, at one of its limits
    let request = try Exchange.get("/hang")
    let task = Task { await Exchange.failure(of: request) }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    #expect(await task.value == .cancelled)
  }

  @Test("a task that is cancelled already sends nothing")
  func cancelledBefore() async throws {
    let request = try Exchange.get("/ok")
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return await Exchange.failure(of: request)
    }
    task.cancel()
    #expect(await task.value == .cancelled)
  }

  @Test("a cancellation is never lost, whenever it comes")
  func races() async throws {
    // the turns between start and cancellation are long where other tests are busy
    let request = try Exchange.get(
      "/hang", limits: Exchange.limits(idle: .seconds(900), total: .seconds(900)))
    await withTaskGroup(of: HTTPFailure?.self) { group in
      for round in 0..<100 {
        group.addTask {
          let task = Task { await Exchange.failure(of: request) }
          for _ in 0..<round { await Task.yield() }
          task.cancel()
          return await task.value
        }
      }
      for await failure in group { #expect(failure == .cancelled) }
    }
  }

  @Test("a reader that has enough ends the exchange as if the body ended there")
  func enough() async throws {
    let request = try Exchange.get("/sse-slow/0.01/100000")
    let taken = Counter()
    let response = try await Exchange.transport.send(request) { piece in
      taken.add(piece.bytes.count)
      return taken.value < 50 ? .more : .enough(by: .now)
    }
    #expect(response.status == 200)
    #expect(response.body.count == taken.value)
  }

  @Test("the body is seen as it arrives")
  func pieces() async throws {
    let request = try Exchange.get("/sse-slow/0.05/5")
    let pieces = Counter()
    _ = try await Exchange.transport.send(request) { piece in
      pieces.add(piece.status == 200 ? 1 : 0)
      return .more
    }
    #expect(pieces.value > 1)
  }

  @Test("shutting down fails what is under way, and whatever comes later")
  func shutdown() async throws {
    let transport = CurlTransport()
    let request = try Exchange.get("/hang")
    let tasks = (0..<50).map { _ in Task { await Exchange.failure(of: request, by: transport) } }
    try await Task.sleep(for: .milliseconds(100))
    await transport.shutdown()
    for task in tasks { #expect(await task.value == .cancelled) }
    #expect(await Exchange.failure(of: request, by: transport) == .cancelled)
    await transport.shutdown()
  }

  @Test("a transport that sent nothing has nothing to shut down")
  func unused() async { await CurlTransport().shutdown() }

  @Test("cancellations and the shut-down may meet")
  func cancelAndShutdown() async throws {
    let request = try Exchange.get("/hang")
    for _ in 0..<20 {
      let transport = CurlTransport()
      let tasks = (0..<10).map { _ in Task { await Exchange.failure(of: request, by: transport) } }
      async let ended: Void = transport.shutdown()
      for task in tasks { task.cancel() }
      for task in tasks { #expect(await task.value == .cancelled) }
      await ended
    }
  }
}
