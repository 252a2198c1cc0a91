import CheckModel
import Threads

/// Finds the file that a block of code says it belongs to: `// src/list.ts` in its first lines.
enum FenceNames {
  private static let firstLines = 3
  private static let marks: [[UInt8]] = ["//", "#", "--", "/*", "<!--", ";", "%"].map {
    Array($0.utf8)
  }

  /// The fences that name their file, in document order.
  static func places(in reading: PlanReading) -> UnitPlaces {
    reading.lazyNamedFences.value { places(in: reading.plan) }
  }

  private static func places(in plan: Plan) -> UnitPlaces {
    UnitPlaces(
      plan.blocks.filter { block in
        guard block.isFence else { return false }
        let bytes = plan.files[block.span.file].source.bytes
        return CodeLines.ranges(of: block.content.range, in: bytes).prefix(firstLines).contains {
          isRemark(bytes[$0])
            && bytes[$0].split(whereSeparator: \.isBlank).contains(where: isFile)
        }
      }.map(\.span).sorted())
  }

  private static func isRemark(_ line: ArraySlice<UInt8>) -> Bool {
    marks.contains { line.starts(with: $0) }
  }

  /// `list.ts`, `src/list.ts:12`: a name, a dot and an ending of letters.
  private static func isFile(_ word: ArraySlice<UInt8>) -> Bool {
    let name = word.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ",") }
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), name[..<dot].count >= 2 else {
      return false
    }
    let ending = name[(dot + 1)...]
    return (1...5).contains(ending.count) && ending.allSatisfy(\.isAlphanumeric)
      && ending.contains(where: \.isLetter)
      && name[..<dot].allSatisfy {
        $0.isAlphanumeric || [0x2F, 0x5F, 0x2D, 0x2E, 0x40, 0x5B, 0x5D].contains($0)
      }
  }
}
