import CheckModel

/// Gives tasks in document order their parents, their states from below and their unique ids.
enum TaskTree {
  static func link(_ tasks: inout [PlanTask]) {
    findParents(&tasks)
    closeLabels(&tasks)
    raiseStates(&tasks)
    number(&tasks)
  }

  /// The innermost task whose span holds the start of another is its parent.
  private static func findParents(_ tasks: inout [PlanTask]) {
    var open: [Int] = []
    for index in tasks.indices {
      while let last = open.last, !tasks[last].span.contains(tasks[index].titleSpan) {
        open.removeLast()
      }
      tasks[index].parent = open.last
      open.append(index)
    }
  }

  /// Steps under bold labels are no deeper than each other, whatever their sections say.
  private static func closeLabels(_ tasks: inout [PlanTask]) {
    for index in tasks.indices {
      guard let parent = tasks[index].parent, tasks[index].form == .boldStep,
        tasks[parent].form == .boldStep
      else { continue }
      tasks[index].parent = tasks[parent].parent
    }
  }

  /// A heading without a mark of its own is done when all ticks below it are, and started when some are.
  private static func raiseStates(_ tasks: inout [PlanTask]) {
    var ticks = [(done: Int, begun: Int, all: Int)](repeating: (0, 0, 0), count: tasks.count)
    for index in tasks.indices.reversed() {
      let own = ticks[index]
      if tasks[index].form != .checkbox, tasks[index].state == .open, own.all > 0 {
        if own.done == own.all {
          tasks[index].state = .done
        } else if own.done + own.begun > 0 {
          tasks[index].state = .started
        }
      }
      guard let parent = tasks[index].parent else { continue }
      let isTick = tasks[index].form == .checkbox
      ticks[parent].all += own.all + (isTick ? 1 : 0)
      ticks[parent].done += own.done + (isTick && tasks[index].state == .done ? 1 : 0)
      ticks[parent].begun += own.begun + (isTick && tasks[index].state == .started ? 1 : 0)
    }
  }

  /// The author's id where it is unique, else `#` and the position.
  private static func number(_ tasks: inout [PlanTask]) {
    var uses: [String: Int] = [:]
    for task in tasks { if let id = task.authorID { uses[id, default: 0] += 1 } }
    for index in tasks.indices {
      if let id = tasks[index].authorID, uses[id] == 1, !id.hasPrefix("#") {
        tasks[index].id = id
      } else {
        tasks[index].id = "#\(index + 1)"
      }
    }
  }
}
