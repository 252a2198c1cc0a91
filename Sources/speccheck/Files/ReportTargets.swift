import CommandLine
import PlanParsing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The files that reports are to be written to, checked before anything is judged.
struct ReportTargets {
  let targets: [(request: ReportRequest, path: FilePath)]

  /// - Parameter inputs: the files that this run reads. A report over one of them would destroy it, so that is
  ///   refused, and so are two reports to one file.
  init(_ requests: [ReportRequest], _ arguments: Arguments, inputs: [FilePath])
    throws(FileTrouble)
  {
    targets = requests.map { request in
      let prefix = "\(request.format)="
      return (request, arguments.path(endOf: prefix + request.path, after: prefix))
    }
    let read = Set(inputs.compactMap(\.identity))
    for (index, target) in targets.enumerated() {
      if let identity = target.path.identity, read.contains(identity) {
        throw FileTrouble(
          message: "'--report' would overwrite '\(target.path.text)', which this run reads")
      }
      let earlier = targets[..<index]
      guard !earlier.contains(where: { $0.path.isSameTarget(as: target.path) }) else {
        throw FileTrouble(message: "two reports would be written to '\(target.path.text)'")
      }
    }
  }
}

extension FilePath {
  /// What makes two names one file.
  struct Identity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  /// Nil for a file that does not exist, and for pipes and devices, which nothing overwrites.
  var identity: Identity? {
    var status = stat()
    guard withCString({ stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }

  fileprivate func isSameTarget(as other: FilePath) -> Bool {
    if let identity { return identity == other.identity }
    return self == other
  }
}
