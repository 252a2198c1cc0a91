import CheckModel
import CommandLine
import YAML

/// Reads config files; what it is given is all that it looks at.
package struct ConfigReader: Sendable {
  private let rules: [ConfigRule]
  private let version: String
  private let keys: [ConfigKey]

  /// Written by hand; a larger file is something else.
  package static let sizeLimit = 256 << 10
  private static let limits = YAMLLimits(bytes: sizeLimit, depth: 8, nodes: 20_000)

  /// - Parameters:
  ///   - rules: those that exist.
  ///   - version: the program's, which `requires` is about.
  package init(rules: [ConfigRule], version: String) {
    self.rules = rules
    self.version = version
    keys = ConfigKeys.all(rules: rules)
  }

  /// The config in a file's bytes; an empty file says nothing and is good.
  ///
  /// - Parameter file: how messages call it.
  /// - Throws: the first thing that is wrong. Keys of a project file that only the user's may have are no
  ///   error: they are listed and not followed.
  package func read(
    _ bytes: [UInt8], file: String, origin: Config.Origin
  ) throws(ConfigError) -> Config {
    let checker = ConfigChecker(file: file, bytes: bytes, origin: origin)
    let root: YAMLNode?
    do {
      root = try YAMLDocument.read(bytes, limits: Self.limits)
    } catch {
      throw checker.error(error.message, at: checker.place(error.place, ""))
    }
    guard let root else { return Config(file: file, origin: origin, bytes: bytes) }
    // first of all, so that a newer file says this and not which of its keys are unknown
    try checkVersion(root, checker)
    try checker.check(root, .record(keys), "")
    var decoder = ConfigDecoder(checker: checker)
    try decoder.decode(root)
    try PolicySense(checker: checker).check(decoder.config)
    return decoder.config
  }

  private func checkVersion(_ root: YAMLNode, _ checker: ConfigChecker) throws(ConfigError) {
    guard let node = root["requires"]?.value, let text = ConfigScalar.text(node),
      let range = VersionRange(text), !range.contains(version)
    else { return }
    throw checker.error(
      "this config requires speccheck \(text), and this is \(version)",
      at: checker.place(node.place, "requires"))
  }
}
