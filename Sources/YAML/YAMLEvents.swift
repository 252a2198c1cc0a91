import CYAML

/// What libyaml tells about a text, piece by piece, as values of our own.
///
/// Not Sendable: libyaml's parser points into itself and into the bytes.
final class YAMLEvents {
  enum Event {
    case scalar(YAMLText)
    case startsSequence, startsMapping
    case endsCollection
    case startsDocument
    case endsStream
    /// Marks that carry nothing for us.
    case other
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// - Parameter bytes: UTF-8 without a byte order mark; libyaml would guess other encodings.
  init(_ bytes: [UInt8]) throws(YAMLError) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      throw YAMLError("there is no memory left to read it", at: YAMLPlace(line: 1, column: 1))
    }
    self.parser = parser
    self.bytes = .allocate(capacity: bytes.count)
    _ = self.bytes.initialize(from: bytes)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, self.bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    bytes.deallocate()
  }

  /// The next event with its place. Aliases, anchors and tags are refused here.
  func next() throws(YAMLError) -> (event: Event, place: YAMLPlace) {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { yaml_event_delete(&event) }
    let place = YAMLPlace(event.start_mark)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(anchor: scalar.anchor, tag: scalar.tag, at: place)
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      return (.scalar(YAMLText(String(decoding: text, as: UTF8.self), isPlain: isPlain)), place)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      try refuse(anchor: start.anchor, tag: start.tag, at: place)
      return (.startsSequence, place)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      try refuse(anchor: start.anchor, tag: start.tag, at: place)
      return (.startsMapping, place)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return (.endsCollection, place)
    case YAML_DOCUMENT_START_EVENT: return (.startsDocument, place)
    case YAML_STREAM_END_EVENT: return (.endsStream, place)
    case YAML_ALIAS_EVENT:
      throw YAMLError("aliases are not taken; write the value out", at: place)
    default: return (.other, place)
    }
  }

  private func refuse(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?,
    at place: YAMLPlace
  ) throws(YAMLError) {
    if anchor != nil {
      throw YAMLError("anchors are not taken; write the value out where it is used", at: place)
    }
    if tag != nil { throw YAMLError("tags are not taken; write the value alone", at: place) }
  }

  /// What libyaml stumbled over; its words are fixed texts of its own.
  private var fault: YAMLError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
    if parser.pointee.error == YAML_READER_ERROR {
      return YAMLError(problem, at: place(ofByte: Int(parser.pointee.problem_offset)))
    }
    return YAMLError(problem, at: YAMLPlace(parser.pointee.problem_mark))
  }

  private func place(ofByte offset: Int) -> YAMLPlace {
    let before = bytes.prefix(max(0, offset))
    var line = 1
    var column = 1
    for byte in before {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return YAMLPlace(line: line, column: column)
  }
}

extension YAMLPlace {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
