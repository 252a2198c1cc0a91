#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Shannon's measure of how evenly bytes are spread.
enum Entropy {
  /// Bits for each byte, 0 for an empty text (Shannon 1948).
  static func bitsPerByte(_ bytes: some Collection<UInt8>) -> Double {
    guard !bytes.isEmpty else { return 0 }
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    let total = Double(bytes.count)
    return counts.filter { $0 > 0 }.reduce(0) { sum, count in
      let share = Double(count) / total
      return sum - share * log2(share)
    }
  }
}
