import CheckModel

/// The longest input that a program takes; what is longer is refused before it starts.
struct InputLimit: Sendable, Hashable {
  /// What the program counts.
  enum Unit: String, Sendable { case bytes, characters }

  let unit: Unit
  let most: Int

  init(_ unit: Unit, _ most: Int) {
    self.unit = unit
    self.most = most
  }

  /// Why an input cannot be given to a program of this name; nil for one that can.
  func refusal(of input: [UInt8], by settings: ToolSettings) -> ReviewFailure? {
    let size =
      switch unit {
      case .bytes: input.count
      // one for each byte that begins a character
      case .characters: input.count { $0 & 0xC0 != 0x80 }
      }
    guard size > most else { return nil }
    return ReviewFailure(
      .contextOverflow,
      message: "\(settings.name): the prompt has \(size) \(unit.rawValue), and the program takes "
        + "\(most) at most; use a smaller plan, or ask the model over HTTP")
  }
}
