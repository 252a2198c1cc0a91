import CheckModel
import Testing

@testable import Evaluation

@Suite("Mutants that take something away")
struct RemovalTests {
  private static let text = """
    # Refunds

    ## Tasks

    - [ ] T001 [P] Add `load()` to `src/load.ts` (FR-001); run `npm test load`, it prints `4 passed`
    - [ ] T002 [P] Add `save()` to `src/save.ts` (FR-002); run `npm test save`, it prints `5 passed`
    - [ ] T003 `POST /refunds` in `src/routes.ts` answers 201, depends on T002 (FR-003); run `npm test routes`, it \
    prints `6 passed`

    ## Access

    - Visitors without the role `finance` get 403.

    ## Requirements

    - FR-001: The system MUST load refunds.
    - FR-002: The system MUST save refunds.
    - FR-003: The system MUST offer refunds.

    ## Out of scope

    - Other banks.

    ## Rollback

    Drop the database with the release before it.
    """

  private static func text(_ mutation: MutationOperator, _ text: String = text) -> String {
    var choice = SeededChoice("a")
    let mutant = mutation.make(Plans.subject(text).plan, &choice)
    return mutant.map { $0.plan.files[0].source.string(0..<$0.plan.files[0].source.bytes.count) }
      ?? ""
  }

  @Test("a task loses its only path, and no other one does")
  func path() {
    let plan = """
      # Sync

      ## Tasks

      - [ ] Add `load()` to `src/load.ts`
      - [ ] Add `save()` to `src/save.ts`
      - [ ] Print the rest, which nobody has asked for until now, in `src/print.ts`
      """
    let text = Self.text(.dropPath, plan)
    #expect(text.split(separator: "src/").count == 3)
    #expect(text != plan && !text.isEmpty)
  }

  @Test("the task goes that alone names a requirement, with its line")
  func task() {
    let text = Self.text(.deleteTask)
    #expect(text.split(separator: "- [ ]").count == 3)
    #expect(text.contains("## Access"))
  }

  @Test("of two parallel tasks the second gets the file of the first")
  func sharing() {
    let text = Self.text(.shareFile)
    #expect(text.contains("`save()` to `src/load.ts`") && !text.contains("src/save.ts"))
  }

  @Test("a task comes before the one that it depends on")
  func swapping() throws {
    let text = Self.text(.swapTasks)
    let second = try #require(text.firstRange(of: "T002 [P]"))
    let third = try #require(text.firstRange(of: "T003 `POST"))
    #expect(third.lowerBound < second.lowerBound)
  }

  @Test("a command no longer says what comes out, where the others do")
  func outcome() {
    let text = Self.text(.deleteExpected)
    #expect(text.split(separator: "passed").count == 3)
    #expect(Self.text(.deleteOneExpected).isEmpty)
  }

  @Test("the line on access goes where it is the only one, else one of several")
  func access() {
    #expect(!Self.text(.removeAccessLine).contains("403"))
    #expect(Self.text(.removeOneAccessLine).isEmpty)
    let twice = Self.text.replacing("Other banks", with: "Other banks get 403 as well")
    #expect(Self.text(.removeAccessLine, twice).isEmpty)
    #expect(Self.text(.removeOneAccessLine, twice).split(separator: "403").count == 2)
  }

  @Test("limits go as a whole only where nothing else names one")
  func boundaries() {
    let plan = Self.text.replacing("Drop the database", with: "Do not change `src/old.ts`; drop it")
    #expect(Self.text(.deleteNonGoals, plan).isEmpty)
    #expect(!Self.text(.deleteOneBoundary, plan).contains("Other banks"))
    #expect(Self.text(.deleteOneBoundary).isEmpty)
  }

  @Test("two letters of one mention change places where the path is spelled right elsewhere")
  func misspelling() {
    let plan = """
      # Sync

      ## Tasks

      - [ ] Change `src/loading.ts`: add `load()`
      - [ ] Change `src/loading.ts`: add `save()`
      - [ ] Change `src/loading.ts`: add `print()`
      """
    let text = Self.text(.misspellPath, plan)
    #expect(text.split(separator: "src/loading.ts").count == 3)
    #expect(text.count == plan.count)
  }

  @Test("a fence at the end of a task destroys")
  func fence() {
    let plan =
      "# Sync\n\n### Task 1: Load\n\nIn `src/load.ts`.\n\n### Task 2: Save\n\nIn `src/save.ts`.\n"
    #expect(Self.text(.addDestructiveFence, plan).contains("```sh\n"))
  }
}
