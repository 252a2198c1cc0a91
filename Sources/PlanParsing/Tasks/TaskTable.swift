import CheckModel

/// A table whose rows are tasks: which columns hold the id, the title, the state and the dependencies.
struct TaskTable: Sendable, Hashable {
  private enum Column: Sendable { case id, title, group, status, depends, parallel, work }

  var id: Int?
  var title: Int
  var status: Int?
  var depends: Int?
  var parallel: Int?

  /// Reads a header row; nil when the table lists no tasks.
  ///
  /// - Parameter inWork: whether the section around it holds work, where less is asked of the header.
  init?(_ bytes: [UInt8], _ cells: [Range<Int>], inWork: Bool) {
    guard cells.count >= 2, cells.count <= 24 else { return nil }
    var columns: [Column?] = []
    for cell in cells {
      let text = bytes.trimmed(cell)
      let start = text.first {
        ASCII.isWord(bytes[$0]) || bytes[$0] >= 0xC0 || bytes[$0] == ASCII.hash
      }
      columns.append(
        start.flatMap { Self.names.match(bytes, at: $0, before: text.upperBound)?.value })
    }
    func place(_ column: Column) -> Int? { columns.firstIndex { $0 == column } }
    let rest = columns.contains {
      $0 == .status || $0 == .depends || $0 == .parallel || $0 == .work || $0 == .id
    }
    if let title = place(.title), title <= 2, inWork || rest {
      self.title = title
    } else if inWork || columns.contains(.status), let group = place(.group) ?? place(.id),
      group <= 1,
      columns.contains(where: { $0 == .work || $0 == .status || $0 == .depends })
    {
      title = place(.group) ?? min(group + 1, cells.count - 1)
    } else {
      return nil
    }
    id = place(.id)
    status = place(.status)
    depends = place(.depends)
    parallel = place(.parallel)
  }

  /// The state that a status cell tells.
  static func state(_ bytes: [UInt8], _ cell: Range<Int>) -> TaskState {
    states.first(in: bytes, cell)?.value ?? .open
  }

  private static let names = PhraseTable<Column>([
    ("id", .id), ("#", .id), ("no", .id), ("nr", .id), ("number", .id), ("task id", .id),
    ("task", .title), ("tasks", .title), ("step", .title), ("work item", .title),
    ("action", .title), ("action item", .title), ("item", .title), ("todo", .title),
    ("deliverable", .title), ("任务", .title), ("タスク", .title), ("작업", .title),
    ("tarea", .title), ("tarefa", .title), ("aufgabe", .title), ("tâche", .title),
    ("задача", .title), ("phase", .group), ("milestone", .group), ("stage", .group),
    ("sprint", .group), ("fase", .group), ("阶段", .group), ("フェーズ", .group), ("단계", .group),
    ("status", .status), ("state", .status), ("done", .status), ("progress", .status),
    ("状态", .status), ("状態", .status), ("상태", .status), ("depends", .depends),
    ("depends on", .depends), ("dependency", .depends), ("dependencies", .depends),
    ("blocked by", .depends), ("after", .depends), ("依赖", .depends), ("依存", .depends),
    ("의존성", .depends), ("parallel", .parallel), ("owner", .work), ("assignee", .work),
    ("files", .work), ("file", .work), ("paths", .work), ("details", .work), ("effort", .work),
    ("estimate", .work), ("days", .work), ("hours", .work), ("deliverables", .work),
    ("scope", .work), ("description", .work), ("content", .work), ("priority", .work),
    ("duration", .work), ("内容", .work), ("工期", .work), ("내용", .work),
  ])

  private static let states = PhraseTable<TaskState>([
    ("not done", .open), ("not started", .open), ("done", .done), ("complete", .done),
    ("completed", .done), ("finished", .done), ("shipped", .done), ("merged", .done),
    ("closed", .done), ("[x]", .done), ("x", .done), ("✅", .done), ("✔", .done), ("☑", .done),
    ("yes", .done), ("完成", .done), ("已完成", .done), ("完了", .done), ("완료", .done),
    ("hecho", .done), ("concluído", .done), ("erledigt", .done), ("готово", .done),
    ("未完成", .open), ("in progress", .started), ("in-progress", .started), ("wip", .started),
    ("started", .started), ("doing", .started), ("partial", .started), ("partly", .started),
    ("[-]", .started), ("[~]", .started), ("🚧", .started), ("🔄", .started), ("进行中", .started),
    ("進行中", .started), ("진행 중", .started),
  ])

  /// The state that a heading tells by a mark or word of its own.
  static func headingState(_ bytes: [UInt8], _ range: Range<Int>) -> TaskState {
    headingStates.first(in: bytes, range)?.value ?? .open
  }

  /// The state that stands behind `Status:`; nil for other words.
  static func statedState(_ bytes: [UInt8], at offset: Int, before end: Int) -> TaskState? {
    states.match(bytes, at: offset, before: end)?.value
  }

  private static let headingStates = PhraseTable<TaskState>([
    ("✅", .done), ("✔", .done), ("✓", .done), ("☑", .done), ("[x]", .done), ("(done)", .done),
    ("[done]", .done), ("[complete]", .done), ("[completed]", .done),
    ("(complete)", .done), ("(completed)", .done), ("- done", .done), ("— done", .done),
    ("- completed", .done), ("- complete", .done), ("已完成", .done), ("(완료)", .done),
    ("🚧", .started), ("🔄", .started), ("(in progress)", .started), ("- in progress", .started),
    ("[~]", .started),
  ])
}
