package import CheckModel

/// Fills everything about a plan that stands above its blocks and sections.
///
/// | step | reads | fills |
/// |---|---|---|
/// | commands | blocks | `commands` |
/// | announced roles | blocks | `Block.announces` |
/// | roles, languages | headings, file names, content, commands | `Section.roles`, `Section.language`, `language` |
/// | references | blocks, roles, commands | `references` |
/// | criteria, requirements | blocks, roles, commands | `criteria`, `requirements` |
/// | tasks | all of these | `tasks` |
/// | state, risk | all of these | `state`, `risk` |
///
/// Each step is linear in the plan's bytes, but for searches in sorted places.
package enum PlanContent {
  /// Fills a plan whose files, front matter, blocks and sections are there.
  package static func fill(_ plan: inout Plan) {
    AnnouncedRoles.fill(&plan)
    let bare = BlockIndex(plan)
    plan.commands = CommandFinder.commands(in: plan, bare)
    let roles = RoleClassifier.roles(in: plan, bare)
    let languages = LanguageFinder.languages(in: plan)
    for section in plan.sections.indices {
      plan.sections[section].roles = roles[section]
      plan.sections[section].language = languages.sections[section]
    }
    plan.language = languages.plan

    let index = bare.updated(plan)
    let zones = SectionZones(plan.sections)
    plan.references = ReferenceFinder.references(in: plan, index)
    plan.criteria = CriterionFinder.criteria(in: plan, index, zones)
    plan.requirements = RequirementFinder.requirements(in: plan, index, zones)
    plan.tasks = TaskFinder.tasks(in: plan, index, zones)
    plan.state = StateClassifier.state(of: plan, index)
    plan.risk = RiskDetector.assess(plan, index)
  }
}
