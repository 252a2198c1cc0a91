import Testing
import TextUnits

@Suite("Word forms")
struct WordFormsTests {
  @Test(
    "brings the forms of an English word together",
    arguments: [
      ["migrate", "Migrating", "MIGRATED", "migrates"], ["task", "tasks", "task's"],
      ["authorize", "authorized", "authorizing"],
    ])
  func stems(forms: [String]) {
    let english = WordForms()
    #expect(english.stems)
    #expect(Set(forms.flatMap { english.words(of: $0) }).count == 1)
  }

  @Test("splits at everything that is no letter and no digit")
  func splits() {
    #expect(
      WordForms(language: "und").words(of: "`src/auth/Token.swift`:12 (v2) – it's")
        == ["src", "auth", "token", "swift", "12", "v2", "it's"])
  }

  @Test("gives scripts without spaces one word a character")
  func splitsHan() {
    #expect(WordForms.foldedWords(of: "設計 plan") == ["設", "計", "plan"])
  }

  @Test("stems the languages of the library and leaves the others folded")
  func languages() {
    #expect(
      WordForms(language: "de").words(of: "Aufgaben")
        == WordForms(language: "de").words(of: "Aufgabe"))
    let unknown = WordForms(language: "xx")
    #expect(!unknown.stems)
    #expect(unknown.words(of: "Migrating") == ["migrating"])
  }

  @Test("survives empty text, lone apostrophes and a word of a megabyte")
  func survives() {
    let english = WordForms()
    #expect(english.words(of: "").isEmpty)
    #expect(english.words(of: "' '' 'quoted' rock'n'roll'") == ["quot", "rock'n'rol"])
    #expect(english.words(of: String(repeating: "a", count: 1_000_000)).count == 1)
  }

  @Test(
    "splits plain and other text by the same rules", arguments: ["", "it's 'so' a''b x' 1.2-b"])
  func agrees(text: String) {
    #expect(WordForms.foldedWords(of: text + " é") == WordForms.foldedWords(of: text) + ["é"])
  }
}
