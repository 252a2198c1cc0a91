#if canImport(Darwin)
  package import Darwin
#else
  package import Glibc
#endif

/// Writes whole files: to a temporary file in the same folder, then renamed, so that no reader sees half of
/// one, and none is left behind by an interrupt.
package struct AtomicFile: Sendable {
  private let undisturbed: @Sendable (() -> Void) -> Void

  /// - Parameter undisturbed: runs what an interrupt must not cut in two.
  package init(undisturbed: @escaping @Sendable (() -> Void) -> Void = { $0() }) {
    self.undisturbed = undisturbed
  }

  /// Writes a new file or the next content of an old one, whose permissions stay; through a link, to where
  /// it leads. What is no regular file, such as a pipe or a device, is written to as it is.
  ///
  /// - Parameter newMode: a new file's permissions, before the umask.
  package func write(
    _ bytes: [UInt8], to path: FilePath, mode newMode: mode_t = 0o644
  ) throws(FileTrouble) {
    if let descriptor = Self.standardStream(path) {
      return try Self.put(bytes, into: descriptor, as: path)
    }
    let mode = path.mode
    guard mode.map({ $0 & S_IFMT == S_IFREG }) ?? true else {
      return try Self.pour(bytes, into: path)
    }
    let target = mode == nil ? path : path.resolved ?? path
    try put(bytes, at: target, mode: newMode, keeping: mode)
  }

  /// Puts a file in place of whatever has its name, be it a link.
  ///
  /// - Parameters:
  ///   - mode: the file's permissions, before the umask.
  ///   - kept: permissions that it has whatever the umask is.
  package func put(
    _ bytes: [UInt8], at path: FilePath, mode: mode_t, keeping kept: mode_t? = nil
  ) throws(FileTrouble) {
    let temporary = Self.temporary(beside: path)
    try held { () throws(FileTrouble) in
      try Self.create(temporary, bytes, mode: mode, for: path)
      if let kept { _ = temporary.withCString { chmod($0, kept & 0o7777) } }
      guard temporary.withCString({ from in path.withCString { rename(from, $0) } }) == 0 else {
        let code = errno
        _ = temporary.withCString { unlink($0) }
        throw FileReader.trouble("cannot write '\(path.text)'", code)
      }
    }
  }

  /// Puts a file in place only if there is none: of many processes one wins, the others keep its file.
  ///
  /// - Parameter mode: the file's permissions, before the umask.
  package func writeOnce(
    _ bytes: [UInt8], to path: FilePath, mode: mode_t
  ) throws(FileTrouble) {
    let temporary = Self.temporary(beside: path)
    try held { () throws(FileTrouble) in
      try Self.create(temporary, bytes, mode: mode, for: path)
      defer { _ = temporary.withCString { unlink($0) } }
      let result = temporary.withCString { from in path.withCString { link(from, $0) } }
      guard result == 0 || errno == EEXIST else {
        throw FileReader.trouble("cannot write '\(path.text)'", errno)
      }
    }
  }

  private func held(_ body: () throws(FileTrouble) -> Void) throws(FileTrouble) {
    var trouble: FileTrouble?
    undisturbed {
      do throws(FileTrouble) { try body() } catch { trouble = error }
    }
    if let trouble { throw trouble }
  }

  /// The stream that a path such as `/dev/stdout` names; renaming a file over it would hit the device.
  private static func standardStream(_ path: FilePath) -> Int32? {
    guard let identity = path.identity else { return nil }
    return [STDOUT_FILENO, STDERR_FILENO].first { FileIdentity(descriptor: $0) == identity }
  }

  private static func pour(_ bytes: [UInt8], into path: FilePath) throws(FileTrouble) {
    let descriptor = path.withCString { open($0, O_WRONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileReader.trouble("cannot write '\(path.text)'", errno) }
    defer { close(descriptor) }
    try put(bytes, into: descriptor, as: path)
  }

  private static func put(
    _ bytes: [UInt8], into descriptor: Int32, as path: FilePath
  ) throws(FileTrouble) {
    guard DescriptorWriter.write(bytes, to: descriptor) else {
      throw FileReader.trouble("cannot write '\(path.text)'", errno)
    }
  }

  private static let (begin, end) = (Array(".speccheck-".utf8), Array(".tmp".utf8))

  /// A name that no other run takes, also not one with the same process number on another machine.
  private static func temporary(beside path: FilePath) -> FilePath {
    let number = String(UInt64.random(in: .min ... .max), radix: 36)
    return path.folder.appending(begin + number.utf8 + end)
  }

  /// Whether a file's name is that of one that was begun; a process that died leaves it behind.
  package static func isTemporary(_ name: [UInt8]) -> Bool {
    name.starts(with: begin) && name.suffix(end.count).elementsEqual(end)
  }

  private static func create(
    _ temporary: FilePath, _ bytes: [UInt8], mode: mode_t, for path: FilePath
  ) throws(FileTrouble) {
    let descriptor = temporary.withCString {
      open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    }
    guard descriptor >= 0 else { throw FileReader.trouble("cannot write '\(path.text)'", errno) }
    let written = DescriptorWriter.write(bytes, to: descriptor)
    let code = errno
    guard close(descriptor) == 0, written else {
      _ = temporary.withCString { unlink($0) }
      throw FileReader.trouble("cannot write '\(path.text)'", code)
    }
  }
}
