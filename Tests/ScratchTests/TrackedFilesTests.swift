import Files
import Foundation
import Subprocess
import Testing

@testable import Scratch

@Suite("The files of a repository that a reviewer may read")
struct TrackedFilesTests {
  /// A repository with these files, each tracked, and something done to it after that.
  private func repository(
    _ files: [String: String], then script: String = ""
  ) async throws -> (top: String, listing: [UInt8]) {
    let top = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tracked-\(UUID().uuidString)")
    for (path, text) in files {
      let file = top.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let commands = """
      set -e
      git init -q . && git add -A -f
      \(script)
      git ls-files -z --stage
      """
    let call = ProgramCall(
      "/bin/sh", ["-c", commands],
      environment: [
        "PATH": "/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      ], directory: top.path,
      limits: ProgramLimits(outputBytes: 1 << 20, deadline: .now + .seconds(60), idle: nil))
    let result = try #require(
      await ChildProgramRunner.whileOpen { try? await $0.run(call) })
    #expect(result.ending == .exited(0), "\(String(decoding: result.errors, as: UTF8.self))")
    return (top.resolvingSymlinksInPath().path, result.output)
  }

  private func read(
    _ repository: (top: String, listing: [UInt8]), limits: TrackedFiles.Limits = .init()
  ) -> TrackedFiles {
    TrackedFiles(
      listing: repository.listing, top: FilePath(repository.top), limits: limits
    ) { String(decoding: $0, as: UTF8.self).contains("SECRET") }
  }

  /// Where it is copied to, and the paths there with their text.
  private func copied(_ files: TrackedFiles, _ room: ScratchRoom) throws -> [String: String] {
    let place = try room.makeFolder()
    try files.copy(into: place)
    let folder = place.text
    var found: [String: String] = [:]
    let walk = FileManager.default.enumerator(atPath: folder)
    while let path = walk?.nextObject() as? String {
      let whole = "\(folder)/\(path)"
      let attributes = try FileManager.default.attributesOfItem(atPath: whole)
      let mode = attributes[.posixPermissions] as? Int
      if attributes[.type] as? FileAttributeType == .typeDirectory {
        #expect(mode == 0o500, "\(path)")
      } else {
        #expect(mode == 0o400, "\(path)")
        found[path] = try String(contentsOfFile: whole, encoding: .utf8)
      }
    }
    return found
  }

  @Test("are what git tracks, as it stands in the working tree now")
  func tracked() async throws {
    let repository = try await repository(
      ["a.txt": "one", "deep/er/b.txt": "two", "gone.txt": "x", "with blank\tand tab": "three"],
      then: "rm gone.txt; printf new > untracked.txt; printf changed > a.txt")
    defer { try? FileManager.default.removeItem(atPath: repository.top) }
    let room = ScratchRoom(in: FilePath(NSTemporaryDirectory()))
    defer { room.close() }
    let files = read(repository)
    #expect(
      try copied(files, room) == [
        "a.txt": "changed", "deep/er/b.txt": "two", "with blank\tand tab": "three",
      ])
    #expect(files.count == 3)
    #expect(files.bytes == 15)
    #expect(files.leftOut == LeftOut(unreadable: 1))
  }

  @Test("never lead out of the repository, by a link or by a folder that has become one")
  func links() async throws {
    let repository = try await repository(
      ["real.txt": "x", "folder/file": "y", "late.txt": "z"],
      then: """
        ln -s /etc/passwd link; git add link
        rm -r folder; ln -s /etc folder; rm late.txt; ln -s /etc/hostname late.txt
        """)
    defer { try? FileManager.default.removeItem(atPath: repository.top) }
    let room = ScratchRoom(in: FilePath(NSTemporaryDirectory()))
    defer { room.close() }
    let files = read(repository)
    #expect(try copied(files, room) == ["real.txt": "x"])
    #expect(files.leftOut.links == 3)
  }

