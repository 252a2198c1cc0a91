package import CheckModel
package import Files
import StrictJSON

/// Keeps every valid reply under a folder of its own, so that the same bytes are never paid for twice.
///
/// Safe with many processes at once: files appear whole or not at all and are never changed. Trouble with
/// the disk never stops a review, it is reported as a diagnostic. What is in the way of trust (a damaged
/// file, a file of somebody else, a link) is passed over and reported too.
package struct ReplyStore: Sendable {
  /// The most replies that are read for one key.
  package static let limit = 256

  private let folder: StoreFolder
  private let secret: [UInt8]
  private let report: @Sendable (Diagnostic) -> Void

  /// - Parameters:
  ///   - folder: where replies are kept; made on first use, closed to others.
  ///   - secret: what the files' names are made with; who does not know it cannot put a reply there.
  ///   - report: is told what went wrong; may be called from any thread.
  ///   - writer: puts them in place.
  package init(
    folder: FilePath, secret: [UInt8],
    report: @escaping @Sendable (Diagnostic) -> Void = { _ in },
    writer: AtomicFile = AtomicFile()
  ) {
    self.folder = StoreFolder(path: folder, writer: writer)
    self.secret = secret
    self.report = report
  }

  /// All usable replies to exactly this key, in the order asked.
  package func replies(for key: ReplyKey) -> [StoredReply] {
    var found: [(name: String, reply: StoredReply)] = []
    for name in names(for: key) {
      do throws(OwnFile.Doubt) {
        let bytes = try folder.read([key.digest, name], limit: ReplyFile.limits.bytes)
        switch ReplyFile.read(bytes, named: name, for: key, secret: secret) {
        case .failure(let unusable): pass(over: name, key, unusable.why)
        case .success(let reply): found.append((name, reply))
        }
      } catch {
        pass(over: name, key, error.why)
      }
    }
    let sorted = found.sorted {
      ($0.reply.sitting, $0.reply.askedAt, $0.name) < ($1.reply.sitting, $1.reply.askedAt, $1.name)
    }
    return sorted.map(\.reply)
  }

  /// Keeps one more reply. Only a reply that became a valid review may be added.
  ///
  /// It is in place for all processes at once, and soon on the disk too; whoever ends a run waits for that by
  /// ``settle()``. What a loss of power tears before shows by its name, and is asked for again.
  package func add(_ reply: StoredReply, for key: ReplyKey) {
    guard let file = ReplyFile(reply, for: key, secret: secret, tag: .random(in: .min ... .max))
    else {
      report(Self.diagnostic("a reply that is no UTF-8 is not stored"))
      return
    }
    do throws(FileTrouble) {
      try folder.put(file.bytes, at: [key.digest, file.name])
    } catch {
      return report(
        Self.diagnostic(
          "a reply could not be stored and would be paid for again: \(error.message)"))
    }
    guard let path = FilePath(key.planPath).resolved else { return }
    do throws(FileTrouble) {
      try folder.put(
        PlaceFile.bytes(key.planSHA256),
        at: [PlaceFile.folder, key.placeDigest(canonicalPath: path.bytes)])
    } catch {
      report(
        Self.diagnostic(
          "a reply is stored, but a changed plan will not be shown its review: \(error.message)"))
    }
  }

  /// Returns when every reply that was kept is on the disk: a few milliseconds behind the last one.
  package func settle() { folder.settle() }

  /// The replies of the same instrument to the version of the plan at the same place that was reviewed
  /// last; nil when there is none, and for a plan that is no file.
  package func latest(for key: ReplyKey) -> EarlierReplies? {
    guard let path = FilePath(key.planPath).resolved else { return nil }
    let place = [PlaceFile.folder, key.placeDigest(canonicalPath: path.bytes)]
    guard let bytes = try? folder.read(place, limit: 1_024),
      let planSHA256 = PlaceFile.planSHA256(bytes)
    else { return nil }
    let replies = replies(for: key.of(planSHA256: planSHA256))
    return replies.isEmpty ? nil : EarlierReplies(planSHA256: planSHA256, replies: replies)
  }

  /// Runs the body while nobody else, in this process or another, does so for the same key, so that two
  /// runs on one plan pay once. A process that dies leaves the turn to the next.
  ///
  /// Where the file system has no locks the body runs at once. Throws `timeout-total` when the turn does
  /// not come before the deadline, and `cancelled`; otherwise what the body throws.
  package func whileAlone<Outcome: Sendable>(
    _ key: ReplyKey, until deadline: ContinuousClock.Instant,
    _ body: () async throws(ReviewFailure) -> Outcome
  ) async throws(ReviewFailure) -> Outcome {
    guard let lock = ReplyLock(in: folder, for: key) else {
      report(Self.diagnostic("there is no lock for a reply; another run may pay for the same"))
      return try await body()
    }
    defer { lock.release() }
    if try await !lock.wait(until: deadline) {
      report(Self.diagnostic("a reply cannot be locked; another run may pay for the same"))
    }
    return try await body()
  }

  private func names(for key: ReplyKey) -> [String] {
    let names = folder.names(in: key.digest).filter { $0.hasSuffix(".json") }.sorted()
    if names.count > Self.limit {
      report(
        Self.diagnostic("only \(Self.limit) of \(names.count) stored replies to one plan are read"))
    }
    return Array(names.prefix(Self.limit))
  }

  private func pass(over name: String, _ key: ReplyKey, _ why: String) {
    report(
      Self.diagnostic(
        "the stored reply \(key.digest.prefix(12))…/\(name.prefix(12))… is passed over: \(why)"))
  }

  private static func diagnostic(_ message: String) -> Diagnostic {
    Diagnostic(code: "reply-store", message: message)
  }
}

/// Which version of the plan at one place was reviewed last by one instrument.
enum PlaceFile {
  static let folder = "latest"
  private static let format = "speccheck.latest/1"

  static func bytes(_ planSHA256: String) -> [UInt8] {
    let value: JSONValue = [
      "format": JSONValue(.string(format)), "plan": JSONValue(.string(planSHA256)),
    ]
    return Array((value.text(indented: false) + "\n").utf8)
  }

  /// Nil for a file of another form.
  static func planSHA256(_ bytes: [UInt8]) -> String? {
    let limits = JSONLimits(bytes: 1_024, depth: 2, values: 10)
    guard let root = try? JSONDocument(bytes, limits: limits).root,
      root["format"]?.content == .string(format), case .string(let digest) = root["plan"]?.content
    else { return nil }
    return digest
  }
}
