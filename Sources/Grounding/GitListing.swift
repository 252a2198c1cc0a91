/// What git says of a working tree: the output of
/// `git ls-files -z -t --stage --others --deleted --exclude-standard`.
package struct GitListing: Sendable {
  /// Regular files that are there now, as text, sorted, each once.
  package private(set) var files: [String] = []
  /// Symbolic links, submodules, and repositories inside this one that git does not know.
  package private(set) var opaque: [String] = []

  /// The arguments that make git print it.
  package static let arguments = [
    "ls-files", "-z", "-t", "--stage", "--others", "--deleted", "--exclude-standard",
  ]

  /// Entries of another form are passed over.
  ///
  /// - Parameter folder: only what lies in it counts, and names start from it; empty for the top.
  package init(_ output: [UInt8], below folder: String = "") {
    let prefix = folder.isEmpty ? [] : Array((folder + "/").utf8)
    var present: Set<String> = []
    var deleted: Set<String> = []
    for entry in output.split(separator: 0) where entry.count > 2 {
      // `H 100644 OBJECT STAGE<tab>PATH`, `? PATH`, `R 100644 OBJECT STAGE<tab>PATH`
      let tag = entry[entry.startIndex]
      var path = entry.dropFirst(2)
      let mode = String(decoding: path.prefix(3), as: UTF8.self)
      if tag != UInt8(ascii: "?") {
        guard let tab = path.firstIndex(of: UInt8(ascii: "\t")) else { continue }
        path = path[(tab + 1)...]
      }
      guard path.starts(with: prefix), path.count > prefix.count else { continue }
      let text = String(decoding: path.dropFirst(prefix.count), as: UTF8.self)
      if tag == UInt8(ascii: "?") {
        if text.hasSuffix("/") {
          opaque.append(String(text.dropLast()))
        } else {
          present.insert(text)
        }
      } else if mode != "100" {
        opaque.append(text)
      } else if tag == UInt8(ascii: "R") {
        deleted.insert(text)
      } else {
        present.insert(text)
      }
    }
    files = present.subtracting(deleted).sorted()
  }
}
