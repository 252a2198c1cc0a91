import CheckModel

/// What everybody behind the parser relies on.
struct PlanPromises {
  private let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  func check() {
    checkBlocks()
    checkSections()
    checkTasks()
    checkMeaning()
    for entry in plan.frontMatter { check(entry.span) }
    for oddity in plan.oddities { check(oddity.span) }
    for trigger in plan.risk.because {
      promise(plan.files.contains { $0.path == trigger.file }, "a risk trigger names a file")
      promise(trigger.line >= 1, "a risk trigger's line counts from 1")
    }
  }

  private func checkBlocks() {
    for (index, block) in plan.blocks.enumerated() {
      check(block.span)
      check(block.content)
      promise(block.content.file == block.span.file, "content is in the block's file")
      if let parent = block.parent {
        promise(parent >= 0 && parent < index, "a block comes after what contains it")
        promise(
          plan.blocks[parent].span.contains(block.span), "a block lies inside what contains it")
      }
      if let section = block.section {
        promise(plan.sections.indices.contains(section), "a block's section exists")
        promise(plan.sections[section].span.file == block.span.file, "and is in the same file")
      }
      var last = 0
      for run in block.inlines {
        check(Span(file: block.span.file, range: run.range))
        promise(run.range.lowerBound >= last, "inline runs stand in order")
        last = run.range.lowerBound
      }
      if case .tableRow(_, let cells) = block.kind {
        for cell in cells { check(Span(file: block.span.file, range: cell)) }
      }
      if case .item(let item) = block.kind, let checkbox = item.checkbox {
        check(Span(file: block.span.file, range: checkbox.range))
      }
    }
  }

  private func checkSections() {
    var ids: Set<String> = []
    for (index, section) in plan.sections.enumerated() {
      check(section.span)
      promise(ids.insert(section.id).inserted, "section ids are unique")
      promise(plan.blocks.indices.contains(section.heading), "a section's heading exists")
      promise(section.level >= 1 && section.level <= 7, "levels are 1 to 7")
      if let parent = section.parent {
        promise(parent >= 0 && parent < index, "a section comes after what contains it")
        promise(plan.sections[parent].level < section.level, "and is deeper")
        promise(plan.sections[parent].span.contains(section.span), "and lies inside it")
      }
      for role in section.roles {
        promise(role.weight >= 0 && role.weight <= 1, "a role's weight is 0 to 1")
      }
    }
  }

  private func checkTasks() {
    var ids: Set<String> = []
    for (index, task) in plan.tasks.enumerated() {
      check(task.span)
      check(task.titleSpan)
      promise(ids.insert(task.id).inserted, "task ids are unique")
      promise(plan.blocks.indices.contains(task.block), "a task's block exists")
      checkSection(task.section)
      if let parent = task.parent {
        promise(plan.tasks.indices.contains(parent) && parent != index, "a task's parent exists")
      }
      promise(task.references.allSatisfy(plan.references.indices.contains), "references exist")
      promise(task.commands.allSatisfy(plan.commands.indices.contains), "commands exist")
      promise(task.criteria.allSatisfy(plan.criteria.indices.contains), "criteria exist")
      for mention in task.dependsOn { check(mention.span) }
    }
  }

  private func checkMeaning() {
    for reference in plan.references {
      check(reference.span)
      checkSection(reference.section)
      promise(!reference.text.isEmpty, "a reference names something")
    }
    for command in plan.commands {
      check(command.span)
      if let expected = command.expected { check(expected) }
      promise(plan.blocks.indices.contains(command.block), "a command's block exists")
      checkSection(command.section)
    }
    for criterion in plan.criteria {
      check(criterion.span)
      checkSection(criterion.section)
    }
    for requirement in plan.requirements {
      check(requirement.span)
      checkSection(requirement.section)
      promise(
        requirement.criteria.allSatisfy(plan.criteria.indices.contains),
        "a requirement's criteria exist")
    }
  }

  private func checkSection(_ section: Int?) {
    if let section { promise(plan.sections.indices.contains(section), "the section exists") }
  }

  /// A span lies in its file and its ends are places with a line and a column.
  func check(_ span: Span) {
    promise(plan.files.indices.contains(span.file), "a span's file exists")
    let source = plan.files[span.file].source
    promise(
      span.range.lowerBound >= 0 && span.range.upperBound <= source.bytes.count,
      "a span lies inside its file")
    let lines = plan.lines(of: span)
    promise(
      lines.lowerBound >= 1 && lines.upperBound <= source.lineCount, "a span's lines exist")
    // a column costs the length of its line, so the longest ones are left to the tests
    guard source.lineRange(lines.lowerBound).count + source.lineRange(lines.upperBound).count < 512
    else { return }
    let location = plan.location(of: span)
    promise(
      location.startLine >= 1 && location.startColumn >= 1 && location.endColumn >= 1
        && location.endLine >= location.startLine && location.endLine <= source.lineCount,
      "a span converts to a location")
  }
}

/// Stops the process when a promise is broken; the words say which.
func promise(_ isKept: Bool, _ words: String) {
  // a trap is how libFuzzer learns of a find
  if !isKept { fatalError("broken: \(words)") }
}
