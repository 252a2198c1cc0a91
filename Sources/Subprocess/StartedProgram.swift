import CProcess

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A process that was started, as the leader of a session and a process group of its own, and the pipes to it.
struct StartedProgram {
  let process: pid_t
  let input: Descriptor
  let output: Descriptor
  let errors: Descriptor
  /// Readable when the process has ended; closed where the system has no such thing.
  let end: Descriptor
  /// Nil where it ends soon anyway.
  private let orphanGuard: OrphanGuard?

  /// Starts the program of a call.
  ///
  /// - Parameter isGuarded: whether it is ended too when this process is killed.
  init(_ call: ProgramCall, isGuarded: Bool) throws(ProgramFailure) {
    guard let input = Descriptor.pipe(oursReads: false),
      let output = Descriptor.pipe(oursReads: true), let errors = Descriptor.pipe(oursReads: true)
    else { throw ProgramFailure(.notStarted(errno)) }
    if let obstacle = ProgramSearch.obstacle(call.program) { throw ProgramFailure(obstacle) }
    let standard = [input.theirs.number, output.theirs.number, errors.theirs.number]
    let variables = call.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var process: pid_t = 0
    let code = CStrings.with([call.program] + call.arguments) { arguments in
      CStrings.with(variables) { variables in
        sp_spawn(call.program, arguments, variables, call.directory, standard, &process)
      }
    }
    switch code {
    case 0: break
    case EACCES, ENOEXEC: throw ProgramFailure(.notExecutable)
    default: throw ProgramFailure(.notStarted(code))
    }
    self.process = process
    self.input = input.ours
    self.output = output.ours
    self.errors = errors.ours
    end = Descriptor(sp_open_process(process))
    orphanGuard = isGuarded ? OrphanGuard(group: process) : nil
  }

  /// How the process ended, without reaping it; nil while it runs.
  var ending: ProgramResult.Ending? {
    var (code, signal): (Int32, Int32) = (-1, -1)
    switch sp_ended(process, &code, &signal) {
    case 0: return nil
    case 1: return signal < 0 ? .exited(code) : .signaled(signal)
    // somebody else has reaped it, so nobody knows
    default: return .signaled(SIGKILL)
    }
  }

  /// Sends a signal to the process and to all that it started and that stayed in its group.
  func signal(_ number: Int32) { kill(-process, number) }

  /// Frees the process's entry, after which its number and its group's can be another's; false while it
  /// runs.
  func reap() -> Bool {
    orphanGuard?.dismiss()
    while true {
      let ended = waitpid(process, nil, WNOHANG)
      if ended != 0, ended > 0 || errno != EINTR { return true }
      if ended == 0 { return false }
    }
  }
}
