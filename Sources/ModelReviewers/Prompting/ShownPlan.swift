package import CheckModel

/// A plan as models see it.
package struct ShownPlan: Sendable {
  let files: [ShownFile]

  package init(_ plan: Plan) {
    files = plan.files.indices.map { ShownFile(plan: plan, file: $0) }
  }

  /// All that is kept from the models, by file.
  package var omissions: [PromptOmission] { files.flatMap(\.omissions) }

  /// The plan between two marks; every line in between begins with its number and a bar, so that no
  /// line of the plan can be taken for a mark.
  func listing(of plan: Plan, nonce: PromptNonce) -> String {
    var text = Array("=== plan \(nonce) begins ===\n".utf8)
    for file in files {
      if plan.isFolder {
        let name = Self.visible(Self.relativePath(of: plan.files[file.index].path, in: plan.path))
        text += Array("=== file \(file.index + 1) of \(files.count) \(nonce): \(name) ===\n".utf8)
      }
      let width = String(file.lineStarts.count).utf8.count
      for line in 1...file.lineStarts.count {
        let number = String(line)
        text += [UInt8](repeating: 0x20, count: width - number.utf8.count)
        text += Array(number.utf8)
        text += Array("| ".utf8)
        text += file.line(line)
        text.append(0x0A)
      }
    }
    text += Array("=== plan \(nonce) ends ===".utf8)
    return String(decoding: text, as: UTF8.self)
  }

  private static func relativePath(of path: String, in folder: String) -> String {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// A file's name without anything hidden.
  private static func visible(_ name: String) -> String {
    name.unicodeScalars.filter { !WithheldCharacters.contains($0) }
      .map { WithheldCharacters.visible($0) ?? String($0) }.joined()
  }
}
