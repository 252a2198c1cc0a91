import Foundation
import Testing

@Suite("Configs from a commit")
struct ConfigFromTests {
  private static let git =
    "git -c user.name=a -c user.email=a@example.com -c init.defaultBranch=main -C repo"

  private func committed(_ config: String) throws -> ConfiguredPlace {
    let place = try ConfiguredPlace()
    try place.project(config)
    let run = try place.shell(
      "rm -r repo/.git; \(Self.git) init -q; \(Self.git) add .; \(Self.git) commit -qm one")
    #expect(run.code == 0, "\(run.errors)")
    return place
  }

  @Test("the commit that a person names counts, and not what lies in the tree")
  func counts() throws {
    let place = try committed(
      "policy: { low: { go: 52, eachAtLeast: 40 }, normal: { go: 52, eachAtLeast: 40 } }")
    try place.project("rules: { secret-in-plan: off }\nunknown: 1\n")
    for ref in ["main", "HEAD", "main~0", "@"] {
      let run = try place.shell("\(ConfiguredPlace.run) -f json --config-from '\(ref)'")
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.output.contains("\"go\": 52.00"))
    }
    let without = try committed("").shell(
      "rm repo/.speccheck.yml; \(Self.git) commit -qam two; echo 'a: b' > repo/.speccheck.yml; "
        + "\(ConfiguredPlace.run) --config-from main")
    #expect(without.code == 0, "\(without.errors)")
  }

  @Test(
    "refs that are none are refused and start nothing",
    arguments: [
      "nowhere", "--upload-pack=touch ran", "-c core.pager=touch", "main:plan.md", "main plan",
      "main^{tree}",
      "HEAD:.", "", "@{-1}", "\n",
    ])
  func refs(ref: String) throws {
    let place = try committed("rules: {}")
    let run = try place.shell("\(ConfiguredPlace.run) --config-from='\(ref)'")
    #expect(run.code == 2)
    #expect(try place.isUntouched())
  }

  @Test("the repository's own settings, hooks and filters run nothing")
  func settings() throws {
    let place = try committed("policy: { farApart: 14 }")
    let touch = "touch \(place.place.plans.path)/ran"
    let run = try place.shell(
      """
      for name in core.fsmonitor core.pager core.sshCommand core.editor diff.external core.gitProxy \
        filter.x.smudge filter.x.clean diff.x.textconv alias.ls-tree alias.cat-file credential.helper \
        uploadpack.packObjectsHook gpg.program; do \(Self.git) config "$name" '\(touch)'; done
      \(Self.git) config core.hooksPath "$PWD/hooks"; mkdir hooks
      for hook in post-checkout pre-commit post-index-change fsmonitor-watchman reference-transaction; do
        printf '#!/bin/sh\\n\(touch)\\n' > hooks/$hook; chmod +x hooks/$hook; done
      printf '* filter=x diff=x\\n' > repo/.git/info/attributes
      printf '#!/bin/sh\\n\(touch)\\n' > repo/git; chmod +x repo/git
      export PATH="$PWD/repo:repo:.:$PATH" GIT_EXTERNAL_DIFF='\(touch)' GIT_PAGER='\(touch)' GIT_DIR=/nowhere
      \(ConfiguredPlace.run) --config-from main
      """)
    #expect(run.code == 0, "\(run.errors)")
    #expect(try place.isUntouched())
  }

  @Test("without a repository, or beside a config in the tree, it is wrong usage")
  func usage() throws {
    let place = try committed("rules: {}")
    for line in [
      "speccheck reply-A.json --config-from main", "speccheck - --config-from main < repo/plan.md",
      "cd repo; speccheck plan.md --config-from main --config .speccheck.yml",
      "cd repo; speccheck plan.md --config-from main --no-config",
      "cd repo; speccheck plan.md --config missing.yml",
    ] {
      #expect(try place.shell(line).code == 2, "\(line)")
    }
  }
}
