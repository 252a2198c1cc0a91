package import Files

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Opens what the user named as a plan: a file, a folder of Markdown files, or standard input.
package enum PlanLoader {
  /// Bytes of one plan, all its files together.
  package static let sizeLimit = 4 << 20
  static let fileLimit = 200
  /// Folders below one another; a link cannot make a cycle, since links are not followed.
  package static let depthLimit = 64

  /// The bytes of a plan; `-` is standard input.
  ///
  /// - Throws: for what cannot be opened, a folder without Markdown, and what is beyond a limit.
  package static func load(_ path: FilePath) throws(FileTrouble) -> PlanInput {
    if path.isDash {
      let bytes = try FileReader.read(0, name: "<stdin>", limit: sizeLimit, what: "plan")
      return PlanInput(path: "<stdin>", bytes: bytes)
    }
    guard !path.bytes.isEmpty else { throw FileTrouble(message: "the plan's path is empty") }
    if try isFolder(path) { return try loadFolder(path) }
    return PlanInput(
      path: path.text, bytes: try FileReader.read(path, limit: sizeLimit, what: "plan"))
  }

  private static func isFolder(_ path: FilePath) throws(FileTrouble) -> Bool {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else {
      throw FileReader.trouble("cannot open plan '\(path.text)'", errno)
    }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  private static func loadFolder(_ folder: FilePath) throws(FileTrouble) -> PlanInput {
    var names: [[UInt8]] = []
    try collect(folder, below: [], depth: 0, into: &names)
    guard !names.isEmpty else {
      throw FileTrouble(
        message:
          "the folder '\(folder.text)' holds no Markdown file; name a .md file or another folder")
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    var files: [PlanInput.File] = []
    var left = sizeLimit
    for name in names {
      let path = folder.appending(name)
      let bytes = try FileReader.read(path, limit: sizeLimit, what: "plan")
      left -= bytes.count
      guard left >= 0 else {
        throw FileTrouble(
          message:
            "the files of plan '\(folder.text)' are together larger than \(sizeLimit) bytes, the most that is read"
        )
      }
      files.append(
        PlanInput.File(
          path: path.text, relativePath: String(decoding: name, as: UTF8.self), bytes: bytes))
    }
    return PlanInput(path: folder.text, isFolder: true, files: files)
  }

  /// Adds the `.md` files below a folder, as paths relative to the plan; hidden folders and symbolic links are left out.
  private static func collect(
    _ folder: FilePath, below prefix: [UInt8], depth: Int, into names: inout [[UInt8]]
  ) throws(FileTrouble) {
    guard depth < depthLimit else {
      throw FileTrouble(message: "'\(folder.text)' lies more than \(depthLimit) folders deep")
    }
    for entry in try Folder.entries(of: folder) {
      let relative = prefix.isEmpty ? entry.name : prefix + [UInt8(ascii: "/")] + entry.name
      switch entry.kind {
      case .folder:
        guard entry.name.first != UInt8(ascii: ".") else { continue }
        try collect(
          folder.appending(entry.name), below: relative, depth: depth + 1, into: &names)
      case .file where entry.name.suffix(3).elementsEqual(".md".utf8):
        names.append(relative)
        guard names.count <= fileLimit else {
          throw FileTrouble(
            message: "the folder holds more than \(fileLimit) Markdown files; name a smaller one")
        }
      default: break
      }
    }
  }
}
