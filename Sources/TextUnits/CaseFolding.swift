import CUTF8Proc

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Text as it is compared: without case, compatibility forms and invisible characters.
package enum CaseFolding {
  /// NFKC_Casefold of the text (Unicode, section 3.13): `Ｆｉｘ` and `fix` become equal.
  ///
  /// Never fails: text that the library cannot hold in memory comes back as it was.
  package static func folded(_ text: String) -> String {
    if let ascii = foldedASCII(text) { return ascii }
    let options = UTF8PROC_STABLE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_COMPOSE.rawValue
    let folding = UTF8PROC_CASEFOLD.rawValue | UTF8PROC_IGNORE.rawValue
    var input = text
    return input.withUTF8 { bytes in
      var output: UnsafeMutablePointer<UInt8>?
      let length = utf8proc_map(
        bytes.baseAddress, bytes.count, &output,
        utf8proc_option_t(rawValue: options | folding))
      defer { free(output) }
      guard length >= 0, let output else { return text }
      return String(decoding: UnsafeBufferPointer(start: output, count: length), as: UTF8.self)
    }
  }

  /// The lowercase form of ASCII text, nil for any other.
  private static func foldedASCII(_ text: String) -> String? {
    var copy = text
    return copy.withUTF8 { bytes -> String? in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      guard bytes.contains(where: isUppercase) else { return text }
      return String(unsafeUninitializedCapacity: bytes.count) { output in
        for (index, byte) in bytes.enumerated() {
          output[index] = isUppercase(byte) ? byte | 0x20 : byte
        }
        return bytes.count
      }
    }
  }

  private static func isUppercase(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  /// Whether a scalar belongs to a word: a letter, a digit, or a mark on one of them.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return isASCIIWord(UInt8(truncatingIfNeeded: scalar.value))
    }
    let category = utf8proc_category(utf8proc_int32_t(scalar.value)).rawValue
    return category >= UTF8PROC_CATEGORY_LU.rawValue && category <= UTF8PROC_CATEGORY_NO.rawValue
  }

  /// The same for one byte below 0x80.
  static func isASCIIWord(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }
}
