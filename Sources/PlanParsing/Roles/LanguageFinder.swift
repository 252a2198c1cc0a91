import CheckModel

/// Tells the language of each section's prose and of the whole plan.
enum LanguageFinder {
  /// - Returns: a subtag for each section (`und` where there is too little prose), and the plan's, `en` when
  ///   there is too little in all.
  static func languages(in plan: Plan) -> (sections: [String], plan: String) {
    var counts = [LanguageCount](repeating: LanguageCount(), count: plan.sections.count)
    var loose = LanguageCount()
    for block in plan.blocks {
      let bytes = plan.files[block.span.file].source.bytes
      for inline in block.inlines where inline.kind == .text {
        if let section = block.section {
          counts[section].read(bytes, inline.range)
        } else {
          loose.read(bytes, inline.range)
        }
      }
    }
    var words: [String: Int] = [:]
    var whole = loose
    for count in counts {
      whole.add(count)
      let language = count.language
      if language != "und" { words[language, default: 0] += count.words }
    }
    // most prose decides; sections too short for a language of their own join as one text
    let most = words.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? whole.language
    return (counts.map(\.language), most == "und" ? "en" : most)
  }
}
