import CheckModel
import Digests
import Files
import Foundation
import ReplyStore
import Testing

@Suite("The store of replies")
struct ReplyStoreTests {
  @Test(
    "a reply comes back exactly as it was kept",
    arguments: [
      "{\"answer\": \"yes\"}", "", "a \u{0} b \u{1B}[31m \u{2028} é e\u{301} 🧵 \\ \" \r\n",
    ])
  func roundTrip(_ text: String) async {
    let scratch = Scratch()
    defer { scratch.remove() }
    scratch.store.add(.sample(text), for: .sample())
    #expect(scratch.store.replies(for: .sample()) == [.sample(text)])
  }

  @Test("a large reply is kept whole")
  func large() async {
    let scratch = Scratch()
    defer { scratch.remove() }
    let reply = StoredReply.sample(String(repeating: "\u{1}", count: 300_000))
    scratch.store.add(reply, for: .sample())
    #expect(scratch.store.replies(for: .sample()) == [reply])
  }

  @Test("what is not known stays unknown")
  func unknown() async {
    let scratch = Scratch()
    defer { scratch.remove() }
    let bare = StoredReply(
      askedAt: "2026-11-01T10:00:00Z", model: ModelIdentity(), usage: nil, attempts: 1,
      reply: Array("{}".utf8))
    scratch.store.add(bare, for: .sample())
    #expect(scratch.store.replies(for: .sample()) == [bare])
  }

  @Test("replies come in the order asked, two equal ones stay two")
  func order() async {
    let scratch = Scratch()
    defer { scratch.remove() }
    let late = StoredReply.sample("late", askedAt: "2026-11-01T10:00:02Z")
    let early = StoredReply.sample("early", askedAt: "2026-11-01T10:00:01Z")
    let afresh = StoredReply.sample("afresh", askedAt: "2026-11-01T10:00:00Z", sitting: 2)
    for reply in [afresh, late, early, early] { scratch.store.add(reply, for: .sample()) }
    #expect(scratch.store.replies(for: .sample()) == [early, early, late, afresh])
  }

  @Test("another plan, another model or another part's name is another key")
  func keys() async {
    let scratch = Scratch()
    defer { scratch.remove() }
    scratch.store.add(.sample(), for: .sample())
    #expect(scratch.store.replies(for: .sample(.bare("ab"))) == [])
    #expect(scratch.store.replies(for: .sample(model: "n")) == [])
    let plan = Plan.bare()
    let digests = [
      ReplyKey(plan: plan, instrument: ["a": "bc"]), ReplyKey(plan: plan, instrument: ["ab": "c"]),
      ReplyKey(plan: plan, instrument: ["a": "b", "c": ""]),
      ReplyKey(plan: plan, instrument: ["a": "b\n1 c 0 "]),
    ].map(\.digest)
    #expect(Set(digests).count == digests.count)
  }

  @Test("nobody else can read what is kept, and nothing half-written is left")
  func permissions() async {
    let scratch = Scratch()
    defer { scratch.remove() }
    scratch.store.add(.sample(), for: .sample())
    #expect(scratch.mode("") == 0o700)
    let key = ReplyKey.sample().digest
    #expect(scratch.mode(key) == 0o700)
    let files = scratch.contents.filter { $0.hasPrefix(key + "/") }
    #expect(files.count == 1)
    #expect(files.map(scratch.mode) == [0o600])
  }

  @Test("neither the key nor a file says where the plan lies")
  func privacy() async throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    let plan = NSTemporaryDirectory() + "speccheck-private-\(UInt64.random(in: .min ... .max)).md"
    try Data("# P".utf8).write(to: URL(fileURLWithPath: plan))
    defer { try? FileManager.default.removeItem(atPath: plan) }
    scratch.store.add(.sample(), for: .sample(.bare(path: plan)))
    #expect(scratch.contents.contains { $0.hasPrefix("latest/") })
    for path in scratch.contents {
      let bytes = FileManager.default.contents(atPath: scratch.path + "/" + path) ?? Data()
      #expect(!path.contains("private"))
      #expect(!String(decoding: bytes, as: UTF8.self).contains("private"))
    }
  }

  @Test("a folder that cannot be made loses the reply, says so, and breaks nothing")
  func unwritable() async {
    let scratch = Scratch()
    defer { scratch.remove() }
    #expect(FileManager.default.createFile(atPath: scratch.path, contents: Data()))
    let reports = Reports()
    let store = ReplyStore(folder: FilePath(scratch.path), secret: Scratch.secret) {
      reports.add($0)
    }
    store.add(.sample(), for: .sample())
    #expect(store.replies(for: .sample()) == [])
    #expect(reports.all.count == 1)
    #expect(reports.all.first?.contains("could not be stored") == true)
  }

  @Test("what was kept is on the disk when that was waited for, and may be waited for again")
  func settling() {
    let scratch = Scratch()
    defer { scratch.remove() }
    let store = scratch.store
    for text in ["one", "two", "three"] { store.add(.sample(text), for: .sample()) }
    store.settle()
    store.settle()
    #expect(store.replies(for: .sample()).count == 3)
  }

  @Test("a store that was open to others is closed to them")
  func openFolder() throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    try FileManager.default.createDirectory(
      atPath: scratch.path, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o777])
    scratch.store.add(.sample(), for: .sample())
    #expect(scratch.mode("") == 0o700)
  }

  @Test("a reply that is kept is not called lost when only its place cannot be written down")
  func noPlace() throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    try FileManager.default.createDirectory(
      atPath: scratch.path, withIntermediateDirectories: true)
    for name in ["latest", "plan.md"] {
      #expect(FileManager.default.createFile(atPath: "\(scratch.path)/\(name)", contents: Data()))
    }
    let reports = Reports()
    let store = ReplyStore(folder: FilePath(scratch.path), secret: Scratch.secret) {
      reports.add($0)
    }
    let key = ReplyKey.sample(.bare(path: scratch.path + "/plan.md"))
    store.add(.sample(), for: key)
    #expect(store.replies(for: key).count == 1)
    #expect(reports.all.count == 1)
    #expect(reports.all.first?.hasPrefix("a reply is stored, but") == true)
  }

  @Test("a reply that is no UTF-8 is not kept")
  func notUTF8() async {
    let scratch = Scratch()
    defer { scratch.remove() }
    let reports = Reports()
    let store = ReplyStore(folder: FilePath(scratch.path), secret: Scratch.secret) {
      reports.add($0)
    }
    var reply = StoredReply.sample()
    reply.reply = [0x7B, 0xFF, 0x7D]
    store.add(reply, for: .sample())
    #expect(store.replies(for: .sample()) == [])
    #expect(reports.all.count == 1)
  }

  @Test("what a dead process began and never finished is cleared away later")
  func abandoned() async throws {
    let scratch = Scratch()
    defer { scratch.remove() }
    scratch.store.add(.sample("one"), for: .sample())
    let begun = scratch.path + "/" + ReplyKey.sample().digest + "/.speccheck-x.tmp"
    #expect(FileManager.default.createFile(atPath: begun, contents: Data("{".utf8)))
    scratch.store.add(.sample("two"), for: .sample())
    #expect(FileManager.default.fileExists(atPath: begun))
    let old = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -7_200)]
    try FileManager.default.setAttributes(old, ofItemAtPath: begun)
    scratch.store.add(.sample("three"), for: .sample())
    #expect(!FileManager.default.fileExists(atPath: begun))
    #expect(scratch.store.replies(for: .sample()).count == 3)
  }
}
