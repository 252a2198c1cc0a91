import CheckModel
import PlanParsing
import Rubrics
import StrictJSON

@testable import ModelReviewers

/// A small rubric, a plan of the tests' own, and a good reply to it that tests then spoil.
enum ReplyFixture {
  static let secret = [UInt8](repeating: 0x2A, count: 32)

  static let rubric = Rubric(
    name: "small", sha256: String(repeating: "ab", count: 32),
    criteria: [
      criterion("goal", lens: .planner, questions: 2),
      criterion("paths", lens: .executor, questions: 2),
      criterion("checks", lens: nil, questions: 1),
    ])

  /// The rubric that is compiled into the program.
  static func defaultRubric() throws -> Rubric {
    guard let rubric = try BuiltinRubrics.rubric("default") else { throw Missing() }
    return rubric
  }

  struct Missing: Error {}

  private static func criterion(_ id: String, lens: Lens?, questions: Int) -> Criterion {
    Criterion(
      id: id, title: "About \(id)", summary: "Whether \(id) are there.", weight: 1,
      highTierWeight: 1,
      lensFactors: lens.map { own in
        Dictionary(uniqueKeysWithValues: Lens.allCases.map { ($0, $0 == own ? 1.5 : 0.75) })
      } ?? [:],
      gate: .never, anchors: [],
      questions: (1...questions).map {
        Question(
          id: "\(id).\($0)", criterion: id, text: "Is part \($0) of the \(id) stated?",
          oftenNotApplicable: $0 == 2)
      })
  }

  static func plan(_ text: String) -> Plan { plan(Array(text.utf8)) }

  static func plan(_ bytes: [UInt8]) -> Plan {
    PlanParser.parse(PlanInput(path: "plans/plan.md", bytes: bytes))
  }

  static func folder(_ files: [(String, String)]) -> Plan {
    PlanParser.parse(
      PlanInput(
        path: "plans/feature", isFolder: true,
        files: files.map {
          .init(path: "plans/feature/\($0.0)", relativePath: $0.0, bytes: Array($0.1.utf8))
        }))
  }

  static let planText = """
    # Trim trailing blanks

    **Goal:** `tidy file.txt` removes trailing blanks from each line.

    ## Tasks

    - [ ] In `src/tidy.c` change `write_line()` to stop at the last non-blank byte.
    - [ ] Run `make check`; expected: `12 passed`.
    """

  /// A reply to the plan above that has no fault, for the planner lens.
  static func reply(
    to plan: Plan = plan(planText), rubric: Rubric = rubric, lens: Lens = .planner
  ) -> JSONValue {
    let nonce = PromptNonce(plan: plan, rubric: rubric, lens: lens, secret: secret)
    return [
      "echo": [
        "nonce": JSONValue(.string(nonce.description)),
        "digest_tail": JSONValue(.string(ReplyEcho.digestTail(of: plan))),
      ],
      "sections_read": ["Trim trailing blanks", "Tasks"],
      "answers": JSONValue(.array(rubric.questions.map { answer($0.id) })),
      "gaps": [gap()],
      "questions": ["Is a line of nothing but blanks kept?"],
      "strongest_objection": "Tabs are not mentioned.",
      "start_now": ["reason": "One blank, one reading.", "answer": true],
      "injection_suspected": [],
      "model": "claude-example-1",
    ]
  }

  static func answer(_ question: String) -> JSONValue {
    [
      "question": JSONValue(.string(question)), "file": 1, "lines": [8],
      "quote": "Run `make check`; expected: `12 passed`.",
      "reason": "Command and result stand there.",
      "answer": "yes",
    ]
  }

  static func gap() -> JSONValue {
    [
      "file": 1, "first_line": 7, "last_line": 7,
      "quote": "stop at the last non-blank byte",
      "problem": "Whether a tab is a blank is not said. Two readings are possible.",
      "consequence": "Tabs stay or go by chance.", "fix": "Write: blanks are space and tab.",
      "kind": "ambiguous", "criterion": "goal", "severity": "minor", "confidence": 75,
    ]
  }

  static func decode(
    _ text: String, plan: Plan = plan(planText), rubric: Rubric = rubric, lens: Lens = .planner
  ) throws(ReviewFailure) -> Reply {
    try ReplyDecoder(plan: plan, rubric: rubric, lens: lens, secret: secret, name: "a.json")
      .decode(Array(text.utf8))
  }

  static func review(_ reply: JSONValue, plan: Plan = plan(planText)) throws -> Review {
    try decode(reply.text(indented: true), plan: plan).review(
      of: plan, seat: .a, lens: .planner,
      reviewer: ReviewerIdentity(name: "answer:a.json", kind: .answer), model: ModelIdentity())
  }
}

extension JSONValue {
  /// The value with one place in it changed; a path is keys and indices: `["answers", "0", "quote"]`.
  func setting(_ path: [String], to value: JSONValue?) -> JSONValue {
    guard let step = path.first else { return value ?? self }
    let rest = Array(path.dropFirst())
    switch content {
    case .object(var members):
      if let index = members.firstIndex(where: { $0.key == step }) {
        if rest.isEmpty, value == nil {
          members.remove(at: index)
        } else {
          members[index].value = members[index].value.setting(rest, to: value)
        }
      } else if let value, rest.isEmpty {
        members.append(JSONMember(key: step, value: value))
      }
      return JSONValue(.object(members))
    case .array(var values):
      guard let index = Int(step) else { return self }
      if rest.isEmpty, value == nil {
        values.remove(at: index)
      } else if index < values.count {
        values[index] = values[index].setting(rest, to: value)
      } else if let value {
        values.append(value)
      }
      return JSONValue(.array(values))
    default: return self
    }
  }
}
