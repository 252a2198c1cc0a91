// swift-tools-version: 6.2
import PackageDescription

// One C library each: headers from the system, code from its static archive on Linux, so that the
// installed binary runs on machines without the library. Homebrew builds link its dylibs.
// A library without an archive is loaded when it is first needed, by C code of ours.
struct CLibrary {
  let module: String
  let pkgConfig: String
  let apt: String
  let brew: String
  let archive: String?

  var target: Target {
    if archive == nil {
      return .target(name: module, path: "Sources/CLibraries/\(module)")
    }
    #if os(Linux)
      return .systemLibrary(
        name: module, path: "Sources/CLibraries/\(module)", providers: [.apt([apt])])
    #else
      return .systemLibrary(
        name: module, path: "Sources/CLibraries/\(module)", pkgConfig: pkgConfig,
        providers: [.apt([apt]), .brew([brew])])
    #endif
  }

  var linkerSettings: [LinkerSetting] {
    guard let archive else { return [] }
    #if os(Linux)
      return [.unsafeFlags(["-Xlinker", "-l:lib\(archive).a"])]
    #else
      return [.linkedLibrary(archive)]
    #endif
  }
}

let cmark = CLibrary(
  module: "CCmark", pkgConfig: "libcmark", apt: "libcmark-dev", brew: "cmark", archive: "cmark")
let crypto = CLibrary(
  module: "CCrypto", pkgConfig: "libcrypto", apt: "libssl-dev", brew: "openssl@3",
  archive: "crypto")
let curl = CLibrary(
  module: "CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev", brew: "curl", archive: nil)
let jansson = CLibrary(
  module: "CJansson", pkgConfig: "jansson", apt: "libjansson-dev", brew: "jansson",
  archive: "jansson")
let stemmer = CLibrary(
  module: "CStemmer", pkgConfig: "libstemmer", apt: "libstemmer-dev", brew: "snowball",
  archive: "stemmer")
let utf8proc = CLibrary(
  module: "CUTF8Proc", pkgConfig: "libutf8proc", apt: "libutf8proc-dev", brew: "utf8proc",
  archive: "utf8proc")
let yaml = CLibrary(
  module: "CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev", brew: "libyaml", archive: "yaml")
let cLibraries = [cmark, crypto, curl, jansson, stemmer, utf8proc, yaml]

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A module of the product; `over` are the C libraries that it alone imports.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], over libraries: [CLibrary] = [],
  resources: [Resource]? = nil
) -> Target {
  .target(
    name: name,
    dependencies: dependencies + libraries.map { .init(stringLiteral: $0.module) },
    resources: resources,
    swiftSettings: strict,
    linkerSettings: libraries.flatMap(\.linkerSettings))
}

/// A module's tests; `data` are folders beside them that are read from the source tree.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], data: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, exclude: data, swiftSettings: strict)
}

