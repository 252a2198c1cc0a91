import CheckModel

/// Tells commands whose object the plan speaks of elsewhere from those whose object comes out of nowhere: a way back
/// beside these is no way back from them.
struct UnmentionedTargets {
  private let reading: PlanReading
  /// The plan is searched for so many commands; those beyond count as known.
  private var left = 40

  init(_ reading: PlanReading) { self.reading = reading }

  /// Whether the command names what it destroys, and nothing else in the plan does.
  mutating func isUnmentioned(_ command: Span) -> Bool {
    guard left > 0 else { return false }
    left -= 1
    let names = Self.names(in: reading.plan.files[command.file].source.bytes[command.range])
    guard !names.isEmpty else { return false }
    let search = ByteSearch(names)
    return !reading.plan.files.indices.contains { file in
      let bytes = reading.plan.files[file].source.bytes
      var start = 0
      while let found = search.first(in: bytes, start..<bytes.count) {
        let isOwn = file == command.file && command.range.overlaps(found)
        if !isOwn, Self.standsAlone(found, bytes) { return true }
        start = found.lowerBound + 1
      }
      return false
    }
  }

  /// Paths, tables, volumes and the like, lowercase; not programs, their verbs and options.
  private static func names(in line: ArraySlice<UInt8>) -> [String] {
    let words = line.split {
      $0.isBlank || [0x22, 0x27, 0x3B, 0x28, 0x29, 0x3D, 0x7C].contains($0)
    }
    return words.compactMap { word -> String? in
      guard word.first != 0x2D, word.count >= 4 else { return nil }
      var name = word[...]
      while let last = name.last, !last.isAlphanumeric { name.removeLast() }
      let text = String(decoding: name, as: UTF8.self).lowercased()
      guard text.utf8.count >= 4, !common.contains(text), text.contains(where: \.isLetter) else {
        return nil
      }
      return text
    }
  }

  private static func standsAlone(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x20
    let behind = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
    return !before.isAlphanumeric && !behind.isAlphanumeric && before != 0x5F && behind != 0x5F
  }

  /// Words of commands that name nothing.
  private static let common: Set<String> = [
    "sudo", "psql", "mysql", "sqlite3", "docker", "compose", "docker-compose", "podman", "kubectl",
    "helm", "terraform", "destroy", "delete", "from", "drop", "table", "database", "schema",
    "truncate", "exists", "cascade", "push", "origin", "main", "master", "head", "reset", "clean",
    "checkout", "restore", "stash", "clear", "drop", "force", "remove", "prune", "volume",
    "volumes",
    "system", "namespace", "deployment", "service", "uninstall", "down", "curl", "wget", "bash",
    "gcloud", "gsutil", "recursive", "true", "false", "find", "where", "data", "apply", "prisma",
    "migrate", "rails", "bin/rails", "db:drop", "db:reset", "python", "manage.py", "flush",
    "redis-cli", "flushall", "flushdb", "dropdb", "xargs", "exec", "then", "heroku", "shell",
    "artisan", "migrate:fresh", "image", "images", "container", "containers", "upstream",
  ]
}
