import CheckModel
import Digests
import Files
import Foundation
import ReplyStore
import Testing

@Suite("What the store does not trust")
struct TrustTests {
  /// What somebody could do to a stored file, given its path.
  static let tamperings: [(name: String, apply: @Sendable (String) throws -> Void)] = [
    (
      "one byte of the reply changed",
      { path in
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let changed = text.replacingOccurrences(of: "\"reply\": \"no\"", with: "\"reply\": \"go\"")
        #expect(changed != text)
        try changed.write(toFile: path, atomically: false, encoding: .utf8)
      }
    ),
    (
      "cut short",
      { path in
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: path))
      }
    ),
    ("emptied", { path in try Data().write(to: URL(fileURLWithPath: path)) }),
    (
      "writable for others",
      { path in
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
      }
    ),
    (
      "a link to the same bytes",
      { path in
        try FileManager.default.moveItem(atPath: path, toPath: path + ".moved")
        try FileManager.default.createSymbolicLink(
          atPath: path, withDestinationPath: path + ".moved")
      }
    ),
    (
      "a folder",
      { path in
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      }
    ),
  ]

  private func only(_ scratch: Scratch) throws -> String {
    let key = ReplyKey.sample().digest
    let name = try #require(
      scratch.contents.first { $0.hasPrefix(key + "/") && $0.hasSuffix(".json") })
    return scratch.path + "/" + name
  }

  @Test("a file that was tampered with is passed over and said", arguments: tamperings.indices)
  func tampered(_ index: Int) async throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    scratch.store.add(.sample("no"), for: .sample())
    #expect(scratch.store.replies(for: .sample()).count == 1)
    try Self.tamperings[index].apply(only(scratch))
    let reports = Reports()
    let store = ReplyStore(folder: FilePath(scratch.path), secret: Scratch.secret) {
      reports.add($0)
    }
    #expect(store.replies(for: .sample()) == [], "\(Self.tamperings[index].name)")
    #expect(reports.all.count == 1)
    #expect(reports.all.first?.contains("passed over") == true)
  }

  @Test("a whole file moved to another plan's folder does not count there")
  func moved() async throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    scratch.store.add(.sample(), for: .sample())
    let other = ReplyKey.sample(.bare("bb"))
    scratch.store.add(.sample("other"), for: other)
    let path = try only(scratch)
    let name = path.split(separator: "/").last ?? ""
    try FileManager.default.moveItem(
      atPath: path, toPath: scratch.path + "/\(other.digest)/\(name)")
    #expect(scratch.store.replies(for: other).map(\.reply) == [Array("other".utf8)])
  }

  @Test("a reply that was changed and named anew without the secret does not count")
  func forged() throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    scratch.store.add(.sample("no"), for: .sample())
    let path = try only(scratch)
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .replacingOccurrences(of: "\"no\"", with: "\"yes\"")
    try FileManager.default.removeItem(atPath: path)
    let folder = scratch.path + "/" + ReplyKey.sample().digest + "/"
    for name in [
      SHA256.hex(Array(text.utf8)), SHA256.hexadecimal(SHA256.hmac(key: [], Array(text.utf8))),
    ] {
      #expect(
        FileManager.default.createFile(
          atPath: folder + name + ".json", contents: Data(text.utf8),
          attributes: [.posixPermissions: 0o600]))
    }
    #expect(scratch.store.replies(for: .sample()) == [])
  }

  @Test("a file of a later format is asked for again, not misread")
  func laterFormat() async throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    scratch.store.add(.sample(), for: .sample())
    let path = try only(scratch)
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .replacingOccurrences(of: "speccheck.reply/2", with: "speccheck.reply/3")
    try FileManager.default.removeItem(atPath: path)
    let name =
      SHA256.hexadecimal(SHA256.hmac(key: Scratch.secret, Array(text.utf8))) + ".json"
    let folder = scratch.path + "/" + ReplyKey.sample().digest + "/"
    let created = FileManager.default.createFile(
      atPath: folder + name, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    #expect(created)
    let reports = Reports()
    let store = ReplyStore(folder: FilePath(scratch.path), secret: Scratch.secret) {
      reports.add($0)
    }
    #expect(store.replies(for: .sample()) == [])
    #expect(reports.all.first?.contains("another version") == true)
  }

  @Test("names that are no replies are nobody's business")
  func foreignNames() async {
    let scratch = Scratch()
    defer { scratch.remove() }
    scratch.store.add(.sample(), for: .sample())
    let folder = scratch.path + "/" + ReplyKey.sample().digest
    _ = FileManager.default.createFile(atPath: folder + "/.DS_Store", contents: Data())
    let reports = Reports()
    let store = ReplyStore(folder: FilePath(scratch.path), secret: Scratch.secret) {
      reports.add($0)
    }
    #expect(store.replies(for: .sample()).count == 1)
    #expect(reports.all == [])
  }

  @Test("the last review of another version is found by the plan's place and the instrument")
  func latest() async throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    let path = scratch.path + ".md"
    _ = FileManager.default.createFile(atPath: path, contents: Data("# P".utf8))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = Plan.bare("aa", path: path)
    let second = Plan.bare("bb", path: path)
    #expect(scratch.store.latest(for: .sample(first)) == nil)
    scratch.store.add(.sample("first"), for: .sample(first))
    scratch.store.add(.sample("second"), for: .sample(second))

    let today = Plan.bare("cc", path: path)
    let found = try #require(scratch.store.latest(for: .sample(today)))
    #expect(found.planSHA256 == "bb")
    #expect(found.replies == [.sample("second")])
    #expect(scratch.store.latest(for: .sample(today, model: "n")) == nil)
    #expect(scratch.store.latest(for: .sample(.bare("cc"))) == nil)
  }
}
