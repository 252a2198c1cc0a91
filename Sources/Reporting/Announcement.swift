package import CheckModel
internal import TextUnits

/// Who reviews through which lens, and what leaves the machine for that: said before anything is sent.
package struct Announcement: Sendable, Hashable {
  /// What goes to one reviewer's server, all plans together.
  package struct Sending: Sendable, Hashable {
    /// Host and port.
    package var host: String
    package var bytes: Int
    /// An estimate of what the server will read.
    package var tokens: Int
    /// The most that it can cost with every sample and attempt, US dollars; nil where a price is unknown.
    package var worstCostUSD: Double?
    /// How many files of the project go along with each plan.
    package var contextFiles: Int
    /// How much goes along of what their repositories have otherwise than the plans say.
    package var facts: Int

    package init(
      host: String, bytes: Int, tokens: Int, worstCostUSD: Double?, contextFiles: Int = 0,
      facts: Int = 0
    ) {
      self.host = host
      self.bytes = bytes
      self.tokens = tokens
      self.worstCostUSD = worstCostUSD
      self.contextFiles = contextFiles
      self.facts = facts
    }
  }

  /// What goes to one program, all plans together.
  package struct Giving: Sendable, Hashable {
    /// Its path.
    package var program: String
    /// Who gets it from there, where that is known.
    package var next: String?
    /// Of the prompt.
    package var bytes: Int
    /// An estimate.
    package var tokens: Int
    package var contextFiles: Int
    package var facts: Int
    /// Files of the repository that it may read; nil for none.
    package var copiedFiles: Int?
    /// Why nothing can be given to it, as in `is missing`; nil where it looks as if it could be run.
    package var obstacle: String?

    package init(
      program: String, obstacle: String? = nil, next: String? = nil, bytes: Int, tokens: Int,
      contextFiles: Int = 0,
      facts: Int = 0, copiedFiles: Int? = nil
    ) {
      self.program = program
      self.obstacle = obstacle
      self.next = next
      self.copiedFiles = copiedFiles
      self.bytes = bytes
      self.tokens = tokens
      self.contextFiles = contextFiles
      self.facts = facts
    }
  }

  /// Where a seat's review comes from.
  package enum Source: Sendable, Hashable {
    /// Rules and answer files: read here.
    case here
    /// Every review that is needed is kept already.
    case kept
    /// The free checks have decided.
    case skipped
    case sent(Sending)
    /// To a program on this machine; what it sends on is its own affair.
    case given(Giving)
  }

  /// One seat and where its review comes from.
  package struct Place: Sendable, Hashable {
    package var seat: Seat
    package var lens: Lens
    package var reviewer: String
    package var source: Source

    package init(seat: Seat, lens: Lens, reviewer: String, source: Source) {
      self.seat = seat
      self.lens = lens
      self.reviewer = reviewer
      self.source = source
    }
  }

  /// Seat A, then seat B.
  package var places: [Place]

  package init(_ places: [Place]) { self.places = places }

  /// One line without a final period.
  package var line: String {
    let names = places.map { place in
      // the name of a rule reviewer is its lens
      let lens =
        place.reviewer.hasSuffix("/\(place.lens.rawValue)") ? "" : " (\(place.lens.rawValue))"
      return "\(place.seat.rawValue) \(place.reviewer)\(lens)\(Self.addition(place.source))"
    }.joined(separator: ", ")
    let sent = places.compactMap { place -> String? in
      switch place.source {
      case .here, .kept, .skipped: nil
      case .sent(let sending): "\(place.seat.rawValue) sends \(Self.words(sending))"
      case .given(let giving): "\(place.seat.rawValue) gives \(Self.words(giving))"
      }
    }
    return
      "\(names); \(sent.isEmpty ? "nothing leaves this machine" : sent.joined(separator: "; "))"
  }

  private static func addition(_ source: Source) -> String {
    switch source {
    case .here, .sent, .given: ""
    case .kept: " from the store"
    case .skipped: " not asked"
    }
  }

  private static func words(_ sending: Sending) -> String {
    let cost = sending.worstCostUSD.map { ", at most \(dollars($0))" } ?? ", at an unknown price"
    let what = joined(["plan", "rubric"] + context(sending.contextFiles) + facts(sending.facts))
    return "\(what), \(size(sending.bytes, sending.tokens)), to \(sending.host)\(cost)"
  }

  private static func words(_ giving: Giving) -> String {
    if let obstacle = giving.obstacle {
      return "nothing, since the program \(giving.program) \(obstacle)"
    }
    let copy = giving.copiedFiles.map { files in
      ["a copy of \(grouped(files)) \(files == 1 ? "file" : "files") of the repository"]
    }
    let what = joined(
      ["plan", "rubric"] + context(giving.contextFiles) + facts(giving.facts) + (copy ?? []))
    let next = giving.next.map { "sends them to \($0)" } ?? "may send them on"
    return
      "\(what), \(size(giving.bytes, giving.tokens)), to the program \(giving.program), which \(next)"
  }

  private static func facts(_ count: Int) -> [String] {
    count == 0 ? [] : ["\(count) \(count == 1 ? "fact" : "facts") about the repository"]
  }

  private static func context(_ files: Int) -> [String] {
    files == 0 ? [] : [files == 1 ? "1 context file" : "\(files) context files"]
  }

  /// `a, b and c`.
  private static func joined(_ things: [String]) -> String {
    things.dropLast().joined(separator: ", ") + " and " + things.suffix(1).joined()
  }

  private static func size(_ bytes: Int, _ tokens: Int) -> String {
    "\(ByteWords.text(bytes)), about \(grouped(tokens)) tokens"
  }

  /// `$1,234.50`, rounded up to a cent: a budget is never shown too small.
  package static func dollars(_ amount: Double) -> String {
    // what is no number or beyond all money is shown as a bound that nobody can miss
    let cents = Int((min(max(amount, 0), 1e9) * 100 - 1e-6).rounded(.up))
    let rest = cents % 100
    return "$\(grouped(cents / 100)).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Digits in groups of three.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.map { index in
      let left = digits.count - index
      return (index > 0 && left % 3 == 0 ? "," : "") + String(digits[index])
    }.joined()
  }
}
