import CheckModel
import Digests
import TextUnits

/// Tells the same finding again in another run, also after the plan has changed elsewhere.
///
/// Holds for rules, which say the same of the same text. Models reword, so a model's finding is known
/// again by its score against the earlier ones and not by this.
struct Fingerprint {
  let forms: WordForms

  /// The first 12 hex digits of the SHA-256 of rule, place in the outline, sorted names and first
  /// eight stems.
  ///
  /// - Parameters:
  ///   - section: the slugs of the headings above, nil for a finding about the whole.
  ///   - occurrence: 1 for the first finding with these words in this section, 2 for the next.
  func of(_ finding: Finding, section: String?, occurrence: Int) -> String {
    let text = finding.quote ?? finding.title
    let stems = forms.words(of: text).filter { !StopWords.english.contains($0) }.prefix(8)
    var parts = [finding.rule ?? "", section ?? ""]
    parts += Set(NamesInText.find(in: text)).sorted()
    parts += ["", stems.joined(separator: " ")]
    if finding.rule == nil { parts.append(finding.criterion ?? finding.kind.rawValue) }
    if occurrence > 1 { parts.append("#\(occurrence)") }
    return String(SHA256.hex(parts.joined(separator: "\n").utf8).prefix(12))
  }
}
