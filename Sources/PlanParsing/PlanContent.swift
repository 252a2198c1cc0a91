package import CheckModel
import Threads

/// Fills everything about a plan that stands above its blocks and sections.
///
/// | step | reads | fills |
/// |---|---|---|
/// | announced roles | blocks | `Block.announces` |
/// | commands, roles | headings, file names, content | `commands`, `Section.roles` |
/// | languages | blocks | `Section.language`, `language` |
/// | references | blocks, roles, commands | `references` |
/// | criteria, requirements | blocks, roles, commands | `criteria`, `requirements` |
/// | tasks | all of these | `tasks` |
/// | state, risk | all of these | `state`, `risk` |
///
/// Each step is linear in the plan's bytes, but for searches in sorted places. What does not read each other's
/// is made side by side.
package enum PlanContent {
  /// Fills a plan whose files, front matter, blocks and sections are there.
  package static func fill(_ plan: inout Plan) {
    AnnouncedRoles.fill(&plan)
    let bare = BlockIndex(plan)
    let (work, languages) = SideBySide.make(
      { [plan] in commandsAndRoles(of: plan, bare) },
      { [plan] in LanguageFinder.languages(in: plan) })
    plan.commands = work.commands
    for section in plan.sections.indices {
      plan.sections[section].roles = work.roles[section]
      plan.sections[section].language = languages.sections[section]
    }
    plan.language = languages.plan

    let index = bare.updated(plan)
    let zones = SectionZones(plan.sections)
    let (references, asked) = SideBySide.make(
      { [plan] in ReferenceFinder.references(in: plan, index) },
      { [plan] in criteriaAndRequirements(of: plan, index, zones) })
    plan.references = references
    plan.criteria = asked.criteria
    plan.requirements = asked.requirements

    let (tasks, risk) = SideBySide.make(
      { [plan] in TaskFinder.tasks(in: plan, index, zones) },
      { [plan] in RiskDetector(reading: plan, index) })
    plan.tasks = tasks
    plan.state = StateClassifier.state(of: plan, index)
    plan.risk = risk.assessment(with: plan)
  }

  private static func commandsAndRoles(
    of plan: Plan, _ index: BlockIndex
  ) -> (commands: [PlanCommand], roles: [[WeightedRole]]) {
    var plan = plan
    plan.commands = CommandFinder.commands(in: plan, index)
    return (plan.commands, RoleClassifier.roles(in: plan, index))
  }

  private static func criteriaAndRequirements(
    of plan: Plan, _ index: BlockIndex, _ zones: SectionZones
  ) -> (criteria: [AcceptanceCriterion], requirements: [Requirement]) {
    var plan = plan
    plan.criteria = CriterionFinder.criteria(in: plan, index, zones)
    return (plan.criteria, RequirementFinder.requirements(in: plan, index, zones))
  }
}
