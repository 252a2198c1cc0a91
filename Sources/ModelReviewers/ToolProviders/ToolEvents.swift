import CheckModel
import StrictJSON
import Subprocess

/// The events of a program that writes one JSON object a line.
enum ToolEvents {
  /// A reply may stand in a line twice, once as a value and once as text.
  private static let limits = JSONLimits(bytes: 24 << 20, depth: 64, values: 400_000)

  /// The object of a line; nil for a line that is none.
  static func event(in line: [UInt8]) -> JSONValue? {
    guard let document = try? JSONDocument(line, in: 0..<line.count, limits: limits),
      document.root.isObject
    else { return nil }
    return document.root
  }

  /// The events that matter, in order.
  ///
  /// Lines before the first event that do not begin like an object are noise of whatever started the program. From
  /// there on both agents write events and nothing else: a line that is none could have been the answer, or the error
  /// in its place, so nothing counts then.
  ///
  /// - Parameters:
  ///   - prefix: events whose lines begin so are read like all others, and neither counted nor kept.
  ///   - matters: what is kept of the others, of which there may be ``most``.
  static func read(
    _ program: ProgramResult, _ settings: ToolSettings, leavingOut prefix: [UInt8] = [],
    where matters: (JSONValue) -> Bool
  ) -> Result<[JSONValue], WireFailure> {
    var events: [JSONValue] = []
    var count = 0
    var hasBegun = false
    var rest = program.output[...]
    while !rest.isEmpty {
      let whole = rest.prefix { $0 != 0x0A }
      rest = rest[whole.endIndex...].dropFirst()
      let line = whole.drop { " \t\r".utf8.contains($0) }
      guard !line.isEmpty else { continue }
      guard hasBegun || line.first == UInt8(ascii: "{") else { continue }
      hasBegun = true
      guard let event = event(in: Array(line)) else {
        return .failure(
          settings.toolFailure(
            .malformed, "wrote a line that is no valid event", "try again, or update it",
            errors: program.errors))
      }
      if !prefix.isEmpty, line.starts(with: prefix) { continue }
      count += 1
      guard count <= most else {
        return .failure(
          settings.toolFailure(
            .malformed, "wrote more than \(most) events", "try again, or update it",
            errors: program.errors))
      }
      if matters(event) { events.append(event) }
    }
    return .success(events)
  }

  /// Far more than any review has, the pieces of answers not counted.
  static let most = 20_000
}
