import CheckModel

extension Rule {
  /// A heading with nothing below it.
  static let emptySection = Rule(
    id: "empty-section", title: "Empty section", family: .shared, class: .a, severity: .minor,
    question: "selfcontained.1", kind: .missing, zones: [.heading], lexical: false,
    detects: """
      A heading with no content before the next heading of the same or a higher level; a comment is no \
      content. Goal, acceptance, tests and rollback sections are major. Titles, task headings, headings \
      that say all there is ("Rollback: none"), and outlines made of headings are left alone.
      """,
    matters:
      "The heading promises an answer. The executor finds none and makes one up, or does nothing.",
    consequence: "What the heading announces is left to the executor.",
    fix: "Write the section, or say \"none\" and why, or delete the heading.",
    examples: Examples(
      bad: [
        "# Sync\n\nText.\n\n«## Rollback»\n\n## Notes\n\nText.\n",
        "# Sync\n\nText.\n\n«## Limits»\n\n<!-- to be written -->\n",
        "# Sync\n\nText.\n\n«## Tests»\n\n---\n",
      ],
      good: [
        "# Sync\n\nText.\n\n## Rollback\n\nRun `make down`, then restore `app.db.bak`.\n",
        "# Sync\n\n## Rollback: none needed\n\n## Notes\n\nText.\n",
        "# Sync\n\n## Notes\n\n### Cache\n\nText.\n",
        "# Sync\n\nText.\n\n## Schema (unchanged)\n\n## Notes\n\nText.\n",
        "# Sync\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .silent,
        .background: .open,
      ]),
    find: { reading in
      let plan = reading.plan
      guard plan.state != .done else { return [] }
      let taskHeadings = Set(plan.tasks.map(\.block))
      let empty = plan.sections.indices.filter { EmptySections.isEmpty(plan.sections[$0], plan) }
      let outlines = EmptySections.outlineParents(empty, plan)
      return empty.compactMap { index in
        let section = plan.sections[index]
        if taskHeadings.contains(section.heading) || EmptySections.saysItAll(section, plan) {
          return nil
        }
        if EmptySections.isFirstOfFile(index, plan) || section.parent.map(outlines.contains) == true
        {
          return nil
        }
        if EmptySections.opensSeries(index, plan) || EmptySections.mayBeEmpty(section) {
          return nil
        }
        let promised: Set<SectionRole> = [.goal, .acceptance, .tests, .rollback]
        let grave = section.roles.contains {
          !$0.inherited && $0.weight >= 0.8 && promised.contains($0.role)
        }
        return Hit(
          plan.blocks[section.heading].span, "Nothing stands below “\(section.title)”.",
          severity: grave ? .major : nil)
      }
    })
}