let package = Package(
  name: "speccheck",
  platforms: [.macOS(.v14)],
  products: [.executable(name: "speccheck", targets: ["speccheck"])],
  targets: cLibraries.map(\.target) + [
    .target(name: "CAllocator", path: "Sources/CLibraries/CAllocator"),
    .target(name: "CProcess", path: "Sources/CLibraries/CProcess"),

    // 0: what the others lean on
    module("CheckModel"),
    module("CommandLine", ["CheckModel"]),
    module("Digests", over: [crypto]),
    module("Files"),
    module("Threads"),
    module("StrictJSON", over: [jansson]),
    module("Subprocess", ["CProcess", "Threads"]),
    module("TextUnits", over: [utf8proc, stemmer]),
    module("YAML", over: [yaml]),

    // 1: the stages
    module("Configuration", ["CheckModel", "CommandLine", "Digests", "StrictJSON", "YAML"]),
    module("Deciding", ["CheckModel"]),
    module("Grounding", ["CheckModel", "Files", "StrictJSON"]),
    module("HTTPClient", ["Threads"], over: [curl]),
    module("Merging", ["CheckModel", "Digests", "TextUnits", "Threads"]),
    module("PlanParsing", ["CheckModel", "Digests", "Files", "Threads", "YAML"], over: [cmark]),
    module("ReplyStore", ["CheckModel", "Digests", "Files", "StrictJSON", "Threads"]),
    module("Reporting", ["CheckModel", "TextUnits"]),
    module("Reviewing", ["CheckModel", "TextUnits"]),
    module("Scratch", ["Digests", "Files", "Threads"]),

    // 2: the families
    module(
      "Rubrics", ["CheckModel", "Digests", "PlanParsing"], resources: [.embedInCode("Builtin")]),
    module(
      "RuleReviewers",
      [
        "CheckModel", "Digests", "Grounding", "PlanParsing", "Reviewing", "TextUnits", "Threads",
      ]),
    module(
      "ModelReviewers",
      [
        "CheckModel", "Configuration", "Digests", "Files", "HTTPClient", "Threads", "ReplyStore",
        "Reviewing", "Scratch", "StrictJSON", "Subprocess", "TextUnits",
      ]),

    // 3: the order of the stages
    module(
      "CheckPipeline", ["CheckModel", "Deciding", "Digests", "Merging", "Reviewing", "Threads"]),
    module(
      "Evaluation",
      [
        "CheckModel", "CheckPipeline", "Digests", "Files", "Grounding", "Merging",
        "ModelReviewers", "PlanParsing", "Reviewing", "Rubrics", "RuleReviewers", "StrictJSON",
        "TextUnits",
      ]),

    // 5: the programs
    .executableTarget(
      name: "speccheck",
      dependencies: [
        "CAllocator", "CheckModel", "CheckPipeline", "CommandLine", "Configuration", "Digests",
        "Evaluation",
        "Files", "Grounding", "HTTPClient", "Threads", "ModelReviewers", "PlanParsing",
        "ReplyStore",
        "Reporting", "Reviewing", "Rubrics", "RuleReviewers", "Scratch", "StrictJSON",
        "Subprocess", "TextUnits",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "speccheck-dev",
      dependencies: [
        "CheckModel", "CommandLine", "Configuration", "Evaluation", "Files", "ModelReviewers",
        "PlanParsing", "Reporting", "Rubrics", "RuleReviewers", "StrictJSON",
      ],
      swiftSettings: strict),

    // a server that plays the faults of the network and of models, for the tests of several modules
    .target(name: "TestProcess", path: "Tests/TestProcess", swiftSettings: strict),
    .target(
      name: "TestServer", dependencies: ["TestProcess"], path: "Tests/TestServer",
      exclude: ["Server"], swiftSettings: strict),

    tests("CheckModel", ["CheckModel"]),
    tests(
      "CheckPipeline",
      [
        "CheckModel", "CheckPipeline", "ModelReviewers", "PlanParsing", "Reporting", "Reviewing",
        "Rubrics", "RuleReviewers", "StrictJSON",
      ]),
    tests(
      "Command",
      ["CheckModel", "HTTPClient", "TestProcess", "TestServer", "speccheck", "speccheck-dev"],
      data: ["Plans"]),
    tests("CommandLine", ["CheckModel", "CommandLine", "TestProcess"]),
    tests("Configuration", ["CheckModel", "Configuration", "RuleReviewers", "StrictJSON"]),
    tests("Corpus", ["CheckModel", "Evaluation", "Files", "Merging", "PlanParsing"]),
    tests("Deciding", ["CheckModel", "Deciding"]),
    tests("Digests", ["Digests"]),
    tests(
      "Evaluation",
      ["CheckModel", "Evaluation", "Files", "Grounding", "Merging", "PlanParsing", "StrictJSON"]),
    tests(
      "Fault",
      [
        "CheckModel", "CheckPipeline", "Configuration", "Files", "HTTPClient", "ModelReviewers",
        "PlanParsing", "ReplyStore", "Reporting", "Reviewing", "RuleReviewers", "Rubrics",
        "Scratch", "Subprocess", "TestServer", "speccheck-dev",
      ]),
    tests("Files", ["Files"]),
    tests("Grounding", ["CheckModel", "Files", "Grounding", "PlanParsing"]),
    tests("HTTPClient", ["HTTPClient", "TestServer"]),
    tests("Threads", ["Threads"]),
    tests("Merging", ["CheckModel", "Merging"]),
    tests(
      "ModelReviewers",
      [
        "CheckModel", "Configuration", "Digests", "Files", "HTTPClient", "ModelReviewers",
        "PlanParsing", "ReplyStore", "Reviewing", "Rubrics", "Scratch", "StrictJSON", "Subprocess",
        "TestServer", "Threads",
      ],
      data: ["AgentOutputs", "HandMade", "Recordings"]),
    tests("PlanParsing", ["CheckModel", "PlanParsing"]),
    tests("ReplyStore", ["CheckModel", "Digests", "Files", "ReplyStore"]),
    tests("Reporting", ["CheckModel", "Reporting", "TextUnits"], data: ["Goldens"]),
    tests("Repository", ["Subprocess", "speccheck-dev"]),
    tests("Reviewing", ["CheckModel", "Reviewing"]),
    tests("Rubrics", ["CheckModel", "Rubrics"]),
    tests(
      "RuleReviewers",
      [
        "CheckModel", "Deciding", "Grounding", "PlanParsing", "Reviewing", "RuleReviewers",
        "Rubrics", "Threads",
      ]),
    tests("Scratch", ["Files", "Scratch", "Subprocess"]),
    tests("StrictJSON", ["StrictJSON"]),
    tests("Subprocess", ["Subprocess"]),
    tests("TextUnits", ["TextUnits"]),
    tests("YAML", ["YAML"]),
  ],
  swiftLanguageModes: [.v6]
)
