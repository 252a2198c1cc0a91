import CheckModel

/// One way in which a model's server or a program can go wrong, and what becomes of the seat that asked it.
///
/// The tests play each of them; the page about faults is rendered from them.
struct Fault: Sendable {
  /// What comes of it.
  enum Result: Sendable, Hashable {
    /// The seat has failed, and the plan cannot be let through.
    case failure(ReviewFailure.Class)
    /// It does no harm: the review is the same as without it.
    case review
    /// The vendor has no such answer.
    case noSuchAnswer
  }

  /// Where the server or the program is looked for.
  enum Place: String, Sendable {
    case plain
    /// Nobody listens there.
    case refused
    /// A name that does not exist.
    case unknownHost
    /// TLS, with a certificate that nobody vouches for.
    case selfSigned
    /// TLS, with a good certificate of another host.
    case elsewhere
    /// A program that does not exist.
    case missing
    /// A file that is no program.
    case notExecutable
  }

  /// What happens, in a few words.
  var title: String
  /// What the test server or the test program plays; `TOKEN` stands for a word of the run's own.
  var played: String
  var place = Place.plain
  private var usual: Result
  private var exceptions: [ReviewerIdentity.Kind: Result]

  init(
    _ title: String, _ played: String, _ usual: Result,
    except exceptions: [ReviewerIdentity.Kind: Result] = [:], at place: Place = .plain
  ) {
    self.title = title
    self.played = played
    self.usual = usual
    self.exceptions = exceptions
    self.place = place
  }

  /// The kinds of reviewer that are asked over HTTP.
  static let kinds: [ReviewerIdentity.Kind] = [.anthropic, .openai, .chat, .gemini, .ollama]

  func result(for kind: ReviewerIdentity.Kind) -> Result { exceptions[kind] ?? usual }
}
