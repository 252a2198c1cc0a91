import CProcess

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A shell that outlives this process for a moment, should that be killed outright, and then kills a program's group.
///
/// It waits for the end of its input, which nobody else can close: the system does so when we are gone.
/// It never leaves the runner's thread.
final class OrphanGuard {
  private let process: pid_t
  private let input: Descriptor
  private var isOver = false

  private static let shell = "/bin/sh"
  private static let script = #"read -r line; kill -s KILL -- "-$1""#

  /// Nil where none can be started; the program is then watched by nobody.
  init?(group: pid_t) {
    guard let input = Descriptor.pipe(oursReads: false) else { return nil }
    let nowhere = Descriptor(open("/dev/null", O_WRONLY | O_CLOEXEC))
    guard nowhere.isOpen else { return nil }
    let standard = [input.theirs.number, nowhere.number, nowhere.number]
    var process: pid_t = 0
    let code = CStrings.with([Self.shell, "-c", Self.script, "sh", "\(group)"]) { arguments in
      CStrings.with([]) { sp_spawn(Self.shell, arguments, $0, "/", standard, &process) }
    }
    guard code == 0 else { return nil }
    self.process = process
    self.input = input.ours
  }

  deinit { dismiss() }

  /// Ends the shell itself. To be called before the group's number can be another's; nothing happens the second
  /// time.
  func dismiss() {
    guard !isOver else { return }
    isOver = true
    kill(process, SIGKILL)
    while waitpid(process, nil, 0) < 0, errno == EINTR {}
  }
}
