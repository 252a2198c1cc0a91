internal import CheckModel

/// What a piece of text is, by which it gets its color.
///
/// Only the sixteen colors that every terminal's theme defines are used, and of these as text only red,
/// green, magenta and blue, which can be read on light and on dark backgrounds; black or white text on
/// a colored ground is always both set.
enum Ink: Sendable, Hashable {
  case plain, strong, faint
  case good, bad, doubtful
  case place
  case severity(Severity)
  case outcome(Verdict.Outcome)

  /// The SGR parameters (ECMA-48 8.3.117); nil for text as it is.
  var parameters: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .good: "32"
    case .bad: "31"
    case .doubtful: "35"
    case .place: "34"
    case .severity(.blocker): "1;31"
    case .severity(.major): "31"
    case .severity(.minor): "35"
    case .severity(.info): "34"
    case .outcome(.go): "1;30;42"
    case .outcome(.noGo): "1;97;41"
    case .outcome(.hold): "1;30;43"
    case .outcome(.incomplete): "1;97;45"
    }
  }
}
