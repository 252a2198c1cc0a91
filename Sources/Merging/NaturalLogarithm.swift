#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one function of the C library that merging needs.
enum NaturalLogarithm {
  static func of(_ number: Double) -> Double { log(number) }
}
