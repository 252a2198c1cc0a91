/// The options that say which configs count.
enum ConfigOptions {
  static let all: [Option] = [
    .text(
      "config", .init("FILE", .file), \.config, group: .plan,
      "A config instead of the user's; one inside the repository instead of the project's"),
    .flag(
      "no-config", \.noConfig, group: .plan, "Read neither the user's nor the project's config"),
    .text(
      "config-from", .init("REF"), \.configFrom, group: .plan,
      "Read the project's config and rubric from this git commit, branch or tag"),
  ]

  static let constraint = Command.Constraint { options throws(UsageError) in
    guard options.noConfig else { return }
    if options.config != nil || options.configFrom != nil {
      throw UsageError("'--no-config' excludes '--config' and '--config-from'")
    }
  }
}
