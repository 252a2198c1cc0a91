package import CheckModel
import Threads

/// A comment in the plan that waives what a rule finds right below it:
/// `<!-- speccheck-ignore rule-id: reason -->`.
///
/// It may waive minor and info findings only: a plan must not be able to talk its way past a gate.
package struct Suppression: Sendable, Hashable {
  /// What is wrong with the comment itself.
  package enum Fault: Sendable, Hashable { case noRule, noReason }

  package var rule: String
  package var reason: String
  package var span: Span
  /// What it covers: the block that starts on the next line with content. Nil at the end of the file.
  package var covers: Span?
  package var fault: Fault?

  /// The word that starts such a comment.
  package static let keyword = "speccheck-ignore"
}

extension Suppression {
  /// All suppression comments that stand in prose; one shown in a fence or code span is an example.
  static func all(in plan: Plan) -> [Suppression] {
    var found: [Suppression] = []
    let starts = Lazy<BlockStarts>()
    for block in plan.blocks {
      let file = block.span.file
      let bytes = plan.files[file].source.bytes
      if case .html = block.kind {
        for comment in HTMLComments.ranges(in: bytes, within: block.content.range) {
          append(comment, file: file, plan: plan, starts: starts, to: &found)
        }
      } else if block.isLeaf {
        for inline in block.inlines where inline.kind == .comment {
          append(inline.range, file: file, plan: plan, starts: starts, to: &found)
        }
      }
    }
    return found
  }

  private static func append(
    _ range: Range<Int>, file: Int, plan: Plan, starts: Lazy<BlockStarts>,
    to found: inout [Suppression]
  ) {
    let source = plan.files[file].source
    let inner = source.string(HTMLComments.inside(of: range))
    let words = inner.split(whereSeparator: \.isWhitespace)
    guard words.first == keyword[...] else { return }
    let rest = words.dropFirst().joined(separator: " ")
    let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let rule = parts.first.map(String.init) ?? ""
    let reason = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    let fault: Fault? = rule.isEmpty ? .noRule : reason.isEmpty ? .noReason : nil
    found.append(
      Suppression(
        rule: rule, reason: reason, span: Span(file: file, range: range),
        covers: coverage(
          after: range.upperBound, file: file, plan: plan,
          starts: starts.value { BlockStarts(plan) }),
        fault: fault))
  }

  /// The outermost item, row, paragraph, heading or fence that starts on the next line with content.
  private static func coverage(
    after offset: Int, file: Int, plan: Plan, starts: BlockStarts
  ) -> Span? {
    let source = plan.files[file].source
    var line = source.line(at: offset) + 1
    while line <= source.lineCount, source.bytes[source.lineRange(line)].allSatisfy(\.isBlank) {
      line += 1
    }
    guard line <= source.lineCount else { return nil }
    let range = source.lineRange(line)
    return starts.first(in: Span(file: file, range: range)) ?? Span(file: file, range: range)
  }
}

/// Where blocks start, containers of items left out; to find the outermost block of a line.
private struct BlockStarts: Sendable {
  private let spans: [Span]

  init(_ plan: Plan) {
    spans = plan.blocks.filter { block in
      switch block.kind {
      case .list, .quote: false
      default: true
      }
    }.map(\.span).sorted {
      ($0.file, $0.range.lowerBound, -$0.range.upperBound)
        < ($1.file, $1.range.lowerBound, -$1.range.upperBound)
    }
  }

  func first(in line: Span) -> Span? {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if (spans[middle].file, spans[middle].range.lowerBound)
        < (line.file, line.range.lowerBound)
      {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < spans.count, spans[low].file == line.file,
      spans[low].range.lowerBound <= line.range.upperBound
    else { return nil }
    return spans[low]
  }
}

/// Finds HTML comments in bytes.
enum HTMLComments {
  /// The ranges of `<!-- … -->`, delimiters included; one that is never closed runs to the end.
  static func ranges(in bytes: [UInt8], within range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = range.lowerBound
    let end = min(range.upperBound, bytes.count)
    while index < end {
      guard bytes[index] == 0x3C, index + 4 <= end, bytes[index + 1] == 0x21,
        bytes[index + 2] == 0x2D, bytes[index + 3] == 0x2D
      else {
        index += 1
        continue
      }
      var close = index + 4
      while close < end,
        !(bytes[close] == 0x3E && bytes[close - 1] == 0x2D && bytes[close - 2] == 0x2D)
      { close += 1 }
      let upper = min(close + 1, end)
      found.append(index..<upper)
      index = upper
    }
    return found
  }

  /// The range without the delimiters.
  static func inside(of comment: Range<Int>) -> Range<Int> {
    let lower = min(comment.lowerBound + 4, comment.upperBound)
    return lower..<max(lower, comment.upperBound - 3)
  }
}