  @Test("have no secret among them, by name or by text, and nothing that an agent would follow")
  func withheld() async throws {
    let names = [
      ".env", "conf/.env.production", "tls/server.pem", "id_ed25519", "deploy/id_rsa.pub",
      "api.key", "credentials.json", "x/.aws/config", ".npmrc", "prod.tfstate",
      "api_key.txt", "config/prod-secrets.yml", "secrets/db", "Passwords.csv", "deploy/token",
      "aws-credentials.json", ".dockerconfigjson",
    ]
    let agents = [
      "AGENTS.md", "sub/claude.md", ".claude/settings.json", ".codex/config.toml", ".mcp.json",
      ".cursor/rules/a.mdc", ".github/copilot-instructions.md", ".github/instructions/x.md",
      ".gemini/settings.json", ".windsurf/rules.md", ".aider.conf.yml", "a/b/.cursorrules",
      ".aiassistant/rules/a.md", ".factory/droids/a.md", ".crush.json",
      ".zed/settings.json", ".vscode/mcp.json", ".VSCode/settings.json", ".idea/workspace.xml",
      "Gemini.MD", ".continue/config.yaml", ".roo/rules/a.md", ".rooignore", ".clinerules",
      ".GitHub/Instructions/a.md", "app/.GITHUB/Copilot-Instructions.md",
      "docs/api.instructions.md",
      "AGENTS.txt", "AGENT.markdown", ".pi/settings.json", "x/mcp_config.json", "skills/a/SKILL.md",
      "settings.local.json", "sub/claude_desktop_config.json",
      "AGENTS.local.md", ".gitlab/duo/chat-rules.md", ".windsurfrules", ".aider.chat.history.md",
    ]
    let kept = [
      ".pipelines/build.yml", "agents.toml", "skills/a/main.c",
      "src/id_generator.swift", "src/keys.swift", ".github/workflows/ci.yml", "env.md",
      "src/secrets/Store.swift", "docs/passwords.md", "bin/reset-password",
      "design/tokens/blue.json",
      "token.c", "docs/agents-overview.md", "src/agents/run.swift", "docs/instructions/a.md",
      "src/claude.swift", "prompts/a.md", ".zshrc", ".vimrc",
    ]
    var texts = Dictionary(uniqueKeysWithValues: (names + agents + kept).map { ($0, "text") })
    texts["src/config.swift"] = "let token = SECRET"
    let repository = try await repository(texts)
    defer { try? FileManager.default.removeItem(atPath: repository.top) }
    let room = ScratchRoom(in: FilePath(NSTemporaryDirectory()))
    defer { room.close() }
    let files = read(repository)
    #expect(try copied(files, room).keys.sorted() == kept.sorted())
    #expect(files.leftOut == LeftOut(secrets: names.count + 1, agentConfiguration: agents.count))
    #expect(
      files.leftOut.words == "18 files like secrets, 38 files of agents' configuration")
  }

  @Test("are bounded in number and size")
  func bounded() async throws {
    let repository = try await repository([
      "a": "12345", "b": String(repeating: "x", count: 100), "c": "123", "d": "12345", "e": "1",
    ])
    defer { try? FileManager.default.removeItem(atPath: repository.top) }
    let small = read(repository, limits: .init(files: 10, fileBytes: 50, bytes: 9))
    #expect(small.count == 3)
    #expect(small.leftOut.beyondLimit == 2)
    let few = read(repository, limits: .init(files: 2, fileBytes: 500, bytes: 500))
    #expect(few.count == 2)
    #expect(few.leftOut.words == "3 files beyond the limits")
  }

  @Test("have one digest, which tells every change of what may be read")
  func digest() async throws {
    let (first, same, other) = (
      try await repository(["a": "1", "b": "2"]), try await repository(["a": "1", "b": "2"]),
      try await repository(["a": "1", "c": "2"])
    )
    defer {
      for top in [first.top, same.top, other.top] {
        try? FileManager.default.removeItem(atPath: top)
      }
    }
    #expect(read(first).digest == read(same).digest)
    #expect(read(first).digest != read(other).digest)
    try Data("3".utf8).write(to: URL(fileURLWithPath: "\(same.top)/b"))
    #expect(read(first).digest != read(same).digest)
    #expect(read(first).digest.utf8.count == 64)
  }

  @Test(
    "a listing that is not git's holds nothing that leads elsewhere",
    arguments: [
      "100644 0 0\t../x\0", "100644 0 0\t/etc/passwd\0", "100644 0 0\ta/../../x\0",
      "100644 0 0\t.git/config\0", "garbage\0", "\0\0", "100644 0 0\t\0",
    ])
  func hostile(listing: String) {
    #expect(TrackedPaths(Array(listing.utf8)).regular == [])
  }

  @Test("the three sides of a conflict are one file")
  func conflict() {
    let listing = "100644 a 1\tx\0100644 b 2\tx\0100755 c 3\tx\0"
    #expect(TrackedPaths(Array(listing.utf8)).regular == [Array("x".utf8)])
  }
}
