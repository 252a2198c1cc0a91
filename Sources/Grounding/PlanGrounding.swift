package import CheckModel

/// A plan whose references say whether the working tree has what they name.
package struct GroundedPlan: Sendable {
  package var plan: Plan
  /// What could not be looked up, and why.
  package var diagnostics: [Diagnostic]

  package init(plan: Plan, diagnostics: [Diagnostic]) {
    self.plan = plan
    self.diagnostics = diagnostics
  }
}

/// Looks up in a working tree what a plan names.
///
/// Nothing in it fails: what cannot be looked up stays `unknown`.
package struct PlanGrounding {
  private let files: RepositoryFiles
  private let planFolder: String?

  /// - Parameters:
  ///   - files: of the working tree.
  ///   - planFolder: the folder of the plan, or the plan itself when it is one, relative to the top; nil when the plan
  ///     lies elsewhere.
  package init(files: RepositoryFiles, planFolder: String?) {
    self.files = files
    self.planFolder = planFolder
  }

  /// The plan with the states, suggestions and facts that the tree gives its references.
  package func grounded(_ plan: Plan) -> GroundedPlan {
    let paths = PathStates(plan, files, bases: bases(of: plan)) { folder(of: $0, in: plan) }
    guard paths.isAbout else {
      return GroundedPlan(
        plan: plan,
        diagnostics: [
          Diagnostic(
            code: "other-repository",
            message:
              "\(plan.path): the repository has \(paths.known) of the \(paths.wanted) paths that the plan expects "
              + "there, so the plan is taken to be about another one, and nothing in it is looked up; name that one "
              + "with '--repo'")
        ])
    }
    var grounded = plan
    paths.fill(&grounded)
    LineCounts(files).fill(&grounded, at: paths.places)
    // without a path in common the plan may be about anything
    if paths.areShared {
      var commands = CommandStates(files)
      commands.fill(&grounded)
      SymbolStates(files).fill(&grounded, at: paths.places)
      grounded.falseClaims = ClaimCheck.falseClaims(in: grounded, files, at: paths.places)
    }
    var diagnostics = files.isCut ? [cut(plan)] : []
    if let done = DoneWork.count(in: grounded) {
      grounded.state = .done
      diagnostics.append(
        Diagnostic(
          code: "done-work",
          message:
            "\(plan.path): all \(done) files that the plan creates are in the repository already, "
            + "so it is taken to be finished"))
    }
    return GroundedPlan(plan: grounded, diagnostics: diagnostics)
  }

  private func cut(_ plan: Plan) -> Diagnostic {
    Diagnostic(
      code: "large-repository",
      message:
        "\(plan.path): only the first \(RepositoryFiles.limit) files of the repository are looked at, "
        + "so no path is said to be missing")
  }

  /// Where paths of the plan may start: its own folders upward, and what it names as their start.
  private func bases(of plan: Plan) -> [String] {
    var bases: [String] = PathLookUp.declaredRoot(in: plan, files)
    var here = planFolder ?? ""
    while !here.isEmpty {
      bases.append(here)
      here = RepositoryFiles.parts(of: here).folder
    }
    return bases
  }

  /// The folder of a file of the plan, relative to the top; nil outside of the tree.
  private func folder(of file: Int, in plan: Plan) -> String? {
    guard let planFolder, plan.isFolder else { return planFolder }
    let top = plan.path.hasSuffix("/") ? plan.path : plan.path + "/"
    let path = plan.files[file].path
    guard path.hasPrefix(top) else { return planFolder }
    let below = RepositoryFiles.parts(of: String(path.dropFirst(top.count))).folder
    return PathLookUp.joined(planFolder, below)
  }
}
