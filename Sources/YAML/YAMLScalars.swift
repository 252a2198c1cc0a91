import CYAML

/// One scalar of a YAML mapping with the way to it.
package struct YAMLScalar: Sendable, Hashable {
  /// The keys on the way, joined by dots; items of a sequence by their number from 0.
  package let key: String
  package let value: String
  /// 1-based, in the text that was read.
  package let line: Int
}

/// Why a text is no YAML that we take.
package struct YAMLError: Error, Sendable, Hashable {
  package let message: String
  /// 1-based.
  package let line: Int
}

/// Reads the scalars of a YAML document by libyaml.
package enum YAMLScalars {
  /// Deeper nesting is refused.
  package static let depthLimit = 16

  /// The scalars of one document in order.
  ///
  /// Aliases, tags on collections and more than `depthLimit` levels are refused: what a person writes by
  /// hand needs none of them, and aliases can grow without bound.
  package static func read(_ bytes: [UInt8]) throws(YAMLError) -> [YAMLScalar] {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else {
      throw YAMLError(message: "out of memory", line: 1)
    }
    defer { yaml_parser_delete(&parser) }
    let result: Result<[YAMLScalar], YAMLError> = bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      do throws(YAMLError) {
        var reader = EventReader()
        while try !reader.step(&parser) {}
        return .success(reader.scalars)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

/// Follows libyaml's events and keeps the way to the next scalar.
private struct EventReader {
  private enum Level {
    /// The key that waits for its value.
    case mapping(key: String?)
    case sequence(index: Int)
  }
  private var levels: [Level] = []
  private(set) var scalars: [YAMLScalar] = []

  /// Takes one event; true at the end of the stream.
  mutating func step(_ parser: inout yaml_parser_t) throws(YAMLError) -> Bool {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else {
      let problem = parser.problem.map { String(cString: $0) } ?? "unreadable"
      throw YAMLError(message: problem, line: Int(parser.problem_mark.line) + 1)
    }
    defer { yaml_event_delete(&event) }
    let line = Int(event.start_mark.line) + 1
    switch event.type {
    case YAML_STREAM_END_EVENT: return true
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      take(
        String(
          decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self),
        line)
    case YAML_MAPPING_START_EVENT: try open(.mapping(key: nil), line)
    case YAML_SEQUENCE_START_EVENT: try open(.sequence(index: 0), line)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      levels.removeLast()
      finishValue()
    case YAML_ALIAS_EVENT: throw YAMLError(message: "aliases are not taken", line: line)
    default: break
    }
    return false
  }

  private mutating func open(_ level: Level, _ line: Int) throws(YAMLError) {
    guard levels.count < YAMLScalars.depthLimit else {
      throw YAMLError(message: "nested more than \(YAMLScalars.depthLimit) levels deep", line: line)
    }
    if case .mapping(key: nil) = levels.last {
      throw YAMLError(message: "a key must be a plain word", line: line)
    }
    levels.append(level)
  }

  private mutating func take(_ value: String, _ line: Int) {
    if case .mapping(key: nil) = levels.last {
      levels[levels.count - 1] = .mapping(key: value)
      return
    }
    scalars.append(YAMLScalar(key: path, value: value, line: line))
    finishValue()
  }

  private var path: String {
    levels.map { level in
      switch level {
      case .mapping(let key): key ?? ""
      case .sequence(let index): String(index)
      }
    }.joined(separator: ".")
  }

  private mutating func finishValue() {
    switch levels.last {
    case .mapping: levels[levels.count - 1] = .mapping(key: nil)
    case .sequence(let index): levels[levels.count - 1] = .sequence(index: index + 1)
    case nil: break
    }
  }
}
