import Testing

@Suite("Who imports whom")
struct DirectionTests {
  /// A module imports only what stands in a line above its own.
  static let levels: [[String]] = [
    ["CheckModel", "Files", "Threads"],
    ["CommandLine", "Digests", "StrictJSON", "Subprocess", "TextUnits", "YAML"],
    [
      "Configuration", "Deciding", "Grounding", "HTTPClient", "Merging", "PlanParsing",
      "ReplyStore", "Reporting", "Reviewing", "Scratch",
    ],
    ["ModelReviewers", "RuleReviewers", "Rubrics"],
    ["CheckPipeline"],
    ["Evaluation"],
    ["speccheck", "speccheck-dev"],
  ]

  private static func level(_ module: String) -> Int? {
    levels.firstIndex { $0.contains(module) }
  }

  @Test("imports go downward only")
  func downward() {
    for file in Repository.swiftFiles("Sources") {
      guard let own = Self.level(file.module) else {
        Issue.record("\(file.path): the module has no level here")
        continue
      }
      for (module, line) in file.imports {
        guard let other = Self.level(module) else { continue }
        #expect(other < own, "\(file.place(line)): \(file.module) imports \(module)")
      }
    }
  }

  @Test("the pipeline knows no concrete reviewer and no report")
  func pipeline() {
    let known = Set(
      Repository.swiftFiles("Sources/CheckPipeline").flatMap { $0.imports.map(\.module) })
    #expect(known.isDisjoint(with: ["ModelReviewers", "RuleReviewers", "Reporting", "Rubrics"]))
    #expect(!known.isEmpty)
  }

  @Test("each C library is imported by exactly one module")
  func cLibraries() {
    let libraries = Set(
      Repository.paths("Sources/CLibraries").map { String($0.split(separator: "/")[2]) })
    #expect(!libraries.isEmpty)
    let files = Repository.swiftFiles("Sources")
    for library in libraries {
      let importers = Set(
        files.filter { $0.imports.contains { $0.module == library } }.map(\.module))
      #expect(importers.count == 1, "\(library): \(importers.sorted())")
    }
  }

  @Test("no folder of the program is a drawer for everything")
  func names() {
    let forbidden = ["utilities", "utils", "helpers", "common", "misc", "shared"]
    let modules = Set(Repository.swiftFiles("Sources").map(\.module))
    #expect(modules.filter { forbidden.contains($0.lowercased()) }.isEmpty)
    #expect(modules.contains("CheckModel"))
  }

  @Test("every module of the program has tests, named for it")
  func tested() {
    let tested = Set(Repository.swiftFiles("Tests").map(\.module))
    for module in Self.levels.flatMap({ $0 }) where !module.hasPrefix("speccheck") {
      #expect(tested.contains("\(module)Tests"), "\(module)")
    }
  }
}
