/// Reads a YAML text into a tree by libyaml (YAML 1.1, https://yaml.org/spec/1.1).
package enum YAMLDocument {
  /// The root of the one document in a text; nil where there is nothing but comments.
  ///
  /// Aliases, anchors, tags, keys that are no scalars, keys that occur twice, a second document and more
  /// than the limits are refused: what a person writes by hand needs none of them, and aliases can grow
  /// without bound.
  package static func read(
    _ bytes: [UInt8], limits: YAMLLimits
  ) throws(YAMLError) -> YAMLNode? {
    let start = YAMLPlace(line: 1, column: 1)
    guard bytes.count <= limits.bytes else {
      throw YAMLError("it is larger than \(limits.bytes) bytes", at: start)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var builder = TreeBuilder(
      events: try YAMLEvents(bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes),
      limits: limits)
    return try builder.document()
  }
}

/// Puts events together; as deep as the limit allows and no deeper.
private struct TreeBuilder {
  let events: YAMLEvents
  let limits: YAMLLimits
  private var nodes = 0

  init(events: YAMLEvents, limits: YAMLLimits) {
    self.events = events
    self.limits = limits
  }

  mutating func document() throws(YAMLError) -> YAMLNode? {
    var root: YAMLNode?
    var documents = 0
    while true {
      let (event, place) = try events.next()
      switch event {
      case .endsStream: return root
      case .startsDocument:
        documents += 1
        guard documents == 1 else {
          throw YAMLError("a second document begins here; only one is taken", at: place)
        }
      case .other, .endsCollection: break
      case .scalar, .startsSequence, .startsMapping: root = try node(event, place, depth: 0)
      }
    }
  }

  private mutating func node(
    _ event: YAMLEvents.Event, _ place: YAMLPlace, depth: Int
  ) throws(YAMLError) -> YAMLNode {
    nodes += 1
    guard nodes <= limits.nodes else {
      throw YAMLError("there are more than \(limits.nodes) keys and values", at: place)
    }
    if case .scalar(let text) = event { return YAMLNode(.scalar(text), at: place) }
    guard depth < limits.depth else {
      throw YAMLError("values are nested more than \(limits.depth) levels deep", at: place)
    }
    if case .startsMapping = event {
      return YAMLNode(.mapping(try members(depth: depth + 1)), at: place)
    }
    return YAMLNode(.sequence(try items(depth: depth + 1)), at: place)
  }

  private mutating func items(depth: Int) throws(YAMLError) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let (event, place) = try events.next()
      if case .endsCollection = event { return items }
      items.append(try node(event, place, depth: depth))
    }
  }

  private mutating func members(depth: Int) throws(YAMLError) -> [YAMLMember] {
    var members: [YAMLMember] = []
    var keys: Set<String> = []
    while true {
      let (event, keyPlace) = try events.next()
      switch event {
      case .endsCollection: return members
      case .scalar(let key):
        guard keys.insert(key.text).inserted else {
          throw YAMLError("the key '\(key.text)' occurs twice", at: keyPlace)
        }
        nodes += 1
        let (event, place) = try events.next()
        let value = try node(event, place, depth: depth)
        members.append(YAMLMember(key: key.text, keyPlace: keyPlace, value: value))
      default: throw YAMLError("a key must be a plain word", at: keyPlace)
      }
    }
  }
}
