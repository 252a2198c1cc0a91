import Testing
import TextUnits

@Suite("Numbers of bytes in words")
struct ByteWordsTests {
  @Test(
    "two digits are enough",
    arguments: [
      (0, "0 B"), (999, "999 B"), (1_000, "1 kB"), (3_249, "3.2 kB"), (9_960, "10 kB"),
      (48_123, "48 kB"), (999_499, "999 kB"), (999_500, "1 MB"), (8_388_608, "8.4 MB"),
    ])
  func words(bytes: Int, text: String) { #expect(ByteWords.text(bytes) == text) }
}
