import CheckModel

/// Gives each section its weighted roles: from the heading's words, else from its content, its parent and
/// its file's name; a section that nothing speaks for is a `topic`.
struct RoleClassifier {
  /// What an unnamed section takes over from the section around it.
  static let inheritance = 0.8

  /// Made once for all plans: building the tables costs as much as a small plan.
  static let headings = HeadingRoles()
  private let signs: [ContentSigns]
  private let plan: Plan
  private let fileRoles: [SectionRole?]
  private let titles: [HeadingWords]
  private let documentTitles: Set<Int>
  private var known: [String: (roles: [WeightedRole], kind: NumberedHeading.Kind?)] = [:]

  /// The roles of all sections, in their order; `plan.commands` is filled already.
  static func roles(in plan: Plan, _ index: BlockIndex) -> [[WeightedRole]] {
    var classifier = RoleClassifier(plan, index)
    var roles: [[WeightedRole]] = []
    roles.reserveCapacity(plan.sections.count)
    for section in plan.sections.indices {
      roles.append(classifier.roles(of: section, parents: roles))
    }
    return roles
  }

  private init(_ plan: Plan, _ index: BlockIndex) {
    self.plan = plan
    signs = ContentSigns.all(in: plan, index)
    fileRoles = plan.files.map { FileRoles.role(of: $0.path) }
    titles = index.titles
    documentTitles = Self.documentTitles(plan)
  }

  /// Each file's title: its first section, when no other has that level.
  private static func documentTitles(_ plan: Plan) -> Set<Int> {
    var first: [Int: Int] = [:]
    var topLevel: [Int: Int] = [:]
    for (number, section) in plan.sections.enumerated() where section.level == 1 {
      guard plan.blocks[section.heading].kind.isHeading else { continue }
      let file = section.span.file
      if first[file] == nil { first[file] = number }
      topLevel[file, default: 0] += 1
    }
    return Set(first.filter { topLevel[$0.key] == 1 }.values)
  }

  private mutating func roles(of section: Int, parents: [[WeightedRole]]) -> [WeightedRole] {
    let value = plan.sections[section]
    let parent = value.parent.flatMap { $0 < parents.count ? parents[$0] : nil } ?? []
    if isAboutDocument(value, parent) {
      return [WeightedRole(role: .metadata, weight: 0.9, inherited: true)]
    }
    let isLabel = !plan.blocks[value.heading].kind.isHeading
    let (own, kind) = ownRoles(of: section, isLabel: isLabel)
    if documentTitles.contains(section) { return title(own, file: value.span.file) }
    // one last word that happens to be known weighs less than what stands around it
    if (own.first?.weight ?? 0) <= HeadingRoles.Weight.ending + 0.001 {
      return unnamed(section, parent, guess: own)
    }
    let roles = settled(own, signs[section], kind, isLabel: isLabel)
    return withColour(of: parent, to: withWork(of: parent, to: roles, section, kind))
  }

  /// Below a heading for checklists that judge the document everything does.
  private func isAboutDocument(_ section: Section, _ parent: [WeightedRole]) -> Bool {
    guard let above = section.parent, plan.blocks[plan.sections[above].heading].kind.isHeading
    else {
      return fileRoles[section.span.file] == .metadata
    }
    return parent.first.map { $0.role == .metadata && $0.weight >= 0.9 } ?? false
  }

  private mutating func ownRoles(
    of section: Int, isLabel: Bool
  ) -> (roles: [WeightedRole], kind: NumberedHeading.Kind?) {
    let words = titles[section]
    if isLabel, let roles = HeadingRoles.labels[words.words], isShort(section, roles) {
      return (roles.map { WeightedRole(role: $0, weight: 1) }, nil)
    }
    if let found = known[words.words] { return found }
    let found = (Self.headings.roles(of: words), words.kind?.kind)
    known[words.words] = found
    return found
  }

  /// `**Issue:** #12` is about the document, `**Issue:** two sentences` is a problem.
  private func isShort(_ section: Int, _ roles: [SectionRole]) -> Bool {
    guard roles == [.metadata], HeadingRoles.openLabels.contains(titles[section].words) else {
      return true
    }
    let label = plan.blocks[plan.sections[section].heading]
    let bytes = plan.files[label.span.file].source.bytes
    let title = label.content.range.lowerBound + plan.sections[section].title.utf8.count + 5
    let text = bytes.trimmed(title..<max(title, plan.sections[section].span.range.upperBound))
    guard let first = text.first.map({ bytes[$0] }), text.count >= 20 else { return true }
    let isID =
      IdentifierScanner.identifier(bytes, at: text.lowerBound, before: text.upperBound) != nil
    let opensLink = first == ASCII.hash || first == ASCII.leftBracket || first == ASCII.less
    return isID || opensLink || bytes.holds("http", at: text.lowerBound)
  }

  /// A document's title is its subject; what it says about the kind of document colours unnamed sections.
  private func title(_ own: [WeightedRole], file: Int) -> [WeightedRole] {
    var roles = own.map { WeightedRole(role: $0.role, weight: $0.weight * 0.5) }
    if let role = fileRoles[file], !roles.contains(where: { $0.role == role }) {
      roles.append(WeightedRole(role: role, weight: FileRoles.weight))
    }
    roles.append(WeightedRole(role: .topic, weight: 0.8))
    return roles.sorted(by: WeightedRole.comesFirst)
  }

