import StrictJSON

/// The names that the files of a tree give to commands: scripts of packages, targets of makefiles, recipes.
struct ScriptFiles {
  /// Programs that run what a file names.
  enum Runner: CaseIterable {
    case package, make, just, composer

    /// What the file calls such a thing.
    var word: String {
      switch self {
      case .package, .composer: "script"
      case .make: "target"
      case .just: "recipe"
      }
    }

    fileprivate var fileNames: [String] {
      switch self {
      case .package: ["package.json"]
      case .make: ["GNUmakefile", "makefile", "Makefile"]
      case .just: ["justfile", ".justfile"]
      case .composer: ["composer.json"]
      }
    }
  }

  /// What a runner knows.
  struct Names {
    /// The first of the files, for the report.
    var file: String
    var names: Set<String>
    /// False where a file is not readable, or takes in others, or makes names up: then no name is missing.
    var isWhole: Bool
  }

  private let files: RepositoryFiles

  /// Of one file that names commands.
  private static let sizeLimit = 1 << 20
  /// Packages of a tree that are read.
  private static let fileLimit = 60

  init(_ files: RepositoryFiles) { self.files = files }

  /// All names of the tree's files together; nil when it has no such file.
  func names(of runner: Runner) -> Names? {
    let paths = Set(runner.fileNames.flatMap(files.files(named:))).sorted {
      ($0.utf8.count, $0) < ($1.utf8.count, $1)
    }
    guard let first = paths.first else { return nil }
    var names = Names(file: first, names: [], isWhole: paths.count <= Self.fileLimit)
    for path in paths.prefix(Self.fileLimit) {
      guard case .bytes(let bytes) = files.content(path, limit: Self.sizeLimit) else {
        names.isWhole = false
        continue
      }
      switch runner {
      case .package, .composer: Self.readScripts(bytes, &names)
      case .make, .just: Self.readRules(bytes, &names)
      }
    }
    return names
  }

  private static func readScripts(_ bytes: [UInt8], _ names: inout Names) {
    let limits = JSONLimits(bytes: sizeLimit, depth: 50, values: 100_000)
    guard let document = try? JSONDocument(bytes, limits: limits) else {
      names.isWhole = false
      return
    }
    guard case .object(let scripts) = document.root["scripts"]?.content else { return }
    names.names.formUnion(scripts.map(\.key))
  }

  /// The words before the colon of lines that are not indented.
  private static func readRules(_ bytes: [UInt8], _ names: inout Names) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let first = line.first, first != 0x20, first != 0x09, first != UInt8(ascii: "#") else {
        continue
      }
      let text = String(decoding: line.prefix(2_000), as: UTF8.self)
      let words = text.split { $0 == " " || $0 == "\t" }.map(String.init)
      if ["include", "-include", "sinclude", "import", "import?", "mod", "mod?"].contains(words[0])
      {
        names.isWhole = false
      } else if words[0] == "alias", words.count > 1 {
        names.names.insert(words[1])
      } else if let colon = text.firstIndex(of: ":"), !text[colon...].hasPrefix(":=") {
        let head = text[..<colon]
        if head.contains("=") { continue }
        if head.contains("%") || head.contains("$") { names.isWhole = false }
        names.names.formUnion(head.split { $0 == " " || $0 == "@" }.map(String.init))
      }
    }
  }
}
