import CheckModel
import Digests

extension Policy {
  /// SHA-256 of the thresholds as lines of `name=value`: equal digests mean equal thresholds.
  var digest: String {
    let lines = [
      "go=\(go)", "eachAtLeast=\(eachAtLeast)", "noGo=\(noGo)", "holdMajors=\(holdMajors)",
      "noGoMajors=\(noGoMajors)", "farApart=\(farApart)", "rounds=\(rounds)",
    ]
    return SHA256.hex(Array(lines.joined(separator: "\n").utf8))
  }
}
