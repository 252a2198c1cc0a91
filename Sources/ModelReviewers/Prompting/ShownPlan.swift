package import CheckModel

/// A plan, or the files of its project, as models see them.
package struct ShownPlan: Sendable {
  /// What the documents are to whoever reads them; the marks around them say it.
  enum Role: String { case plan, context }

  let files: [ShownFile]
  private let plan: Plan

  package init(_ plan: Plan) {
    self.plan = plan
    files = plan.files.indices.map { ShownFile(plan: plan, file: $0) }
  }

  /// All that is kept from the models, by file.
  package var omissions: [PromptOmission] { files.flatMap(\.omissions) }

  /// The same in words.
  var diagnostics: [Diagnostic] { omissions.map { $0.diagnostic(in: plan) } }

  /// The documents between two marks; every line in between begins with its number and a bar, so that no
  /// line of a document can be taken for a mark. The numbers of a context begin with `c` and the file's,
  /// so that no line of it can be taken for the plan's.
  func listing(as role: Role, _ nonce: PromptNonce) -> String {
    var text = Array("=== \(role.rawValue) \(nonce) begins ===\n".utf8)
    for file in files {
      let number = file.index + 1
      if plan.isFolder {
        let name = Self.visible(Self.relativePath(of: plan.files[file.index].path, in: plan.path))
        let mark = role == .plan ? "file" : "context file"
        text += Array("=== \(mark) \(number) of \(files.count) \(nonce): \(name) ===\n".utf8)
      }
      Self.list(file, after: role == .plan ? "" : "c\(number):", into: &text)
    }
    text += Array("=== \(role.rawValue) \(nonce) ends ===".utf8)
    return String(decoding: text, as: UTF8.self)
  }

  private static func list(_ file: ShownFile, after prefix: String, into text: inout [UInt8]) {
    let width = String(file.lineStarts.count).utf8.count
    for line in 1...file.lineStarts.count {
      let number = String(line)
      text += prefix.utf8
      text += repeatElement(0x20, count: width - number.utf8.count)
      text += number.utf8
      text += "| ".utf8
      text += file.line(line)
      text.append(0x0A)
    }
  }

  private static func relativePath(of path: String, in folder: String) -> String {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// A name or a sentence without anything hidden, in one line.
  static func visible(_ name: String) -> String {
    name.unicodeScalars.filter { !WithheldCharacters.contains($0) }
      .map { WithheldCharacters.visible($0) ?? String($0) }.joined()
  }
}
