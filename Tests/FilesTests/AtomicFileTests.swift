import Files
import Foundation
import Testing

@Suite("Whole files")
struct AtomicFileTests {
  private let writer = AtomicFile()

  private func text(_ path: FilePath) throws -> String {
    String(decoding: try FileReader.read(path, limit: 1_000, what: "file"), as: UTF8.self)
  }

  @Test("are written anew, in place of old ones, and leave nothing beside them")
  func writing() throws {
    let scratch = try FileScratch()
    let file = scratch.place("a")
    for content in ["one", "two", ""] {
      try writer.write(Array(content.utf8), to: file)
      #expect(try text(file) == content)
    }
    #expect(try scratch.names == ["a"])
  }

  @Test("keep the permissions of the file that was there, and go where its link leads")
  func link() throws {
    let scratch = try FileScratch()
    try scratch.make("target", mode: 0o604)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.place("link").text, withDestinationPath: "target")
    try writer.write(Array("new".utf8), to: scratch.place("link"))
    #expect(try text(scratch.place("target")) == "new")
    #expect(scratch.mode("target") == 0o604)
    #expect(scratch.place("link").isLink)
  }

  @Test("take the place of a link where they are put, and have the permissions that were asked for")
  func putting() throws {
    let scratch = try FileScratch()
    try scratch.make("target")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.place("link").text, withDestinationPath: "target")
    try writer.put(Array("new".utf8), at: scratch.place("link"), mode: 0o600)
    #expect(try text(scratch.place("target")) == "text")
    #expect(try text(scratch.place("link")) == "new")
    #expect(scratch.mode("link") == 0o600)
  }

  @Test("that are there already stay as they are when they may be written once")
  func once() throws {
    let scratch = try FileScratch()
    let file = scratch.place("a")
    for content in ["one", "two"] {
      try writer.writeOnce(Array(content.utf8), to: file, mode: 0o600)
    }
    #expect(try text(file) == "one")
    #expect(try scratch.names == ["a"])
  }

  @Test("that cannot be written are told with their name, and leave nothing")
  func failing() throws {
    let scratch = try FileScratch()
    try FileManager.default.createDirectory(
      atPath: scratch.place("folder/in").text, withIntermediateDirectories: true)
    let trouble = #expect(throws: FileTrouble.self) {
      try writer.put([1], at: scratch.place("folder"), mode: 0o600)
    }
    #expect(trouble?.message.contains("cannot write '\(scratch.place("folder").text)'") == true)
    #expect(throws: FileTrouble.self) { try writer.write([1], to: scratch.place("no/such")) }
    #expect(try scratch.names == ["folder"])
  }

  @Test("are put in place undisturbed")
  func undisturbed() throws {
    let scratch = try FileScratch()
    let during = AtomicFile { body in
      body()
      // what an interrupt would find: the file whole, and no other
      #expect((try? scratch.names) == ["a"])
    }
    try during.write([1], to: scratch.place("a"))
    try during.writeOnce([1], to: scratch.place("a"), mode: 0o600)
  }

  @Test("that were begun are known by their names")
  func temporary() {
    #expect(AtomicFile.isTemporary(Array(".speccheck-k3.tmp".utf8)))
    for name in ["a.tmp", ".speccheck-", "speccheck-x.tmp", "reply.json"] {
      #expect(!AtomicFile.isTemporary(Array(name.utf8)))
    }
  }

  @Test("are read up to their limit, and one byte more is too much, or cut off")
  func reading() throws {
    let scratch = try FileScratch()
    let file = try scratch.make("a", "12345")
    #expect(try FileReader.read(file, limit: 5, what: "file").count == 5)
    #expect(throws: FileTrouble.self) { try FileReader.read(file, limit: 4, what: "file") }
    #expect(
      try FileReader.read(file, limit: 4, what: "file", excess: .cutOff) == Array("1234".utf8))
  }

  @Test("are written through to the disk, whatever is there")
  func settling() throws {
    let scratch = try FileScratch()
    FilePath.settle([try scratch.make("a"), scratch.place("missing")])
    #expect(try scratch.names == ["a"])
  }
}
