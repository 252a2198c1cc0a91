import CJansson

/// How large a text may be before it is refused; there are no defaults on purpose.
package struct JSONLimits: Sendable, Hashable {
  /// The greatest length in bytes.
  package var bytes: Int
  /// The deepest nesting of objects and arrays; 500 is the most that is ever allowed.
  package var depth: Int
  /// The greatest number of keys and values together.
  package var values: Int

  package init(bytes: Int, depth: Int, values: Int) {
    // the tree is built and freed by recursion, which a small thread stack must survive
    self.depth = min(depth, 500)
    self.bytes = bytes
    self.values = values
  }
}

/// A text of JSON as RFC 8259 defines it and nothing more, read from bytes that nobody vouches for.
///
/// Refused are duplicate keys, trailing commas, NaN, comments, invalid UTF-8, a byte-order mark,
/// integers beyond 64 bits, reals beyond a double, U+0000 in a key, and whatever is beyond the limits.
/// `\u0000` in a string is accepted.
package struct JSONDocument: Sendable {
  package let root: JSONValue
  private let bytes: [UInt8]

  /// Reads the bytes in `range`, by default all; offsets and positions count from the first of `bytes`.
  package init(
    _ bytes: [UInt8], in range: Range<Int>? = nil, limits: JSONLimits
  ) throws(JSONFault) {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    self.bytes = bytes
    guard range.count <= limits.bytes else {
      throw JSONFault(
        "the text has \(range.count) bytes, more than \(limits.bytes)", at: range.lowerBound,
        in: bytes)
    }
    if let offset = invalidUTF8(in: bytes, range) {
      throw JSONFault("the bytes are not valid UTF-8", at: offset, in: bytes)
    }
    if let plain = PlainJSON.value(in: bytes, range, limits: limits) {
      root = plain
    } else {
      root = try Self.checked(bytes, in: range, limits: limits)
    }
  }

  /// What the library reads, or what is wrong.
  ///
  /// - Parameter bytes: valid UTF-8 in that range.
  static func checked(
    _ bytes: [UInt8], in range: Range<Int>, limits: JSONLimits
  ) throws(JSONFault) -> JSONValue {
    let outline = try JSONOutline(bytes, in: range, limits: limits)
    guard !outline.isEmpty else {
      throw JSONFault("there is no value", at: range.lowerBound, in: bytes)
    }
    return try parse(bytes, in: range, starts: outline.starts)
  }

  /// Where a value or key of this document stands.
  package func position(of offset: Int) -> JSONPosition { JSONPosition(of: offset, in: bytes) }

  private static func parse(
    _ bytes: [UInt8], in range: Range<Int>, starts: [Int]
  ) throws(JSONFault) -> JSONValue {
    var error = json_error_t()
    let flags = Int(JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL)
    let parsed = bytes.withUnsafeBufferPointer { buffer in
      let text = UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
      return json_loadb(text.map { $0 + range.lowerBound }, range.count, flags, &error)
    }
    guard let parsed else {
      throw JanssonError(error).fault(in: bytes, range)
    }
    defer { json_decref(parsed) }
    var starts = starts[...]
    return value(parsed, starts: &starts)
  }

  /// Copies a tree of the library's into ours; the starts are used up in document order.
  private static func value(
    _ node: UnsafeMutablePointer<json_t>, starts: inout ArraySlice<Int>
  ) -> JSONValue {
    let offset = starts.popFirst() ?? 0
    switch node.pointee.type {
    case JSON_OBJECT:
      var members: [JSONMember] = []
      members.reserveCapacity(json_object_size(node))
      var entry = json_object_iter(node)
      while let current = entry, let child = json_object_iter_value(current) {
        let keyOffset = starts.popFirst() ?? 0
        let key = text(json_object_iter_key(current), json_object_iter_key_len(current))
        let value = value(child, starts: &starts)
        members.append(JSONMember(key: key, value: value, offset: keyOffset))
        entry = json_object_iter_next(node, current)
      }
      return JSONValue(.object(members), offset: offset)
    case JSON_ARRAY:
      let elements = (0..<json_array_size(node)).compactMap { index in
        json_array_get(node, index).map { value($0, starts: &starts) }
      }
      return JSONValue(.array(elements), offset: offset)
    case JSON_STRING:
      return JSONValue(
        .string(text(json_string_value(node), json_string_length(node))), offset: offset)
    case JSON_INTEGER: return JSONValue(.integer(Int(json_integer_value(node))), offset: offset)
    case JSON_REAL: return JSONValue(.real(json_real_value(node)), offset: offset)
    case JSON_TRUE: return JSONValue(.bool(true), offset: offset)
    case JSON_FALSE: return JSONValue(.bool(false), offset: offset)
    default: return JSONValue(.null, offset: offset)
    }
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
    String(
      decoding: UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : length),
      as: UTF8.self)
  }
}
