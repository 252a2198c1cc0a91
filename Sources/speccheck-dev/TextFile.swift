#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A small file, read and written whole.
struct TextFile {
  var path: String

  /// The bytes; nil when there is no such file or it cannot be read.
  func read() -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return ferror(file) == 0 ? bytes : nil }
      bytes += buffer[..<count]
    }
  }

  /// Writes the text, folders that are missing included; says whether that worked.
  func write(_ text: String) -> Bool {
    makeFolders()
    guard let file = fopen(path, "wb") else { return false }
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && written == bytes.count
  }

  private func makeFolders() {
    var folder = ""
    for name in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
      folder += folder.isEmpty ? String(name) : "/\(name)"
      // a folder that exists already is as good; a failure shows when the file is opened
      if !folder.isEmpty { _ = mkdir(folder, 0o755) }
    }
  }
}
