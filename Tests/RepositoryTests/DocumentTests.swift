import Foundation
import Testing

@testable import speccheck_dev

@Suite("The documents")
struct DocumentTests {
  @Test("what is generated under docs is what the code says; ./dev generate writes it")
  func generated() {
    let files = GeneratedFile.all()
    #expect(!files.isEmpty)
    for file in files {
      #expect(Repository.text(file.path) == file.contents, "\(file.path): run ./dev generate")
    }
    #expect(Set(Repository.paths("docs/generated")).subtracting(files.map(\.path)) == [])
  }

  @Test("README is short, and shows the two commands and the exit codes")
  func readme() {
    let text = Repository.text("README.md")
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 150)
    for promised in ["./dev run PLAN", "./dev test", "NO-GO", "Exit codes", "CONTRIBUTING.md"] {
      #expect(text.contains(promised), "\(promised)")
    }
  }

  @Test("the changelog has a section for what is not released")
  func changelog() {
    #expect(Repository.text("CHANGELOG.md").contains("\n## [Unreleased]\n"))
  }

  @Test("the license is MIT")
  func license() {
    #expect(Repository.text("LICENSE").hasPrefix("MIT License\n"))
  }

  @Test(
    "links between the documents lead somewhere",
    arguments: ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
  func links(in document: String) {
    let text = Repository.text(document)
    #expect(!text.isEmpty)
    for part in text.components(separatedBy: "](").dropFirst() {
      let target = part.prefix { $0 != ")" && $0 != "#" }
      guard !target.isEmpty, !target.contains("://") else { continue }
      #expect(Repository.exists(String(target)), "\(document): \(target)")
    }
  }

  @Test("the packages are listed once, in dev, and the manifest agrees")
  func packages() throws {
    let dev = Repository.text("dev")
    let list = try #require(dev.components(separatedBy: "apt_packages=(").dropFirst().first)
    let packages = Set(
      list.prefix { $0 != ")" }.split(whereSeparator: \.isWhitespace).map(String.init))
    let manifest = Repository.text("Package.swift")
    let named = manifest.components(separatedBy: "apt: \"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    #expect(!named.isEmpty)
    #expect(Set(named).union(["pkg-config"]) == packages)
  }

  @Test("CONTRIBUTING says why each C library is there")
  func reasons() {
    let text = Repository.text("CONTRIBUTING.md")
    let libraries = [
      "cmark", "jansson", "utf8proc", "libcurl", "libstemmer", "libcrypto", "libyaml",
    ]
    for library in libraries {
      #expect(text.contains("`\(library)`"), "\(library)")
    }
  }
}
