import Files
import Foundation
import Subprocess
import Testing

@testable import Scratch

@Suite("Folders that are gone at the end")
struct ScratchRoomTests {
  /// A folder of the test's own in the place of the system's.
  private func withPlace(_ body: (String) async throws -> Void) async throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(
      "scratch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    try await body(place.resolvingSymlinksInPath().path)
  }

  private func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test("nothing is there before the first is asked for, and nothing after the end")
  func lifetime() async throws {
    try await withPlace { place in
      let room = ScratchRoom(in: FilePath(place))
      #expect(names(place) == [])
      let (first, second) = (try room.makeFolder(), try room.makeFolder())
      #expect(first != second)
      for folder in [first, second].map(\.text) {
        #expect(folder.hasPrefix(place))
        #expect(names(folder) == [])
        let attributes = try FileManager.default.attributesOfItem(atPath: folder)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
      }
      room.remove(first)
      #expect(!FileManager.default.fileExists(atPath: first.text))
      #expect(FileManager.default.fileExists(atPath: second.text))
      room.close()
      #expect(names(place) == [])
      #expect(throws: FileTrouble.self) { try room.makeFolder() }
    }
  }

  @Test("a run that dies is cleaned up after by the next, one that lives is not")
  func abandoned() async throws {
    try await withPlace { place in
      let living = ScratchRoom(in: FilePath(place))
      let kept = try living.makeFolder().text
      // as a killed run leaves it: a lock that nobody holds, and what it had made
      let dead = "\(place)/speccheck-scratch-dead00"
      try FileManager.default.createDirectory(
        atPath: "\(dead)/1/sub", withIntermediateDirectories: true)
      try Data().write(to: URL(fileURLWithPath: "\(dead)/lock"))
      try Data().write(to: URL(fileURLWithPath: "\(dead)/1/sub/file"))
      let foreign = "\(place)/other"
      try FileManager.default.createDirectory(atPath: foreign, withIntermediateDirectories: true)
      let next = ScratchRoom(in: FilePath(place))
      _ = try next.makeFolder()
      #expect(!FileManager.default.fileExists(atPath: dead))
      #expect(FileManager.default.fileExists(atPath: kept))
      #expect(FileManager.default.fileExists(atPath: foreign))
      next.close()
      living.close()
      #expect(names(place) == ["other"])
    }
  }

  @Test("a folder without a lock is left alone as long as somebody may be making one")
  func young() async throws {
    try await withPlace { place in
      let young = "\(place)/speccheck-scratch-young0"
      try FileManager.default.createDirectory(atPath: young, withIntermediateDirectories: true)
      let room = ScratchRoom(in: FilePath(place))
      _ = try room.makeFolder()
      #expect(FileManager.default.fileExists(atPath: young))
      room.close()
    }
  }

  @Test("what was written there is removed whatever its permissions, names and depth")
  func stubborn() async throws {
    try await withPlace { place in
      let room = ScratchRoom(in: FilePath(place))
      let folder = try room.makeFolder().text
      let outside = "\(place)/outside"
      try Data("kept".utf8).write(to: URL(fileURLWithPath: outside))
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link", withDestinationPath: outside)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/way-out", withDestinationPath: place)
      // deeper than any path can be
      let name = String(repeating: "d", count: 200)
      let script = """
        printf x > "$(printf 'odd\\377name')"
        mkdir shut && touch shut/file && chmod 0 shut
        for i in $(seq 60); do mkdir \(name) && cd -P \(name) 2>/dev/null || exit 0; done
        """
      let call = ProgramCall(
        "/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"], directory: folder,
        limits: ProgramLimits(outputBytes: 0, deadline: .now + .seconds(20), idle: nil))
      _ = await ChildProgramRunner.whileOpen { try? await $0.run(call) }
      #expect(names(folder).count >= 5)
      room.close()
      #expect(names(place) == ["outside"])
      #expect(try String(contentsOfFile: outside, encoding: .utf8) == "kept")
    }
  }

  @Test("of many that died no run removes more than fifty, so that none waits long")
  func many() async throws {
    try await withPlace { place in
      for number in 10..<70 {
        let dead = "\(place)/speccheck-scratch-dead\(number)"
        try FileManager.default.createDirectory(atPath: dead, withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: "\(dead)/lock"))
      }
      for left in [10, 0] {
        let room = ScratchRoom(in: FilePath(place))
        _ = try room.makeFolder()
        room.close()
        #expect(names(place).count == left)
      }
    }
  }

  @Test("one for temporary files has a short path, however deep the others lie, and is gone too")
  func short() async throws {
    try await withPlace { place in
      let deep = "\(place)/\(String(repeating: "d", count: 90))"
      let near = "\(place)/n"
      for folder in [deep, near] {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
      let room = ScratchRoom(in: FilePath(deep), nearRoot: FilePath(near))
      let (usual, short) = (try room.makeFolder().text, try room.makeTemporaryFolder())
      #expect(usual.hasPrefix("\(deep)/"))
      #expect(short.text.hasPrefix("\(near)/"))
      try Data().write(to: URL(fileURLWithPath: "\(short.text)/left"))
      room.remove(short)
      #expect(!FileManager.default.fileExists(atPath: short.text))
      _ = try room.makeTemporaryFolder()
      room.close()
      #expect(names(deep) == [] && names(near) == [])
    }
  }

  @Test("where the place itself is short, temporary files are beside the others")
  func shortPlace() throws {
    let room = ScratchRoom(in: FilePath("/tmp"))
    defer { room.close() }
    let folder = try room.makeTemporaryFolder()
    #expect(folder.folder == (try room.makeFolder()).folder)
    #expect(folder.bytes.count <= 103 - 40)
  }

  @Test("where no folder can be made, the reason is told")
  func refused() {
    let room = ScratchRoom(in: FilePath("/nowhere/at/all"))
    let trouble = #expect(throws: FileTrouble.self) { try room.makeFolder() }
    #expect(trouble?.message.contains("/nowhere/at/all") == true)
  }
}
