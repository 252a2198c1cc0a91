import CheckModel
import Digests
import StrictJSON

/// One stored reply as a file: JSON, named by the HMAC-SHA256 of its own bytes under a secret, so that
/// whatever was damaged, changed, or put there by somebody without the secret shows.
struct ReplyFile {
  /// Any change of the form needs another name; older files are then asked for again.
  static let format = "speccheck.reply/2"

  /// A reply may have 8 MiB, and a byte of it takes at most six in JSON.
  static let limits = JSONLimits(bytes: 49 << 20, depth: 8, values: 100)

  let name: String
  let bytes: [UInt8]

  /// Nil for a reply that is no UTF-8, which JSON cannot hold.
  ///
  /// - Parameter tag: tells two equal replies apart.
  init?(_ stored: StoredReply, for key: ReplyKey, secret: [UInt8], tag: UInt64) {
    let text = String(decoding: stored.reply, as: UTF8.self)
    guard Array(text.utf8) == stored.reply else { return nil }
    let value: JSONValue = [
      "format": JSONValue(.string(Self.format)), "key": JSONValue(.string(key.digest)),
      "tag": JSONValue(.string(String(tag, radix: 16))),
      "askedAt": JSONValue(.string(stored.askedAt)),
      "sitting": JSONValue(.integer(stored.sitting)),
      "attempts": JSONValue(.integer(stored.attempts)),
      "model": Self.value(stored.model), "usage": Self.value(stored.usage),
      "reply": JSONValue(.string(text)),
    ]
    bytes = value.bytes(indented: true) + [0x0A]
    name = Self.name(of: bytes, secret)
  }

  /// Takes a file apart, or says why it is not what was put there for this key.
  static func read(
    _ bytes: [UInt8], named name: String, for key: ReplyKey, secret: [UInt8]
  ) -> Result<StoredReply, Unusable> {
    guard Self.name(of: bytes, secret) == name else {
      return .failure(Unusable(why: "its content is not what was stored"))
    }
    guard let root = try? JSONDocument(bytes, limits: limits).root else {
      return .failure(Unusable(why: "it is no JSON"))
    }
    guard root.string("format") == format else {
      return .failure(Unusable(why: "another version of the program wrote it"))
    }
    guard root.string("key") == key.digest else {
      return .failure(Unusable(why: "it belongs to another review"))
    }
    guard let askedAt = root.string("askedAt"), let sitting = root.integer("sitting"),
      let attempts = root.integer("attempts"), let text = root.string("reply"), sitting > 0
    else { return .failure(Unusable(why: "a part of it is missing")) }
    return .success(
      StoredReply(
        askedAt: askedAt, model: model(root["model"]), usage: usage(root["usage"]),
        attempts: attempts, sitting: sitting, reply: Array(text.utf8)))
  }

  private static func name(of bytes: [UInt8], _ secret: [UInt8]) -> String {
    SHA256.hexadecimal(SHA256.hmac(key: secret, bytes)) + ".json"
  }

  /// Why a file is passed over.
  struct Unusable: Error, Hashable {
    let why: String
  }

  private static func value(_ model: ModelIdentity) -> JSONValue {
    [
      "requested": .orNull(model.requested), "answered": .orNull(model.answered),
      "family": .orNull(model.family), "familyBasis": .orNull(model.familyBasis?.rawValue),
      "claimedFamilies": JSONValue(
        .array(model.claimedFamilies.map { JSONValue(.string($0)) })),
    ]
  }

  private static func value(_ usage: Usage?) -> JSONValue {
    guard let usage else { return JSONValue(.null) }
    return [
      "inputTokens": .orNull(usage.inputTokens),
      "cachedInputTokens": .orNull(usage.cachedInputTokens),
      "outputTokens": .orNull(usage.outputTokens),
      "reasoningTokens": .orNull(usage.reasoningTokens),
      "costUSD": JSONValue(usage.costUSD.map(JSONValue.Content.real) ?? .null),
    ]
  }

  private static func model(_ value: JSONValue?) -> ModelIdentity {
    ModelIdentity(
      requested: value?.string("requested"), answered: value?.string("answered"),
      family: value?.string("family"),
      familyBasis: value?.string("familyBasis").flatMap(ModelIdentity.FamilyBasis.init),
      claimedFamilies: value?.strings("claimedFamilies") ?? [])
  }

  private static func usage(_ value: JSONValue?) -> Usage? {
    guard let value, value.content != .null else { return nil }
    return Usage(
      inputTokens: value.integer("inputTokens"),
      cachedInputTokens: value.integer("cachedInputTokens"),
      outputTokens: value.integer("outputTokens"),
      reasoningTokens: value.integer("reasoningTokens"), costUSD: value.number("costUSD"))
  }
}

extension JSONValue {
  fileprivate static func orNull(_ text: String?) -> JSONValue {
    JSONValue(text.map(Content.string) ?? .null)
  }

  fileprivate static func orNull(_ number: Int?) -> JSONValue {
    JSONValue(number.map(Content.integer) ?? .null)
  }

  fileprivate func string(_ key: String) -> String? {
    if case .string(let text) = self[key]?.content { text } else { nil }
  }

  fileprivate func strings(_ key: String) -> [String] {
    guard case .array(let values) = self[key]?.content else { return [] }
    return values.compactMap { value in
      if case .string(let text) = value.content { text } else { nil }
    }
  }

  fileprivate func integer(_ key: String) -> Int? {
    if case .integer(let number) = self[key]?.content { number } else { nil }
  }

  fileprivate func number(_ key: String) -> Double? {
    switch self[key]?.content {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }
}
