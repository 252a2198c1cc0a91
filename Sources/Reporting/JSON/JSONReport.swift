package import CheckModel

/// The report `speccheck.report/1`; of several plans, `speccheck.reports/1`.
package enum JSONReport {
  /// The document with a line break at its end.
  package static func render(_ results: [CheckResult]) -> String {
    value(of: results).text + "\n"
  }

  /// The document as a value.
  package static func value(of results: [CheckResult]) -> ReportValue {
    let shown = results.map(\.withoutSecrets)
    return shown.count == 1
      ? Shape<CheckResult>.report.encode(shown[0])
      : Shape<[CheckResult]>.reports(of: .report).encode(shown)
  }
}

extension Shape where Input == [CheckResult] {
  /// Several reports in one object.
  static func reports(of report: Shape<CheckResult>) -> Shape {
    .object([
      Field("schema", "The format and its version.", .constant("speccheck.reports/1")) { _ in "" },
      Field("reports", "In the order of the command line.", report.list) { $0 },
    ])
  }
}
