import CheckModel

extension MutationOperator {
  /// Five hundred words that have nothing to do with the work, at the end.
  static let addBackground = MutationOperator("add-background", .equivalent) { plan, choice in
    guard plan.language == "en", let file = plan.files.indices.last else { return nil }
    let places = ["museum", "harbor", "library", "orchard", "theater", "station", "mill", "school"]
    let views = ["river", "old town", "hills", "market", "park", "lake", "bridge", "meadow"]
    var text = "\n\n## Background\n\nThe region has a long story.\n"
    for _ in 0..<34 {
      let place = choice.one(of: places) ?? places[0]
      let view = choice.one(of: views) ?? views[0]
      text += "The \(place) near the \(view) was a gift from people who lived there before.\n"
    }
    let end = plan.files[file].source.bytes.count
    return Mutant(plan, [Edit(Span(file: file, range: end..<end), text)], within: nil)
  }
}
