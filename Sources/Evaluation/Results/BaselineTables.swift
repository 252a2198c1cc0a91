import CheckModel

extension BaselineRun {
  /// The tools side by side, over all operators and by operator.
  ///
  /// - Parameter measured: what the rules say about the ready plans.
  package func tables(_ measured: Measurement) -> [ResultTable] {
    [summary(measured), operators]
  }

  private func summary(_ measured: Measurement) -> ResultTable {
    let groups = MutationOperator.Group.allCases.filter { $0 != .equivalent }
    let subjects = Set(plans.map(\.subject))
    let own = Measurement(measured.cases.filter { subjects.contains($0.subject.name) })
    let (alarms, _) = own.falseAlarms
    let speccheck =
      ["speccheck", "whether a plan can be handed over"]
      + groups.map { group in Figure.share(detected { $0.group == group }) }
      + ["\(alarms)", Figure.number(own.alarmRate)]
    return ResultTable(
      name: "baselines", title: "Beside other tools",
      note: "Mutants of the ready plans in English that are noticed, and what is said about these "
        + "plans as they are. speccheck has to find the change by a fitting rule or criterion, of "
        + "the others any new message at the change counts. None of them is made for judging plans: "
        + "what they notice outside their purpose is the form of the change, and stands in "
        + "parentheses.",
      columns: ["tool", "purpose"] + groups.map(\.rawValue)
        + ["messages on ready plans", "by 1,000 words"],
      rows: [speccheck]
        + BaselineTool.all.map { tool in
          let (messages, words) = self.alarms(tool)
          return [tool.name, tool.purpose]
            + groups.map { group in
              let share = Figure.share(noticed(tool, group))
              let isAsked = MutationOperator.all.contains {
                $0.group == group && tool.operators.contains($0.id)
              }
              return isAsked || share.isEmpty ? share : "(\(share))"
            }
            + [
              "\(messages)",
              Figure.number(words == 0 ? nil : 1_000 * Double(messages) / Double(words)),
            ]
        })
  }

  private var operators: ResultTable {
    ResultTable(
      name: "baselines-operators", title: "Beside other tools, by operator",
      note:
        "Mutants that are noticed; in parentheses where the operator is outside the tool's purpose.",
      columns: ["operator", "group", "mutants", "speccheck"] + BaselineTool.all.map(\.name),
      rows: MutationOperator.all.filter { $0.group != .equivalent }.compactMap { operation in
        let own = detected { $0.mutation == operation.id }
        guard own.of > 0 else { return nil }
        return [operation.id, operation.group.rawValue, "\(own.of)", "\(own.count)"]
          + BaselineTool.all.map { tool in
            let count = "\(noticed(tool, operation).count)"
            return tool.operators.contains(operation.id) ? count : "(\(count))"
          }
      })
  }
}
