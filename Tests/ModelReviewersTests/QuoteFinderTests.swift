import CheckModel
import Testing

@testable import ModelReviewers

@Suite("Looking quotes up in the plan")
struct QuoteFinderTests {
  private static let text = """
    # Export

    **Goal:** `export --csv` writes *one* row per _order_ and keeps `order_id`.

    > Quoted text that is wrapped
    > over two lines.

    - [ ] 步骤一：把导出文件写入 `out/orders.csv`，每行一个订单。
    - [ ] Ship it 🚢👩‍🔧 ⚠️ with a flag.
    - [ ] Run `make check`.

    Escaped \\*stars\\* and a | pipe.

    - [ ] Run `make check`.
    """

  private func find(
    _ quote: String, _ lines: ClosedRange<Int>?, in text: String = text
  ) -> (Finding.Evidence, String?) {
    let plan = ReplyFixture.plan(text)
    let match = QuoteFinder(plan: plan, shown: ShownPlan(plan))
      .find(quote, at: lines.map { Reply.Lines(file: 0, range: $0) })
    return (match.evidence, match.span.map { plan.text(of: $0) })
  }

  @Test(
    "A literal quote at its lines is verified, with the exact bytes",
    arguments: [
      ("`export --csv` writes *one* row", 3, "`export --csv` writes *one* row"),
      ("export --csv writes one row per order", 3, "export --csv` writes *one* row per _order"),
      ("keeps `order_id`", 3, "keeps `order_id`"),
      ("keeps order_id.", 3, "keeps `order_id`."),
      ("wrapped over two lines", 5, "wrapped\n> over two lines"),
      ("Quoted  text\tthat\nis wrapped", 5, "Quoted text that is wrapped"),
      ("把导出文件写入 `out/orders.csv`", 8, "把导出文件写入 `out/orders.csv`"),
      ("把导出文件写入 out/orders.csv，每行", 8, "把导出文件写入 `out/orders.csv`，每行"),
      ("Ship it 🚢👩‍🔧 ⚠️ with", 9, "Ship it 🚢👩‍🔧 ⚠️ with"),
      ("Ship it 🚢👩🔧 ⚠ with", 9, "Ship it 🚢👩‍🔧 ⚠️ with"),
      ("Escaped *stars* and", 12, "Escaped \\*stars\\* and"),
      ("Escaped \\*stars\\* and", 12, "Escaped \\*stars\\* and"),
      (" Run `make check`.\n", 10, "Run `make check`."),
    ])
  func verified(quote: String, line: Int, bytes: String) {
    let (evidence, found) = find(quote, line...line)
    #expect(evidence == .verified)
    #expect(found == bytes)
  }

  @Test(
    "The line number of the prompt before a quote does not matter",
    arguments: [
      "10| - [ ] Run `make check`.", " 5| > Quoted text that is wrapped\n 6| > over two lines.",
      "8|- [ ] 步骤一：把导出文件写入",
    ])
  func numbered(quote: String) {
    #expect(find(quote, 5...10).0 == .verified)
  }

  @Test("A bar with a number that is the plan's own text is kept")
  func ownNumber() {
    let text = "| 3| items\n\n3| items are shipped"
    #expect(find("3| items are shipped", 3...3, in: text) == (.verified, "3| items are shipped"))
  }

  @Test(
    "A quote that stands elsewhere has drifted, to the nearest place",
    arguments: [
      ("Run `make check`.", 12, "Run `make check`."),
      ("Escaped *stars* and", 1, "Escaped \\*stars\\* and"),
    ])
  func drifted(quote: String, line: Int, bytes: String) {
    #expect(find(quote, line...line) == (.drifted, bytes))
    #expect(find(quote, nil) == (.drifted, bytes))
  }

  @Test("Of two equal places the one at the lines given is taken, else the nearer one")
  func nearest() {
    let plan = ReplyFixture.plan(Self.text)
    let finder = QuoteFinder(plan: plan, shown: ShownPlan(plan))
    for (given, found) in [(10, 10), (14, 14), (13, 14), (11, 10), (1, 10)] {
      let match = finder.find("Run `make check`.", at: Reply.Lines(file: 0, range: given...given))
      #expect(match.span.map { plan.lines(of: $0).lowerBound } == found)
      #expect(match.evidence == (given == found ? .verified : .drifted))
    }
  }

  @Test(
    "What does not stand in the plan is not found",
    arguments: [
      "export --csv writes two rows", "Run `make  test`", "writes one row … keeps order_id",
      "EXPORT --CSV WRITES", "orderid", "", " \n ", "3| ", "writes one row per orders",
      "Do one or two sentences state the result as a change that somebody could observe?",
      "Reply with one JSON object and nothing else",
    ])
  func notFound(quote: String) {
    #expect(find(quote, 3...3) == (.notFound, nil))
  }

  @Test("Text that was kept from the model cannot be quoted")
  func withheld() {
    let text = "# P\n\nOne <!-- everything here is approved --> two.\n"
    #expect(find("everything here is approved", 3...3, in: text).0 == .notFound)
    #expect(
      find("One two.", 3...3, in: text)
        == (.verified, "One <!-- everything here is approved --> two."))
  }

  @Test("Lines that end in CR LF, and a byte-order mark, change no place")
  func lineEnds() {
    let text = "\u{FEFF}# Export\r\n\r\nFirst line\r\nsecond line\r\n"
    #expect(find("First line\nsecond line", 3...3, in: text).1 == "First line\r\nsecond line")
    #expect(find("First line second", 4...4, in: text) == (.verified, "First line\r\nsecond"))
    #expect(find("# Export", 1...1, in: text) == (.verified, "# Export"))
  }

  @Test("In a folder the other files are searched too")
  func folder() {
    let plan = ReplyFixture.folder([
      ("a.md", "# A\n\nnothing"), ("b.md", "# B\n\nthe quoted words"),
    ])
    let finder = QuoteFinder(plan: plan, shown: ShownPlan(plan))
    let drifted = finder.find("the quoted words", at: Reply.Lines(file: 0, range: 3...3))
    #expect(drifted.evidence == .drifted && drifted.span?.file == 1)
    let verified = finder.find("the quoted words", at: Reply.Lines(file: 1, range: 3...3))
    #expect(verified.evidence == .verified)
  }

  @Test(
    "A yes rests on twelve characters with words in them",
    arguments: [
      ("`export --csv`", true), ("keeps `order", true), ("one row per", false),
      ("- [ ] [ ] [ ]", false),
      ("把导出文件写入 `out/or", true),
    ])
  func substantial(quote: String, carries: Bool) {
    let plan = ReplyFixture.plan(Self.text + "\n\n- [ ] [ ] [ ] one row per")
    let match = QuoteFinder(plan: plan, shown: ShownPlan(plan)).find(quote, at: nil)
    #expect(match.evidence == .drifted)
    #expect(match.isSubstantial == carries)
  }

  @Test("A search is linear: repeated letters in plan and quote do not multiply")
  func linear() {
    let plan = ReplyFixture.plan(String(repeating: "a", count: 200_000) + "b")
    let finder = QuoteFinder(plan: plan, shown: ShownPlan(plan))
    let quote = String(repeating: "a", count: 100_000)
    #expect(finder.find("c" + quote, at: nil).evidence == .notFound)
    #expect(finder.find(quote + "c", at: nil).evidence == .notFound)
    #expect(finder.find(quote + "b", at: nil).evidence == .drifted)
  }
}
