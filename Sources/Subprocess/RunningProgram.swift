#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A program on its way from start to end: feeds it, drains it, watches its clocks, and ends it in steps. It never
/// leaves the runner's thread.
final class RunningProgram {
  /// Where it is on its way.
  private enum Phase {
    case running
    /// Told to end for this reason; the next step follows at that time.
    case ending(ProgramFailure.Reason, next: Teardown, at: ContinuousClock.Instant)
    /// It has ended by itself; whatever still holds its output open is waited for until then.
    case draining(ProgramResult.Ending, until: ContinuousClock.Instant)
    case over(Run.Outcome)
  }

  let run: Run
  private let program: StartedProgram
  private let start = ContinuousClock.now
  private var lastByte = ContinuousClock.now
  private var unsent: ArraySlice<UInt8>
  private var output: [UInt8] = []
  private var outputBytes = 0
  private var errors: ByteTail
  private var phase = Phase.running

  /// Starts the program; see ``StartedProgram``.
  init(_ run: Run, isGuarded: Bool) throws(ProgramFailure) {
    self.run = run
    unsent = run.call.input[...]
    errors = ByteTail(limit: run.call.limits.errorBytes)
    program = try StartedProgram(run.call, isGuarded: isGuarded)
    if unsent.isEmpty { program.input.shut() }
  }

  private var limits: ProgramLimits { run.call.limits }

  /// What to wait for; the process's own end is among it where the system can say so.
  var waits: [pollfd] {
    var waits = [program.output, program.errors].filter(\.isOpen).map {
      pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0)
    }
    if program.input.isOpen {
      waits.append(pollfd(fd: program.input.number, events: Int16(POLLOUT), revents: 0))
    }
    if program.end.isOpen, !hasEnded {
      waits.append(pollfd(fd: program.end.number, events: Int16(POLLIN), revents: 0))
    }
    return waits
  }

  /// When to look again even if nothing happens.
  var wakeTime: ContinuousClock.Instant {
    // where nothing tells of the end, it is looked for
    let watch = program.end.isOpen || hasEnded ? nil : ContinuousClock.now + .milliseconds(10)
    let next: ContinuousClock.Instant
    switch phase {
    case .running:
      next = min(limits.deadline, limits.idle.map { lastByte + $0 } ?? limits.deadline)
    case .ending(_, _, let time): next = time
    case .draining(_, let time): next = time
    case .over: next = .now
    }
    return min(next, watch ?? next)
  }

  private var hasEnded: Bool {
    switch phase {
    case .running, .ending: false
    case .draining, .over: true
    }
  }

  /// Moves everything on that can move; how the run ended, once it has.
  func advance(_ buffer: inout [UInt8]) -> Run.Outcome? {
    let now = ContinuousClock.now
    feed()
    drain(&buffer, now)
    if !hasEnded, let ending = program.ending {
      // what it wrote last may have come after the last look
      drain(&buffer, now)
      hasEnded(ending, now)
    }
    checkClocks(&buffer, now)
    if case .over(let outcome) = phase { return outcome }
    return nil
  }

  /// Tells the program to end, for this reason; nothing happens when it is on its way there.
  func end(_ reason: ProgramFailure.Reason) {
    switch phase {
    case .running: take(.interrupt, reason, .now)
    case .draining: fail(reason)
    case .ending, .over: break
    }
  }

  /// Frees the process's entry; false when it has not ended, although it was killed.
  func reap() -> Bool { program.reap() }

  private func feed() {
    guard program.input.isOpen else { return }
    // a program that wants no more of its input has not failed by that
    guard let count = program.input.writeSome(unsent) else { return }
    unsent = unsent.dropFirst(count)
    if unsent.isEmpty { program.input.shut() }
  }

  /// Reads what there is, at most as much as a pipe holds; the next look brings the rest.
  private func drain(_ buffer: inout [UInt8], _ now: ContinuousClock.Instant) {
    if let bytes = program.errors.readSome(&buffer), !bytes.isEmpty {
      lastByte = now
      errors.append(bytes)
      run.onPiece(.errors(Array(bytes)))
    }
    guard let bytes = program.output.readSome(&buffer), !bytes.isEmpty else { return }
    lastByte = now
    outputBytes += bytes.count
    guard outputBytes <= limits.outputBytes else {
      output = []
      program.output.shut()
      end(.outputTooLarge)
      return
    }
    output += bytes
    run.onPiece(.output(Array(bytes)))
  }

  private func hasEnded(_ ending: ProgramResult.Ending, _ now: ContinuousClock.Instant) {
    switch phase {
    case .running: phase = .draining(ending, until: now + limits.grace)
    case .ending(let reason, _, _): fail(reason)
    case .draining, .over: break
    }
  }

  private func checkClocks(_ buffer: inout [UInt8], _ now: ContinuousClock.Instant) {
    switch phase {
    case .running:
      if now >= limits.deadline {
        take(.interrupt, .deadline, now)
      } else if let idle = limits.idle, now >= lastByte + idle {
        take(.interrupt, .idle, now)
      }
    case .ending(let reason, let step, let time):
      if now >= time { take(step, reason, now) }
    case .draining(let ending, let time):
      let isDrained = !program.output.isOpen && !program.errors.isOpen
      guard isDrained || now >= time else { return }
      program.signal(SIGKILL)
      drain(&buffer, now)
      // too much output may have been the last of it
      guard case .draining = phase else { return }
      close()
      phase = .over(
        .success(
          ProgramResult(ending: ending, output: output, errors: errors.bytes, time: now - start)))
    case .over: break
    }
  }

  private func take(
    _ step: Teardown, _ reason: ProgramFailure.Reason, _ now: ContinuousClock.Instant
  ) {
    guard let signal = step.signal else { return fail(reason) }
    program.input.shut()
    program.signal(signal)
    phase = .ending(reason, next: step.next, at: now + limits.grace)
  }

  private func fail(_ reason: ProgramFailure.Reason) {
    program.signal(SIGKILL)
    close()
    phase = .over(
      .failure(ProgramFailure(reason, outputBytes: outputBytes, errors: errors.bytes)))
  }

  private func close() {
    program.input.shut()
    program.output.shut()
    program.errors.shut()
  }
}
