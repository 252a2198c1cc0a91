import CJansson

/// The library's error in our words and at the first byte of the token that is wrong.
struct JanssonError {
  private let code: json_error_code
  /// The number of bytes the library had read.
  private let position: Int

  init(_ error: json_error_t) {
    position = Int(error.position)
    code = withUnsafePointer(to: error) { json_error_code($0) }
  }

  func fault(in bytes: [UInt8], _ range: Range<Int>) -> JSONFault {
    var tokens = JSONTokens(bytes, in: range)
    var before: Range<Int>?
    var wrong: Range<Int>?
    while let token = tokens.token() {
      if token.range.upperBound >= range.lowerBound + position {
        wrong = token.range
        break
      }
      before = token.range
    }
    if code == json_error_premature_end_of_input || wrong == nil {
      return JSONFault("the text ends in the middle of a value", at: range.upperBound, in: bytes)
    }
    let place = wrong ?? range
    return JSONFault(
      message(String(decoding: bytes[place].prefix(40), as: UTF8.self), comma(before, in: bytes)),
      at: place.lowerBound, in: bytes)
  }

  private func comma(_ token: Range<Int>?, in bytes: [UInt8]) -> Bool {
    token.map { bytes[$0.lowerBound] == UInt8(ascii: ",") } ?? false
  }

  private func message(_ token: String, _ afterComma: Bool) -> String {
    switch code {
    case json_error_duplicate_key: "the key \(token) stands twice in one object"
    case json_error_null_byte_in_key: "a key holds U+0000"
    case json_error_numeric_overflow: "the number \(token) is too large"
    case json_error_end_of_input_expected: "more text follows after the value: \(token)"
    case json_error_stack_overflow: "values are nested too deep"
    default:
      if afterComma, token == "]" || token == "}" {
        "a comma stands before the closing \(token)"
      } else if token.hasPrefix("\"") {
        "the string \(token) cannot stand here, or an escape in it is wrong"
      } else {
        "\(token) cannot stand here"
      }
    }
  }
}
