/// The bytes that structure Markdown, by name.
package enum ASCII {
  package static let tab: UInt8 = 0x09
  package static let lineFeed: UInt8 = 0x0A
  package static let carriageReturn: UInt8 = 0x0D
  package static let space: UInt8 = 0x20
  package static let exclamation = UInt8(ascii: "!")
  package static let quote = UInt8(ascii: "\"")
  package static let hash = UInt8(ascii: "#")
  package static let ampersand = UInt8(ascii: "&")
  package static let leftParenthesis = UInt8(ascii: "(")
  package static let rightParenthesis = UInt8(ascii: ")")
  package static let star = UInt8(ascii: "*")
  package static let plus = UInt8(ascii: "+")
  package static let hyphen = UInt8(ascii: "-")
  package static let dot = UInt8(ascii: ".")
  package static let slash = UInt8(ascii: "/")
  package static let colon = UInt8(ascii: ":")
  package static let less = UInt8(ascii: "<")
  package static let equals = UInt8(ascii: "=")
  package static let greater = UInt8(ascii: ">")
  package static let leftBracket = UInt8(ascii: "[")
  package static let backslash = UInt8(ascii: "\\")
  package static let rightBracket = UInt8(ascii: "]")
  package static let underscore = UInt8(ascii: "_")
  package static let backtick = UInt8(ascii: "`")
  package static let pipe = UInt8(ascii: "|")
  package static let tilde = UInt8(ascii: "~")
}

extension UInt8 {
  /// A space or a tab.
  package var isBlank: Bool { self == ASCII.space || self == ASCII.tab }

  package var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// An ASCII letter.
  package var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  package var isUppercase: Bool { self >= 0x41 && self <= 0x5A }

  /// A letter, a digit, or any byte of a character outside ASCII.
  package var isWord: Bool { isLetter || isDigit || self >= 0x80 }

  /// ASCII punctuation, which a backslash escapes.
  package var isPunctuation: Bool {
    (self >= 0x21 && self <= 0x2F) || (self >= 0x3A && self <= 0x40)
      || (self >= 0x5B && self <= 0x60) || (self >= 0x7B && self <= 0x7E)
  }

  /// An uppercase ASCII letter made lowercase; everything else unchanged.
  package var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
}
