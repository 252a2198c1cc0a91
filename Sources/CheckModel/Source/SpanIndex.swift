/// Places of a plan, to ask in a few steps what holds a span and what lies in it. They may overlap.
package struct SpanIndex: Sendable {
  private let spans: [Span]
  /// For each place the furthest end of those that begin no later in its file.
  private let furthestEnds: [Int]
  /// For each place the nearest end of those that begin no earlier in its file.
  private let nearestEnds: [Int]

  package init(_ spans: some Sequence<Span>) {
    let spans = spans.sorted()
    var furthest = spans.map(\.range.upperBound)
    var nearest = furthest
    for index in spans.indices.dropFirst() where spans[index - 1].file == spans[index].file {
      furthest[index] = max(furthest[index], furthest[index - 1])
    }
    for index in spans.indices.dropLast().reversed()
    where spans[index + 1].file == spans[index].file {
      nearest[index] = min(nearest[index], nearest[index + 1])
    }
    self.spans = spans
    furthestEnds = furthest
    nearestEnds = nearest
  }

  /// Whether one of them holds the span.
  package func holds(_ span: Span) -> Bool {
    let next = spans.partition {
      ($0.file, $0.range.lowerBound) <= (span.file, span.range.lowerBound)
    }
    return next > 0 && spans[next - 1].file == span.file
      && furthestEnds[next - 1] >= span.range.upperBound
  }

  /// Whether one of them lies in the span, or is the span.
  package func isAny(in span: Span) -> Bool { isAny(from: firstBeginning(in: span), in: span) }

  /// Whether one of them lies in the span and is smaller.
  package func isAnyPart(of span: Span) -> Bool {
    let first = firstBeginning(in: span)
    // of those that begin where the span does, the shortest comes first
    let isShorter = first < spans.count && spans[first].file == span.file && spans[first] < span
    return isShorter || isAny(from: spans.partition { $0 <= span }, in: span)
  }

  private func firstBeginning(in span: Span) -> Int {
    spans.partition { ($0.file, $0.range.lowerBound) < (span.file, span.range.lowerBound) }
  }

  private func isAny(from index: Int, in span: Span) -> Bool {
    index < spans.count && spans[index].file == span.file
      && nearestEnds[index] <= span.range.upperBound
  }
}
