import Foundation
import Testing

@testable import Files

@Suite("Files that nobody else could have written")
struct OwnFileTests {
  @Test("are read whole, up to the limit")
  func healthy() throws {
    let scratch = try FileScratch()
    let file = try scratch.make("own", "12345678", mode: 0o644)
    #expect(try OwnFile.read(file, limit: 8) == Array("12345678".utf8))
    #expect(throws: OwnFile.Doubt(why: "it is too large")) { try OwnFile.read(file, limit: 7) }
    #expect(try OwnFile.read(scratch.make("empty", ""), limit: 0) == [])
  }

  @Test("are no files that others may write", arguments: [0o620, 0o602, 0o666, 0o777])
  func writable(mode: Int) throws {
    let scratch = try FileScratch()
    let file = try scratch.make("open", mode: mode)
    #expect(throws: OwnFile.Doubt(why: "somebody else could have written it")) {
      try OwnFile.read(file, limit: 100)
    }
  }

  @Test("are no links, folders or pipes, and nothing that is missing")
  func others() throws {
    let scratch = try FileScratch()
    try scratch.make("target")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.place("link").text, withDestinationPath: "target")
    #expect(mkfifo(scratch.place("pipe").text, 0o600) == 0)
    for name in ["link", "pipe", "missing", "."] {
      #expect(throws: OwnFile.Doubt.self) { try OwnFile.read(scratch.place(name), limit: 100) }
    }
  }

  @Test("are closed to others where they were open", arguments: [0o644, 0o640, 0o606, 0o755])
  func closing(mode: Int) throws {
    let scratch = try FileScratch()
    let file = try scratch.make("file", mode: mode)
    #expect(try OwnFile.deny(0o077, to: file))
    #expect(scratch.mode("file") == mode & 0o700)
    #expect(try !OwnFile.deny(0o077, to: file))
  }

  @Test("what is missing is closed, and a link is not followed to close something else")
  func closingOthers() throws {
    let scratch = try FileScratch()
    #expect(try !OwnFile.deny(0o077, to: scratch.place("missing")))
    try scratch.make("target", mode: 0o644)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.place("link").text, withDestinationPath: "target")
    #expect(throws: OwnFile.Doubt.self) { try OwnFile.deny(0o077, to: scratch.place("link")) }
    #expect(scratch.mode("target") == 0o644)
  }
}
