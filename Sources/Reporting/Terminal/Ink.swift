internal import CheckModel

/// What a piece of text is, by which it gets its color.
///
/// Only colors that every terminal's theme defines are used, and of these as text only red, green and
/// magenta, which can be read on light and on dark backgrounds (yellow and cyan vanish on white, blue on
/// black); text on a colored ground always has both set.
enum Ink: Sendable, Hashable {
  case plain, strong, faint
  case good, bad, doubtful
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
    case .severity(.blocker): "1;31"
    case .severity(.major): "31"
    case .severity(.minor): "35"
    case .severity(.info): nil
    case .outcome(.go): "1;30;42"
    case .outcome(.noGo): "1;97;41"
    case .outcome(.hold): "1;30;43"
    case .outcome(.incomplete): "1;97;45"
    }
  }
}
