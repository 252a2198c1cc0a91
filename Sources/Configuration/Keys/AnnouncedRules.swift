/// Rules that a config may speak of although this version has none of them, so that one config serves several
/// versions. A rule leaves the list when it is built.
package enum AnnouncedRules {
  package static let ids: Set<String> = [
    "absolute-home-path", "and-or", "command-no-expected", "compound-step", "contradicting-modal",
    "contradicting-number", "copy-by-reference", "create-exists", "dangling-anchor",
    "dangling-task-ref", "deferred-work", "duplicate-requirement", "elided-code", "escape-clause",
    "external-knowledge", "generic-error-handling", "hedged-instruction", "line-ref-beyond",
    "missing-consumes-produces", "negated-exception", "no-authorisation", "no-compat-statement",
    "no-failure-path", "no-scope-boundary", "number-without-unit", "numbering-gap",
    "open-ended-list", "optimise-without-target", "parallel-overlap", "path-not-found",
    "path-variant", "requirement-no-scenario", "requirement-untraced", "temporary-measure",
    "tests-unspecified", "undefined-symbol", "unquantified-quality", "unresolved-choice",
    "use-before-define", "vague-criterion",
  ]
}
