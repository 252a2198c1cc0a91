import CheckModel
import Testing

@testable import Evaluation

@Suite("Words of a plan")
struct WordCountTests {
  @Test(
    "runs with a letter or digit count, marks alone do not",
    arguments: [
      ("", 0), ("one two", 2), ("- [ ] `a.py` – 5 kB\n", 3), ("## Ziel\n\nÜberprüfung", 2),
    ])
  func spaced(text: String, count: Int) {
    #expect(Plan.words(in: text) == count)
  }

  @Test("two Chinese or Japanese characters are a word")
  func unspaced() {
    #expect(Plan.words(in: "照片重命名") == 3)
    #expect(Plan.words(in: "設定 API 画面") == 3)
  }
}
