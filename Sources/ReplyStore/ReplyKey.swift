package import CheckModel
import Digests

/// What a reply answers: exact bytes of a plan, put to one instrument.
///
/// The instrument is all that shapes a reply beside the plan: rubric, prompt, lens, and the reviewer's
/// settings. Parts are told apart by name; a secret must never be one of them.
package struct ReplyKey: Sendable, Hashable {
  /// SHA-256 over the plan's digest and the instrument, 64 hex digits.
  package let digest: String
  let planSHA256: String
  let planPath: String
  /// Equal for every plan that is put to the same instrument.
  private let instrument: String

  package init(plan: Plan, instrument: [String: String]) {
    self.init(
      planSHA256: plan.sha256, planPath: plan.path, instrument: Self.digest(of: instrument))
  }

  private init(planSHA256: String, planPath: String, instrument: String) {
    self.planSHA256 = planSHA256
    self.planPath = planPath
    self.instrument = instrument
    digest = Self.digest(of: ["plan": planSHA256, "instrument": instrument])
  }

  /// The key of another version of the same plan.
  func of(planSHA256: String) -> ReplyKey {
    ReplyKey(planSHA256: planSHA256, planPath: planPath, instrument: instrument)
  }

  /// Names the plan's place together with the instrument, without telling where that place is.
  func placeDigest(canonicalPath: [UInt8]) -> String {
    Self.digest(of: ["path": SHA256.hex(canonicalPath), "instrument": instrument])
  }

  /// Lengths are part of what is digested, so that no two lists of parts read alike.
  private static func digest(of parts: [String: String]) -> String {
    let lines = parts.sorted { $0.key < $1.key }.map { name, value in
      "\(name.utf8.count) \(name) \(value.utf8.count) \(value)\n"
    }
    return SHA256.hex(Array(lines.joined().utf8))
  }
}
