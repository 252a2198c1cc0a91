import CheckModel
import Configuration
import Files
import PlanParsing

/// Reads the files that the configs name as context: what models are shown beside every plan.
enum ContextLoader {
  /// Rules of a project are written by hand; a larger file is something else.
  static let sizeLimit = 1 << 20
  /// Of all files together; as much as a plan may have.
  static let totalLimit = PlanLoader.sizeLimit

  /// Nil where no config names a file, and for plans that lie in no repository.
  ///
  /// - Parameter complain: is told of a config that names files while there is no repository.
  /// - Throws: for what is not there, is no text, is too large or leads out of the repository, and for plans
  ///   of several repositories, whose rules differ.
  static func load(
    _ config: LoadedConfig, complain: (String) -> Void
  ) throws(FileTrouble) -> ProjectContext? {
    guard !config.effective.context.isEmpty else { return nil }
    guard let project = config.project else {
      complain("the plan lies in no repository, so the config's 'context' is not read")
      return nil
    }
    guard !config.isForSeveral else {
      throw FileTrouble(
        message: "the config's context is that of one repository, and these plans lie in several; "
          + "check the plans of each repository in a run of their own")
    }
    var names: [String] = []
    var files: [PlanInput.File] = []
    var left = totalLimit
    for path in config.effective.context {
      let name = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
      guard !names.contains(name) else { continue }
      names.append(name)
      let bytes = try project.read(name, limit: sizeLimit, what: "context file")
      guard let bytes else {
        throw FileTrouble(message: "the config's context file '\(name)' does not exist")
      }
      left -= bytes.count
      guard left >= 0 else {
        throw FileTrouble(
          message: "the config's context files are together larger than \(totalLimit) bytes, "
            + "the most that is read")
      }
      guard isText(bytes) else {
        throw FileTrouble(
          message: "the config's context file '\(name)' is no UTF-8 text; take it out of 'context'")
      }
      files.append(PlanInput.File(path: name, relativePath: name, bytes: bytes))
    }
    return ProjectContext(
      documents: PlanParser.structure(
        of: PlanInput(path: project.top.text, isFolder: true, files: files)))
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
  }
}
