/// Rules that a config may speak of although this version has none of them, so that one config serves several
/// versions. A rule leaves the list when it is built.
package enum AnnouncedRules {
  package static let ids: Set<String> = [
    "and-or", "command-no-expected", "compound-step", "contradicting-modal", "dangling-anchor",
    "duplicate-requirement", "elided-code", "missing-consumes-produces", "negated-exception",
    "no-compat-statement", "optimise-without-target", "tests-unspecified", "undefined-symbol",
    "unquantified-quality",
  ]
}
