import CheckModel

/// The naive word list: words that requirement handbooks call weak, found wherever they stand.
///
/// It knows neither code nor quotations nor what stands beside a word; that is the point of comparing with it.
enum WeakWords {
  /// What it says about the files of a plan.
  static func messages(_ plan: BaselinePlan) -> [ToolMessage] {
    plan.files.flatMap { file in
      file.lines.enumerated().flatMap { index, line in
        let words = " " + line.split { !$0.isLetter && $0 != "/" }.joined(separator: " ") + " "
        let folded = words.lowercased()
        return list.filter { folded.contains(" \($0) ") }.map { word in
          ToolMessage(
            tool: BaselineTool.wordList, path: file.path, line: index + 1, code: word)
        }
      }
    }
  }

  private static let list = """
    adequate, and so on, and/or, any, appropriate, as appropriate, as far as possible, as needed,
    as required, as soon as possible, better, bounded, clean, clear, clearly, convenient, correctly,
    easily, easy, effective, efficient, efficiently, enough, etc, fast, flexible, friendly, generally,
    good, graceful, gracefully, high, if applicable, if feasible, if necessary, if needed, if possible,
    improved, intuitive, large, lightweight, low, maximize, minimal, minimize, modern, most, nice,
    normal, normally, optimal, optimize, performant, possibly, proper, properly, quick, quickly,
    reasonable, reasonably, relevant, reliable, robust, safe, scalable, seamless, several, simple,
    simply, slow, small, smooth, some, sometimes, soon, stable, sufficient, suitable, tbc, tbd, timely,
    todo, typical, typically, user-friendly, usually, various, when needed, where appropriate
    """.split(separator: ",").map { word in
      word.split { $0.isWhitespace || $0 == "-" }.joined(separator: " ")
    }
}
