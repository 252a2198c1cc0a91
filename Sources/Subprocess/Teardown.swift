#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The steps by which a program is made to end, each firmer than the one before.
enum Teardown {
  /// What Ctrl-C does: agents tell their servers and tidy up.
  case interrupt
  case terminate
  case kill
  /// Even that takes long when the system is busy; nobody waits for it.
  case leave

  /// Nil where nothing more can be done.
  var signal: Int32? {
    switch self {
    case .interrupt: SIGINT
    case .terminate: SIGTERM
    case .kill: SIGKILL
    case .leave: nil
    }
  }

  var next: Teardown {
    switch self {
    case .interrupt: .terminate
    case .terminate: .kill
    case .kill, .leave: .leave
    }
  }
}
