package import CheckModel
import StrictJSON

/// Bytes of a reply → `Reply`, strictly: nothing is guessed, clamped or looked for by keyword.
package struct ReplyDecoder: Sendable {
  private let plan: Plan
  private let rubric: Rubric
  private let lens: Lens
  private let context: ProjectContext?
  private let secret: [UInt8]
  /// What messages call the reply: a file's path, or a reviewer's name.
  let name: String
  private let isOfEarlierVersion: Bool

  package init(
    plan: Plan, rubric: Rubric, lens: Lens, context: ProjectContext? = nil, secret: [UInt8],
    name: String
  ) {
    self.init(plan, rubric, lens, context, secret, name, isOfEarlierVersion: false)
  }

  /// For a reply to an earlier version of the plan, whose bytes had this digest: it must answer that
  /// version's prompt, and its line numbers, which mean nothing today, are left out.
  package init(
    plan: Plan, earlierVersion planSHA256: String, rubric: Rubric, lens: Lens,
    context: ProjectContext? = nil, secret: [UInt8], name: String
  ) {
    var earlier = plan
    earlier.sha256 = planSHA256
    self.init(earlier, rubric, lens, context, secret, name, isOfEarlierVersion: true)
  }

  private init(
    _ plan: Plan, _ rubric: Rubric, _ lens: Lens, _ context: ProjectContext?, _ secret: [UInt8],
    _ name: String, isOfEarlierVersion: Bool
  ) {
    self.isOfEarlierVersion = isOfEarlierVersion
    self.plan = plan
    self.rubric = rubric
    self.lens = lens
    self.context = context
    self.secret = secret
    self.name = name
  }

  /// Throws `empty`, `malformed`, `wrong-nonce` or `schema-invalid`, each with line and column.
  package func decode(_ bytes: [UInt8]) throws(ReviewFailure) -> Reply {
    do {
      return try read(bytes)
    } catch {
      throw error.failure
    }
  }

  /// As `decode`, with what the model can be told about the fault.
  func read(_ bytes: [UInt8]) throws(ReplyRejection) -> Reply {
    let document: JSONDocument
    do throws(ReviewFailure) {
      document = try ReplyText.document(bytes, name: name)
      try ReplyEcho.check(
        document.root, plan: plan, rubric: rubric, lens: lens, context: context, secret: secret,
        name: name)
    } catch {
      throw ReplyRejection(failure: error, faults: [])
    }
    var faults = ReplyFaults()
    ReplySchema.shape(for: rubric).check(document.root, faults: &faults)
    try reject(faults, document)
    var reader = ReplyReader(
      plan: plan, rubric: rubric, leavesOutLines: isOfEarlierVersion)
    let reply = reader.read(document.root)
    try reject(reader.faults, document)
    return reply
  }

  private func reject(_ faults: ReplyFaults, _ document: JSONDocument) throws(ReplyRejection) {
    guard !faults.isEmpty else { return }
    throw ReplyRejection(
      failure: faults.failure(in: document, name: name), faults: faults.faults)
  }
}
