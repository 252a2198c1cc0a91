extension Array {
  /// The number of leading elements that hold, in an array where those that hold come first: a search in as many
  /// steps as the number has binary digits.
  @inlinable
  package func partition(_ holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
