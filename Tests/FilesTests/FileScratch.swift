import Files
import Foundation

/// A folder of its own for one test, which is removed with it.
final class FileScratch: Sendable {
  let path: FilePath

  init() throws {
    let text = NSTemporaryDirectory() + "speccheck-files-\(UInt64.random(in: .min ... .max))"
    path = FilePath(text)
    try FileManager.default.createDirectory(atPath: text, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path.text) }

  func place(_ name: String) -> FilePath { path.appending(name.utf8) }

  @discardableResult
  func make(_ name: String, _ text: String = "text", mode: Int = 0o600) throws -> FilePath {
    let file = place(name)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file.text))
    try setMode(mode, of: name)
    return file
  }

  func setMode(_ mode: Int, of name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: place(name).text)
  }

  func mode(_ name: String) -> Int { Int(place(name).mode ?? 0) & 0o7777 }

  /// The names in it, sorted.
  var names: [String] {
    get throws {
      try Folder.entries(of: path).map { String(decoding: $0.name, as: UTF8.self) }.sorted()
    }
  }
}
