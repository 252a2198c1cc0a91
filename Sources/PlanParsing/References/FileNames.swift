/// What tells a file name from a word with a dot in it.
enum FileNames {
  /// Whether a word without a slash is the name of a file.
  static func isFileName(_ bytes: [UInt8], _ range: Range<Int>, inCode: Bool) -> Bool {
    guard let name = key(bytes, range) else { return false }
    // `readme` is a word, `README` and `justfile` are files
    let isNamed =
      ASCII.isUpper(bytes[range.lowerBound]) || name.suffix(4).elementsEqual("file".utf8)
    if isNamed, inCode ? wholeNames.contains(name) : plainNames.contains(name) { return true }
    guard let dot = bytes[range].lastIndex(of: 0x2E), dot > range.lowerBound else {
      return inCode && bytes[range.lowerBound] == 0x2E && dotFiles.contains(name)
    }
    guard let ending = key(bytes, dot + 1..<range.upperBound), endings.contains(ending) else {
      return inCode && bytes[range.lowerBound] == 0x2E
        && dotFiles.contains { name.starts(with: $0 + [0x2E]) }
    }
    if products.contains(name) { return false }
    let stem = bytes[range.lowerBound..<dot]
    guard stem.allSatisfy({ isNameByte($0) }) else { return false }
    return inCode || isSafeInProse(stem, ending)
  }

  /// Whether a word ends in a file's ending; nil when it has no ending at all.
  static func hasKnownEnding(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let dot = bytes[range].lastIndex(of: 0x2E), dot + 1 < range.upperBound,
      dot > range.lowerBound, let ending = key(bytes, dot + 1..<range.upperBound)
    else { return false }
    return endings.contains(ending)
  }

  /// Whether a word is a file's ending, without the dot.
  static func isEnding(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    key(bytes, range).map(endings.contains) ?? false
  }

  /// Whether a word (without a slash) is a whole file name such as `Makefile`.
  static func isWholeName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let name = key(bytes, range) else { return false }
    return wholeNames.contains(name) || dotFiles.contains(name)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isWord(byte) || byte >= 0x80 || [0x2D, 0x2E, 0x2A, 0x5B, 0x5D, 0x2B, 0x40].contains(byte)
  }

  /// In prose one letter is no ending for a name of capital initials, and `e.g` is no file.
  private static func isSafeInProse(_ stem: ArraySlice<UInt8>, _ ending: [UInt8]) -> Bool {
    guard stem.count > 1 || stem.first == 0x2A else { return false }
    return ending.count > 1 || stem.contains { $0 == 0x5F || $0 == 0x2D || ASCII.isLower($0) }
  }

  /// The lower-case bytes of a short word; nil when it is longer than any name in the tables.
  private static func key(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8]? {
    guard !range.isEmpty, range.count <= 160, range.upperBound <= bytes.count else { return nil }
    return bytes[range].map(ASCII.lower)
  }

  private static func words(_ list: String) -> Set<[UInt8]> {
    Set(list.split(separator: " ").map { Array($0.utf8) })
  }

  /// Endings of source, text, data and build files.
  private static let endings = words(
    """
    swift c h cc cpp cxx hpp m mm rs go py pyi rb java kt kts scala clj cljs ex exs erl hs ml mli \
    fs fsx cs vb php pl pm lua r jl dart zig nim v sol ts tsx mts cts js jsx mjs cjs vue svelte astro \
    html htm css scss sass less styl hbs ejs erb haml slim jinja j2 tmpl tpl liquid mdx md markdown \
    rst adoc txt tex org csv tsv json jsonl json5 jsonc yaml yml toml ini cfg conf env properties plist \
    xml xsd svg png jpg jpeg gif webp ico pdf sql db sqlite prisma graphql gql proto thrift avsc \
    sh bash zsh fish ps1 bat cmd mk cmake gradle bazel bzl tf tfvars hcl nix lock sum mod work \
    dockerfile ipynb patch diff snap golden log pem crt key gitignore editorconfig service desktop \
    xcconfig pbxproj entitlements storyboard xib wasm zip tar gz tgz http po pot strings resx razor \
    cshtml csproj sln fsproj vbproj podspec gemspec spec lhs purs elm cr bats feature tcl asm s inc \
    modulemap mdc rules dat bin
    """)

  /// Files known by their whole name, only in code where the word could be prose.
  private static let wholeNames = words(
    """
    makefile dockerfile gemfile rakefile podfile procfile jenkinsfile vagrantfile brewfile justfile \
    containerfile license codeowners readme changelog contributing
    """)

  /// Names that are files in prose too.
  private static let plainNames = words("makefile dockerfile gemfile jenkinsfile")

  private static let dotFiles = words(
    """
    .gitignore .gitattributes .env .npmrc .nvmrc .editorconfig .dockerignore .prettierrc .eslintrc \
    .babelrc .swiftlint .swift-format .zshrc .bashrc .profile .tool-versions .mailmap .golangci \
    .pre-commit-config .github .vscode .cursor .claude
    """)

  /// Products that are written like files.
  private static let products = words(
    """
    node.js next.js vue.js nuxt.js d3.js three.js express.js react.js ember.js backbone.js chart.js \
    moment.js socket.io asp.net nest.js alpine.js discord.js deno.land p5.js plotly.js electron.js \
    handlebars.js require.js lit.dev solid.js angular.js i.e e.g e.g. vs.code
    """)
}
