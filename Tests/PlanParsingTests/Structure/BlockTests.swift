import CheckModel
import PlanParsing
import Testing

@Suite("Blocks: what CommonMark has and what it lacks")
struct BlockTests {
  @Test("headings, text, nested lists with checkboxes, a fence inside an item")
  func ordinaryPlan() {
    let plan = parse(
      """
      # Title

      Some text
      over two lines.

      - [ ] open
        - detail
      - [X] done
        ```sh
        swift test
        ```
      - [-] begun
      - [ ]* optional

      1. first
      2) other list
      """)
    #expect(
      dump(plan) == """
        h1 1 "Title"
        paragraph 3-4 "Some text⏎over two lines."
        bullets 6-13
          item - [open] 6-7 "open"
            paragraph 6 "open"
            bullets 7
              item - 7 "detail"
                paragraph 7 "detail"
          item - [done] 8-11 "done"
            paragraph 8 "done"
            fence sh 9-11 "  swift test"
          item - [started] 12 "begun"
            paragraph 12 "begun"
          item - [open optional] 13 "optional"
            paragraph 13 "optional"
        numbered 15
          item 1. 15 "first"
            paragraph 15 "first"
        numbered 16
          item 2) 16 "other list"
            paragraph 16 "other list"
        """)
  }

  @Test("a pipe table, with an escaped pipe and a paragraph before it")
  func tables() {
    let plan = parse(
      """
      Columns:
      | id | what |
      |----|:----:|
      | 1  | a \\| b |
      | 2  | `c`

      a | b
      no table
      """)
    #expect(
      dump(plan) == """
        paragraph 1 "Columns:"
        table 2-5
          header 2 id | what
          row 4 1 | a \\| b
          row 5 2 | `c`
        paragraph 7-8 "a | b⏎no table"
        """)
  }

  @Test("bold labels split a paragraph and are sections; bold words inside a sentence are not")
  func labels() {
    let plan = parse(
      """
      # Plan
      **Goal:** one thing
      **Tech Stack**: Swift
      and C

      **Files:**

      - a.swift

      **Important** words here.

      ## Next
      """)
    #expect(
      dump(plan) == """
        h1 1 "Plan"
        label 2 "**Goal:** one thing"
        label 3-4 "**Tech Stack**: Swift⏎and C"
        label 6 "**Files:**"
        bullets 8
          item - 8 "a.swift"
            paragraph 8 "a.swift"
        paragraph 10 "**Important** words here."
        h2 12 "Next"
        """)
    #expect(plan.sections.map(\.title) == ["Plan", "Goal", "Tech Stack", "Files", "Next"])
    #expect(plan.sections.map(\.level) == [1, 2, 2, 2, 2])
    #expect(plan.blocks[4].section == 3)
  }

  @Test("set-in headings end with their underline, text after them is their own")
  func setextHeadings() {
    let plan = parse("Title\n=====\nText\n\nTwo\nlines\n---\nMore")
    #expect(
      dump(plan) == """
        h1 1-2 "Title"
        paragraph 3 "Text"
        h2 5-7 "Two⏎lines"
        paragraph 8 "More"
        """)
  }

  @Test("front matter is read as YAML and never as a heading")
  func frontMatter() {
    let plan = parse("---\ntitle: A plan\nrisk: high # really\ntags: [a, b]\n---\n# H\n")
    #expect(dump(plan).hasPrefix("front matter 1-5"))
    #expect(
      plan.frontMatter.map { "\($0.key)=\($0.value)" } == [
        "title=A plan", "risk=high", "tags.0=a", "tags.1=b",
      ])
    #expect(plan.lines(of: plan.frontMatter[1].span) == 3...3)
    #expect(plan.title == "H")
  }

  @Test(
    "what only looks like front matter is text",
    arguments: ["---\nA sentence.\n---\n", "---\n\n---\n", "---\nkey: never closed\n"])
  func noFrontMatter(markdown: String) {
    #expect(parse(markdown).frontMatter.isEmpty)
    #expect(!dump(parse(markdown)).contains("front matter"))
  }

  @Test("comments and raw HTML are blocks of their own; their end is never before their start")
  func html() {
    let plan = parse("<!-- one\n\ntwo -->\n\n<details>\n<summary>x</summary>\n\ntext\n\n</details>")
    #expect(
      dump(plan) == """
        html 1-3 "<!-- one⏎⏎two -->"
        html 5-6 "<details>⏎<summary>x</summary>"
        paragraph 8 "text"
        html 10 "</details>"
        """)
  }

  @Test("a quotation keeps what is in it apart")
  func quotes() {
    let plan = parse("> # said\n> - [ ] not ours\n>   more\nlazy\n\nours")
    #expect(plan.sections.isEmpty)
    #expect(
      dump(plan) == """
        quote 1-4
          h1 1 "said"
          bullets 2-4
            item - [open] 2-4 "not ours"
              paragraph 2-4 "not ours⏎>   more⏎lazy"
        paragraph 6 "ours"
        """)
  }
}
