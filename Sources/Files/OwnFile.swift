#if canImport(Darwin)
  package import Darwin
#else
  package import Glibc
#endif

/// Files that nobody else could have written: regular, no links, of this user or read by the superuser.
package enum OwnFile {
  /// Why a file is not trusted.
  package struct Doubt: Error, Sendable, Hashable {
    /// One clause without a final period.
    package let why: String
  }

  /// The bytes of such a file, at most `limit` of them.
  package static func read(_ path: FilePath, limit: Int) throws(Doubt) -> [UInt8] {
    let descriptor = path.withCString {
      open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    }
    guard descriptor >= 0 else { throw last }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw last }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Doubt(why: "it is no file") }
    guard isOwn(status), status.st_mode & 0o022 == 0 else {
      throw Doubt(why: "somebody else could have written it")
    }
    guard status.st_size <= limit else { throw Doubt(why: "it is too large") }
    guard let bytes = FileReader.bytes(of: descriptor, limit: limit) else { throw last }
    return bytes
  }

  /// Takes from others what they may do with a file or folder of this user's.
  ///
  /// - Parameter rights: permissions that only the user shall have, such as `0o077`.
  /// - Returns: whether they had one of them.
  /// - Throws: for what belongs to somebody else, is a link, or cannot be changed. What does not exist has
  ///   nothing to be taken from.
  package static func deny(_ rights: mode_t, to path: FilePath) throws(Doubt) -> Bool {
    let descriptor = path.withCString {
      open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    }
    guard descriptor >= 0 else {
      if errno == ENOENT { return false }
      throw last
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw last }
    guard isOwn(status) else { throw Doubt(why: "it belongs to somebody else") }
    guard status.st_mode & rights != 0 else { return false }
    // some file systems have the same permissions for all files
    guard fchmod(descriptor, status.st_mode & 0o7777 & ~rights) == 0,
      fstat(descriptor, &status) == 0, status.st_mode & rights == 0
    else { throw Doubt(why: "its permissions cannot be changed") }
    return true
  }

  private static func isOwn(_ status: stat) -> Bool {
    status.st_uid == geteuid() || geteuid() == 0
  }

  /// What the system said to the last call.
  private static var last: Doubt { Doubt(why: String(cString: strerror(errno))) }
}
