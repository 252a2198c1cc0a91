import CommandLine
import Files

/// The files that reports are to be written to, checked before anything is judged.
struct ReportTargets {
  let targets: [(request: ReportRequest, path: FilePath)]

  /// - Parameter inputs: the files that this run reads. A report over one of them would destroy it, so that is
  ///   refused, and so are two reports to one file, and one into the folder of the program's own state.
  init(
    _ requests: [ReportRequest], _ arguments: Arguments, inputs: [FilePath], state: FilePath?
  ) throws(FileTrouble) {
    targets = requests.map { request in
      let prefix = "\(request.format)="
      return (request, arguments.path(endOf: prefix + request.path, after: prefix))
    }
    let read = Set(inputs.compactMap { $0.isDash ? FileIdentity(descriptor: 0) : $0.identity })
    for (index, target) in targets.enumerated() {
      if let identity = target.path.identity, read.contains(identity) {
        throw FileTrouble(
          message: "'--report' would overwrite '\(target.path.text)', which this run reads")
      }
      if let state, WorkingTree.contains(state.destination, target.path) {
        throw FileTrouble(
          message: "'--report' would write '\(target.path.text)' among the program's own state")
      }
      // several may go to one pipe or device
      guard target.path.isRegularOrMissing else { continue }
      guard !targets[..<index].contains(where: { $0.path.destination == target.path.destination })
      else { throw FileTrouble(message: "two reports would be written to '\(target.path.text)'") }
    }
  }
}
