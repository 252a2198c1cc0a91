#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes all bytes to an open descriptor.
package enum DescriptorWriter {
  /// False when the other side is gone or the disk is full; `errno` says which.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let count = writeChunk(descriptor, UnsafeRawBufferPointer(rebasing: buffer[start...]))
        if count < 0 {
          if errno == EINTR { continue }
          return false
        }
        start += count
      }
      return true
    }
  }
}

/// `write` under a name that `DescriptorWriter.write` does not hide.
private func writeChunk(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  #if canImport(Darwin)
    Darwin.write(descriptor, buffer.baseAddress, buffer.count)
  #else
    Glibc.write(descriptor, buffer.baseAddress, buffer.count)
  #endif
}
