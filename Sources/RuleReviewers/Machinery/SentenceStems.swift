import CheckModel

extension PlanReading {
  /// The stems of a sentence's content words, those of its code spans included.
  func stems(of sentence: Sentence) -> Set<Word> { stems(of: sentence.tokens, in: sentence.file) }

  /// The same of some tokens of a sentence.
  func stems(of tokens: ArraySlice<Token>, in file: Int) -> Set<Word> {
    Set(
      PieceReader(bytes: plan.files[file].source.bytes).pieces(of: tokens).lazy.map(\.stem)
        .filter { $0 != "" })
  }
}
