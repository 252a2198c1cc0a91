import CheckModel

/// Whether the modules, packages and single tests that a command names are in the tree.
struct CommandModules {
  /// Something that a command names and the tree does not have.
  struct Lost {
    var name: String
    /// What the report calls it.
    var what: String
    /// The file or folder that should have it.
    var file: String
    /// Ends of the paths that would bring it.
    var paths: [String]
  }

  private let files: RepositoryFiles

  private static let sizeLimit = 512 << 10

  init(_ files: RepositoryFiles) { self.files = files }

  /// The first thing that a command line names and the tree does not have; nil where nobody can tell.
  func missing(from command: String) -> Lost? {
    for part in command.prefix(2_000).split(whereSeparator: { "&|;\n".contains($0) }) {
      let words = part.split { $0 == " " || $0 == "\t" }.map(String.init)
      // where the shell stands then, other files speak
      guard words.first != "cd" else { return nil }
      if let lost = module(words) ?? test(words) ?? cargo(words) { return lost }
    }
    return nil
  }

  /// Whether a path that the plan makes, or any other word of it, brings the thing.
  func isBrought(_ lost: Lost, by plan: Plan) -> Bool {
    plan.references.contains { reference in
      reference.kind == .path
        && lost.paths.contains { reference.text == $0 || reference.text.hasSuffix("/" + $0) }
    }
  }

  /// `python -m pkg.module`, of a package that is in the tree.
  private func module(_ words: [String]) -> Lost? {
    guard let python = words.first?.split(separator: "/").last, python.hasPrefix("python"),
      let option = words.firstIndex(of: "-m"), option + 1 < words.count
    else { return nil }
    let name = words[option + 1]
    let parts = name.split(separator: ".").map(String.init)
    guard parts.count > 1, name.utf8.allSatisfy({ CodeValues.isNameByte($0) || $0 == 0x2E }) else {
      return nil
    }
    let tops = files.folders(named: parts[0]).filter { files.has($0 + "/__init__.py") }
    guard tops.count == 1, let top = tops.first else { return nil }
    let inside = parts.dropFirst().joined(separator: "/")
    let path = top + "/" + inside
    guard !files.has(path + ".py"), !files.isFolder(path) else { return nil }
    let end = parts.joined(separator: "/")
    return Lost(
      name: name, what: "module", file: top,
      paths: [end + ".py", end + "/__init__.py", end + "/__main__.py"])
  }

  /// `pytest a/test_b.py::test_c`.
  private func test(_ words: [String]) -> Lost? {
    for word in words where word.contains(".py::") {
      guard let mark = word.firstRange(of: "::") else { continue }
      let path = String(word[..<mark.lowerBound])
      guard let file = files.file(path),
        case .bytes(let bytes) = files.content(file, limit: Self.sizeLimit)
      else { continue }
      for name in word[mark.upperBound...].split(separator: ":") {
        let plain = name.prefix { $0 != "[" }
        if !plain.isEmpty, !bytes.holdsWord(Array(plain.utf8)) {
          return Lost(name: String(plain), what: "test", file: file, paths: [])
        }
      }
    }
    return nil
  }

  /// `cargo test -p name`, `cargo run --bin name`, `cargo test --test name`.
  private func cargo(_ words: [String]) -> Lost? {
    guard words.first == "cargo" else { return nil }
    let manifests = files.files(named: "Cargo.toml")
    guard let first = manifests.first, manifests.count <= 60 else { return nil }
    let plain = words.prefix { $0 != "--" }
    for (option, name) in zip(plain, plain.dropFirst()) {
      let folder: String? =
        switch option {
        case "-p", "--package": nil
        case "--bin": "src/bin"
        case "--test": "tests"
        case "--example": "examples"
        default: ""
        }
      guard folder != "", !name.isEmpty,
        name.utf8.allSatisfy({ CodeValues.isNameByte($0) || $0 == 0x2D })
      else { continue }
      let paths = folder.map { ["\($0)/\(name).rs", "\($0)/\(name)/main.rs"] } ?? []
      let isThere = paths.contains { end in
        files.paths.contains { $0 == end || $0.hasSuffix("/" + end) }
      }
      let mark = Array("\"\(name)\"".utf8)
      let isNamed = manifests.contains { path in
        guard case .bytes(let bytes) = files.content(path, limit: Self.sizeLimit) else {
          return true
        }
        return bytes.holds(mark)
      }
      if !isThere, !isNamed {
        return Lost(
          name: name, what: folder == nil ? "package" : "target", file: first,
          paths: paths + (folder == nil ? ["\(name)/Cargo.toml"] : []))
      }
    }
    return nil
  }
}