  /// Content, parent and file name together, with what the heading's last word suggests.
  private func unnamed(
    _ section: Int, _ parent: [WeightedRole], guess: [WeightedRole]
  ) -> [WeightedRole] {
    var roles = signs[section].roles
    func add(_ role: WeightedRole) {
      guard let place = roles.firstIndex(where: { $0.role == role.role }) else {
        return roles.append(role)
      }
      if roles[place].weight < role.weight { roles[place] = role }
    }
    for role in guess { add(role) }
    for role in parent where role.role != .topic && role.role != .metadata {
      // what follows below a summary is no summary any more
      let isPassage = role.role == .goal || role.role == .problem
      let weight = role.weight * (isPassage ? Self.inheritance / 2 : Self.inheritance)
      if weight >= 0.25 { add(WeightedRole(role: role.role, weight: weight, inherited: true)) }
    }
    if let role = fileRoles[plan.sections[section].span.file], role != .metadata {
      add(WeightedRole(role: role, weight: FileRoles.weight, inherited: true))
    }
    if (roles.map(\.weight).max() ?? 0) < 0.5 { add(WeightedRole(role: .topic, weight: 0.5)) }
    return roles.sorted(by: WeightedRole.comesFirst)
  }

  /// Lets the content choose between the readings of an ambiguous heading.
  private func settled(
    _ own: [WeightedRole], _ signs: ContentSigns, _ kind: NumberedHeading.Kind?, isLabel: Bool
  ) -> [WeightedRole] {
    if let kind { return settled(own, signs, kind) }
    var roles = own
    func shift(_ role: SectionRole, _ amount: Double) {
      guard let place = roles.firstIndex(where: { $0.role == role }) else { return }
      roles[place].weight = min(1, max(0.1, roles[place].weight + amount))
    }
    func has(_ role: SectionRole) -> Bool { own.contains { $0.role == role } }
    if has(.tests), has(.acceptance) {
      shift(signs.checks > 0 ? .tests : .acceptance, 0.25)
    }
    if has(.tasks), has(.acceptance) {
      shift(signs.imperativeItems * 2 >= max(1, signs.items) ? .tasks : .acceptance, 0.3)
    }
    if has(.tasks), has(.design) {
      let isWork = signs.checkboxes > 0 || signs.orderedItems > 0
      shift(.tasks, isWork ? 0.2 : -0.2)
      shift(.design, isWork ? -0.2 : 0.2)
    }
    if has(.files), has(.risks) { shift(signs.pathItems > 0 ? .files : .risks, 0.3) }
    if has(.progress), has(.metadata) {
      shift(signs.items + signs.blocks > 1 ? .progress : .metadata, 0.3)
    }
    if signs.scenarios > 1, !has(.acceptance) {
      roles.append(WeightedRole(role: .acceptance, weight: 0.5))
    }
    // steps that follow a label are not what it names
    if signs.checkboxes > 1, !isLabel, !has(.tasks), !has(.acceptance), !has(.metadata),
      !has(.tests)
    {
      roles.append(WeightedRole(role: .tasks, weight: 0.5))
    }
    return roles.sorted(by: WeightedRole.comesFirst)
  }

  /// A scenario told in prose explains; only conditions and results make it a criterion.
  private func settled(
    _ own: [WeightedRole], _ signs: ContentSigns, _ kind: NumberedHeading.Kind
  ) -> [WeightedRole] {
    guard kind == .scenario, signs.scenarios == 0, signs.shalls == 0 else { return own }
    return own.map {
      WeightedRole(role: $0.role, weight: $0.role == .acceptance ? 0.4 : $0.weight)
    }.sorted(by: WeightedRole.comesFirst)
  }

  /// `### 1. Types` below `Changes required` is a piece of work about types.
  private func withWork(
    of parent: [WeightedRole], to own: [WeightedRole], _ section: Int,
    _ kind: NumberedHeading.Kind?
  ) -> [WeightedRole] {
    guard kind == nil, titles[section].number != nil, let above = parent.first,
      above.role == .tasks, above.weight >= 0.8, !own.contains(where: { $0.role == .tasks })
    else { return own }
    let work = WeightedRole(
      role: .tasks, weight: above.weight * Self.inheritance, inherited: true)
    return (own + [work]).sorted(by: WeightedRole.comesFirst)
  }

  /// Whatever stands below an excluded, rejected, postponed or finished part is so too.
  private func withColour(of parent: [WeightedRole], to own: [WeightedRole]) -> [WeightedRole] {
    var roles = own
    for role in parent where [.outOfScope, .alternatives, .future, .progress].contains(role.role) {
      guard role.weight >= 0.5, !own.contains(where: { $0.role == role.role }) else { continue }
      roles.append(WeightedRole(role: role.role, weight: role.weight * 0.5, inherited: true))
    }
    return roles.sorted(by: WeightedRole.comesFirst)
  }
}
