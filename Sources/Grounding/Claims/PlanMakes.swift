import CheckModel

/// The code names that a plan brings itself, so that nothing existing can be wrong about them.
struct PlanMakes {
  private var names: Set<[UInt8]> = []

  private static let making: Set<String> = [
    "add", "adds", "added", "adding", "create", "creates", "creating", "created", "define",
    "defines", "declare", "declares", "implement", "implements", "introduce", "introduces",
    "extract", "extracts", "export", "new", "named", "called", "name", "produce", "produces",
    "scaffold", "write", "writes", "build", "becomes", "become", "gets", "get", "gains", "to",
    "second", "another", "insert", "register", "provide", "provides", "generate",
  ]

  init(_ plan: Plan, _ statements: [Statement]) {
    let commands = SpanIndex(plan.commands.map(\.span))
    for block in plan.blocks where block.isCode && !commands.holds(block.content) {
      names.formUnion(
        Self.identifiers(plan.files[block.content.file].source.bytes[block.content.range]))
    }
    // "today `a` defines `b`" brings nothing
    for statement in statements where !statement.has(ClaimReader.nowWords) {
      let bytes = plan.files[statement.file].source.bytes
      var isMaking = false
      var distance = 0
      for part in statement.parts {
        switch part {
        case .word(let text, _):
          if Self.making.contains(text) {
            isMaking = true
            distance = 0
          } else {
            distance += 1
            // "add tests for the part of `a` that …" makes no `a`
            if distance > 3 { isMaking = false }
          }
        case .code(let range):
          if isMaking { names.formUnion(Self.identifiers(bytes[range])) }
        case .mark(let byte):
          // a list goes on behind a comma
          if byte != 0x2C, byte != 0x28 { isMaking = isMaking && byte == 0x3A }
        }
      }
    }
  }

  func holds(_ name: [UInt8]) -> Bool { names.contains(name) }

  /// The words of a piece of code that can be names.
  private static func identifiers(_ code: ArraySlice<UInt8>) -> [[UInt8]] {
    code.split {
      !($0 == 0x5F || 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 >= 0x80)
    }
    .filter { $0.count >= 2 }.map(Array.init)
  }
}
