import Testing

@testable import Evaluation

@Suite("Statistics, against values worked out by hand")
struct StatisticsTests {
  @Test("Wilson's interval of 45 of 55, of none of 4, and of 4 of 4")
  func wilson() {
    let most = Proportion(45, of: 55).interval
    #expect(abs(most.lowerBound - 0.6967) < 0.0005)
    #expect(abs(most.upperBound - 0.8981) < 0.0005)
    // z² / (n + z²) = 3.8415 / 7.8415
    #expect(abs(Proportion(0, of: 4).interval.upperBound - 0.4899) < 0.0005)
    #expect(abs(Proportion(4, of: 4).interval.lowerBound - 0.5101) < 0.0005)
  }

  @Test("of nothing there is no share, and the interval is everything")
  func nothing() {
    #expect(Proportion(0, of: 0).value == nil)
    #expect(Proportion(0, of: 0).interval == 0...1)
  }

  @Test("equal values share the mean of their ranks")
  func ranks() {
    #expect(Ranking.ranks([10, 30, 20, 20]) == [1, 4, 2.5, 2.5])
  }

  @Test(
    "Spearman is 1 for the same order, -1 for the opposite, and 0.8 for one neighbor pair exchanged"
  )
  func spearman() throws {
    #expect(Ranking.spearman([1, 2, 3], [10, 20, 90]) == 1)
    #expect(Ranking.spearman([1, 2, 3], [9, 8, 1]) == -1)
    // 1 - 6 * 2 / (4 * 15)
    let exchanged = try #require(Ranking.spearman([1, 2, 3, 4], [1, 3, 2, 4]))
    #expect(abs(exchanged - 0.8) < 1e-12)
  }

  @Test("without variation there is no correlation")
  func flat() {
    #expect(Ranking.spearman([1, 2, 3], [5, 5, 5]) == nil)
    #expect(Ranking.spearman([1], [1]) == nil)
  }

  @Test("the area counts pairs in order, equal ones half")
  func area() throws {
    // 80 > 40, 80 > 60, 60 > 40, 60 = 60
    #expect(Ranking.area(higher: [80, 60], lower: [40, 60]) == 0.875)
    #expect(Ranking.area(higher: [], lower: [1]) == nil)
  }

  @Test(
    "numbers are written with two decimals, rounded",
    arguments: [
      (0.0, "0.00"), (0.825, "0.83"), (12.5, "12.50"), (-0.091, "-0.09"), (-0.001, "0.00"),
    ])
  func numbers(value: Double, text: String) {
    #expect(Measurement.number(value) == text)
  }
}
