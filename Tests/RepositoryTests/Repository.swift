import Foundation

/// The tree that these tests are part of.
enum Repository {
  static let top = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The Swift files below a folder.
  static func swiftFiles(_ folder: String) -> [SwiftFile] {
    paths(folder).filter { $0.hasSuffix(".swift") }.map { path in
      SwiftFile(path: path, lines: text(path).components(separatedBy: "\n"))
    }
  }

  /// The files below a folder, relative to the top, sorted.
  static func paths(_ folder: String) -> [String] {
    let root = top.appendingPathComponent(folder)
    let walk = FileManager.default.enumerator(
      at: root, includingPropertiesForKeys: [.isRegularFileKey])
    var found: [String] = []
    while let file = walk?.nextObject() as? URL {
      let values = try? file.resourceValues(forKeys: [.isRegularFileKey])
      guard values?.isRegularFile == true else { continue }
      found.append(folder + file.path.dropFirst(root.path.count))
    }
    return found.sorted()
  }

  /// The text of a file; empty when there is none.
  static func text(_ path: String) -> String {
    (try? String(contentsOf: top.appendingPathComponent(path), encoding: .utf8)) ?? ""
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: top.appendingPathComponent(path).path)
  }
}

/// One source file.
struct SwiftFile: Sendable {
  var path: String
  var lines: [String]

  init(path: String, lines: [String]) {
    self.path = path
    self.lines = lines
  }

  /// Made up for showing that a rule of the house can be broken.
  init(_ text: String) {
    self.init(path: "Sources/Example/Example.swift", lines: text.components(separatedBy: "\n"))
  }

  /// `Merging` of `Sources/Merging/Assignment.swift`.
  var module: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : ""
  }

  /// `path:line` for a line counted from zero.
  func place(_ index: Int) -> String { "\(path):\(index + 1)" }

  /// The modules that are imported, with the index of the line.
  var imports: [(module: String, line: Int)] {
    lines.enumerated().compactMap { index, line in
      let words = line.split(separator: " ").drop { $0 != "import" }.dropFirst()
      let before = line.split(separator: " ").prefix { $0 != "import" }
      let isImport = before.allSatisfy {
        $0.hasPrefix("@")
          || ["package", "public", "internal", "private", "fileprivate"].contains($0)
      }
      return isImport ? words.first.map { (String($0), index) } : nil
    }
  }
}
