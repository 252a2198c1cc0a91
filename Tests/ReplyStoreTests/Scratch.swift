import CheckModel
import Files
import Foundation
import ReplyStore

/// A folder of its own for one test, which removes it when it is over.
struct Scratch {
  let path: String

  static let secret = [UInt8](repeating: 7, count: 32)

  init() {
    path = NSTemporaryDirectory() + "speccheck-replies-\(UInt64.random(in: .min ... .max))"
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  var store: ReplyStore { ReplyStore(folder: FilePath(path), secret: Scratch.secret) }

  /// Paths below the folder, sorted; with folders.
  var contents: [String] {
    (try? FileManager.default.subpathsOfDirectory(atPath: path).sorted()) ?? []
  }

  func mode(_ name: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "/" + name)
    return attributes?[.posixPermissions] as? Int
  }
}

/// Collects what a store reports.
final class Reports: Sendable {
  // the lock is what makes the array safe to share
  private nonisolated(unsafe) var texts: [String] = []
  private let lock = NSLock()

  func add(_ diagnostic: Diagnostic) { lock.withLock { texts.append(diagnostic.message) } }

  var all: [String] { lock.withLock { texts } }
}

extension Plan {
  /// A plan of which only the digest and the path matter.
  static func bare(_ sha256: String = "aa", path: String = "no-such-plan.md") -> Plan {
    Plan(path: path, title: "P", sha256: sha256, isFolder: false, files: [])
  }
}

extension ReplyKey {
  static func sample(_ plan: Plan = .bare(), model: String = "m") -> ReplyKey {
    ReplyKey(plan: plan, instrument: ["model": model, "lens": "planner"])
  }
}

extension StoredReply {
  static func sample(
    _ text: String = "{}", askedAt: String = "2026-11-01T10:00:00Z", sitting: Int = 1
  ) -> StoredReply {
    StoredReply(
      askedAt: askedAt,
      model: ModelIdentity(
        requested: "m", answered: "m-1", family: "vendor", familyBasis: .answered,
        claimedFamilies: ["meta", "vendor"]),
      usage: Usage(inputTokens: 10, outputTokens: 3, costUSD: 0.25), attempts: 2,
      sitting: sitting, reply: Array(text.utf8))
  }
}
