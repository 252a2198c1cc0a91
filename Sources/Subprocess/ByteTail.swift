/// The last bytes of a stream.
struct ByteTail {
  private let limit: Int
  private var kept: [UInt8] = []

  init(limit: Int) { self.limit = limit }

  var bytes: [UInt8] { Array(kept.suffix(limit)) }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    kept += bytes.suffix(limit)
    // moved rarely, so that each byte costs the same
    if kept.count > 2 * limit { kept.removeFirst(kept.count - limit) }
  }
}
