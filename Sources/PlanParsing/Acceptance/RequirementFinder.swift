import CheckModel

/// Finds what the result must do: requirement headings, items with ids, SHALL and MUST sentences; and ties
/// to each the criteria that stand below it or name it.
struct RequirementFinder {
  private let plan: Plan
  private let index: BlockIndex
  private let zones: SectionZones
  private var found: [Requirement] = []

  /// The plan's requirements in document order; criteria are found already.
  static func requirements(
    in plan: Plan, _ index: BlockIndex, _ zones: SectionZones
  ) -> [Requirement] {
    var finder = RequirementFinder(plan: plan, index: index, zones: zones)
    finder.readHeadings()
    finder.readBlocks()
    finder.found.sort { $0.span < $1.span }
    finder.tieCriteria()
    return finder.found
  }

  private init(plan: Plan, index: BlockIndex, zones: SectionZones) {
    self.plan = plan
    self.index = index
    self.zones = zones
  }

  /// `Requirement 3: …`, `Requirement: …`, `FR-004 …`; and below a numbered one its numbered criteria, which
  /// tasks name as `3.2`.
  private mutating func readHeadings() {
    for (number, section) in plan.sections.enumerated() {
      let bytes = index.bytes(section.heading)
      let content = index.blocks[section.heading].content.range
      if let kind = index.titles[number].kind, kind.kind == .requirement {
        let id = kind.number.map { Self.written(section.title, through: $0) }
        found.append(Requirement(id: id, span: section.span, section: number))
        if let own = kind.number { readNumberedCriteria(own, below: number) }
      } else if let id = leadingID(bytes, content, number) {
        found.append(Requirement(id: id, span: section.span, section: number))
      }
    }
  }

  /// The title up to its number, as the author wrote it.
  private static func written(_ title: String, through number: String) -> String {
    let bytes = Array(title.utf8)
    let wanted = Array(number.utf8)
    guard !wanted.isEmpty, wanted.count <= bytes.count else { return title }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      return String(decoding: bytes[..<(start + wanted.count)], as: UTF8.self)
    }
    return title
  }

  private mutating func readNumberedCriteria(_ number: String, below section: Int) {
    for block in index.blocks(of: section) {
      guard let item = index.blocks[block].kind.item, item.checkbox == nil,
        let list = index.blocks[block].parent, index.blocks[list].parent == nil,
        zones.zone(index.blocks[block].section) == .acceptance,
        let digit = item.marker.first, digit.isNumber
      else { continue }
      let ordinal = item.marker.prefix { $0.isNumber }
      found.append(
        Requirement(
          id: "\(number).\(ordinal)", span: index.blocks[block].span,
          section: index.blocks[block].section))
    }
  }

  private mutating func readBlocks() {
    // sentences below a requirement heading are its own words
    let headed = found.map(\.span).sorted()
    var next = 0
    var reach: Span?
    var block = 0
    while block < index.blocks.count {
      let value = index.blocks[block]
      while next < headed.count, !(value.span < headed[next]) {
        if reach.map({ !$0.contains(headed[next]) }) ?? true { reach = headed[next] }
        next += 1
      }
      if reach.map({ $0.contains(value.span) }) ?? false {
        block += 1
        continue
      }
      block = read(block)
    }
  }

  private mutating func read(_ block: Int) -> Int {
    let value = index.blocks[block]
    guard zones.zone(value.section) != .neither else { return block + 1 }
    let bytes = index.bytes(block)
    switch value.kind {
    case .item:
      guard let lead = index.lead(block) else { return block + 1 }
      let text = index.blocks[lead].content.range
      // a task that names a requirement does not define it
      let id = value.kind.item?.checkbox == nil ? leadingID(bytes, text, value.section) : nil
      guard id != nil || Self.binds(bytes, text) else { return lead + 1 }
      add(id, value.span, value.section)
      return index.after(block)
    case .paragraph, .label:
      let id = leadingID(bytes, value.content.range, value.section)
      guard id != nil || Self.binds(bytes, value.content.range) else { return block + 1 }
      add(id, value.span, value.section)
    case .tableRow(false, let cells):
      guard let first = cells.first(where: { !$0.isEmpty }),
        let id = leadingID(bytes, first, value.section)
      else { return block + 1 }
      add(id, value.span, value.section)
    default: break
    }
    return block + 1
  }

  private mutating func add(_ id: String?, _ span: Span, _ section: Int?) {
    found.append(Requirement(id: id, span: span, section: section))
  }

  /// The requirement id that a text starts with, behind marks.
  private func leadingID(_ bytes: [UInt8], _ range: Range<Int>, _ section: Int?) -> String? {
    var offset = range.lowerBound
    while offset < range.upperBound,
      ASCII.isSpace(bytes[offset])
        || [ASCII.star, ASCII.leftBracket, ASCII.backtick].contains(bytes[offset])
    { offset += 1 }
    guard let range = IdentifierScanner.identifier(bytes, at: offset, before: range.upperBound)
    else {
      return nil
    }
    let id = bytes.text(range)
    if IdentifierScanner.namesRequirement(id) { return id }
    let isRequirements = section.map { plan.sections[$0].weight(of: .requirements) >= 0.7 } ?? false
    return isRequirements ? id : nil
  }

  /// A sentence with SHALL, or with MUST or REQUIRED in capitals.
  private static func binds(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var binds = false
    Modal.table.scan(bytes, range) { match in
      binds = (match.value == .shall || match.value == .must) && Modal.isWritten(match, in: bytes)
      return !binds
    }
    return binds
  }

  // MARK: Criteria

  private mutating func tieCriteria() {
    var byID: [String: Int] = [:]
    for (number, requirement) in found.enumerated() {
      if let id = requirement.id, byID[id] == nil { byID[id] = number }
    }
    let named = namedCriteria(byID)
    let starts = plan.criteria.map { ($0.span.file, $0.span.range.lowerBound) }
    for number in found.indices {
      let span = found[number].span
      let first = starts.partition { $0 < (span.file, span.range.lowerBound) }
      let end = starts.partition { $0 < (span.file, span.range.upperBound) }
      let below = first..<max(first, end)
      let more = (named[number] ?? []).filter { !below.contains($0) }
      found[number].criteria = Array(below) + more
    }
  }

  /// The criteria that name each requirement's id.
  private func namedCriteria(_ byID: [String: Int]) -> [Int: [Int]] {
    guard !byID.isEmpty else { return [:] }
    var named: [Int: [Int]] = [:]
    for (number, criterion) in plan.criteria.enumerated() {
      let bytes = index.bytes(of: criterion.span.file)
      IdentifierScanner.scan(bytes, criterion.span.range) { range in
        if let requirement = byID[bytes.text(range)], named[requirement]?.last != number {
          named[requirement, default: []].append(number)
        }
      }
    }
    return named
  }
}
