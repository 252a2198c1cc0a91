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

  /// Every event, in order. Lines that do not begin like an object are noise of whatever started the program
  /// and are passed by; one that does and is none could have been the answer, so nothing counts then.
  ///
  /// - Parameter prefix: lines that begin so are left out unread.
  static func read(
    _ program: ProgramResult, _ settings: ToolSettings, leavingOut prefix: [UInt8] = []
  ) -> Result<[JSONValue], WireFailure> {
    var events: [JSONValue] = []
    for whole in program.output.split(separator: 0x0A) {
      let line = whole.drop { $0 == 0x20 || $0 == 0x09 }
      guard line.first == UInt8(ascii: "{") else { continue }
      if !prefix.isEmpty, line.starts(with: prefix) { continue }
      guard let event = event(in: Array(line)) else {
        return .failure(
          settings.toolFailure(
            .malformed, "wrote a line that is no valid event", "try again, or update it",
            errors: program.errors))
      }
      events.append(event)
    }
    return .success(events)
  }
}
