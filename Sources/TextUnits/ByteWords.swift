/// Numbers of bytes as people read them.
package enum ByteWords {
  /// `512 B`, `3.2 kB`, `48 kB`, `1.2 MB`; a kilobyte has 1,000.
  package static func text(_ bytes: Int) -> String {
    if bytes < 1_000 { return "\(bytes) B" }
    let (unit, name) = bytes < 999_500 ? (1_000.0, "kB") : (1_000_000.0, "MB")
    let amount = Double(bytes) / unit
    if amount >= 10 { return "\(Int(amount.rounded())) \(name)" }
    let tenths = Int((amount * 10).rounded())
    return tenths % 10 == 0
      ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
  }
}
