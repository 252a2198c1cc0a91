import CheckModel

/// Tells a plan whose work is done, though nobody ticked it off, by the files that it creates.
enum DoneWork {
  /// Fewer can be a slip of the author, of which a rule speaks.
  private static let fewest = 3

  /// How many files the plan creates, when it has open work and all of them are there; else nil.
  static func count(in plan: Plan) -> Int? {
    guard plan.state == .open || plan.state == .started else { return nil }
    var created: Set<String> = []
    for reference in plan.references where reference.kind == .path && reference.action == .create {
      guard reference.state == .exists else { return nil }
      if !reference.text.hasSuffix("/") { created.insert(reference.text) }
    }
    return created.count >= fewest ? created.count : nil
  }
}
