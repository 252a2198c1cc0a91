import CheckModel
import Testing

@Suite("Places that are asked what holds a span and what lies in it")
struct SpanIndexTests {
  static let spans = [
    span(0, 10..<20), span(0, 12..<14), span(0, 12..<30), span(0, 40..<50), span(1, 0..<100),
    span(1, 5..<6), span(1, 5..<6),
  ]
  private let index = SpanIndex(Self.spans.shuffled())

  private static func span(_ file: Int, _ range: Range<Int>) -> Span {
    Span(file: file, range: range)
  }

  /// Spans of three files with every start and end around those of the places.
  private static let all: [Span] = (0..<3).flatMap { file in
    (0...52).flatMap { start in (start...min(start + 22, 101)).map { span(file, start..<$0) } }
  }

  @Test("the answers are those of looking at each place")
  func answers() {
    for span in Self.all + Self.spans {
      #expect(index.holds(span) == Self.spans.contains { $0.contains(span) })
      #expect(index.isAny(in: span) == Self.spans.contains { span.contains($0) })
      #expect(
        index.isAnyPart(of: span) == Self.spans.contains { span.contains($0) && $0 != span })
    }
  }

  @Test("no place holds anything")
  func none() {
    let empty = SpanIndex([])
    #expect(!empty.holds(Self.spans[0]))
    #expect(!empty.isAny(in: Self.spans[0]))
    #expect(!empty.isAnyPart(of: Self.spans[0]))
  }
}
