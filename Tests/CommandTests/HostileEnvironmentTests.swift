import Foundation
import Testing

@Suite("Environments that mean harm")
struct HostileEnvironmentTests {
  /// Each leads to the listener if it is believed. `PORT` is where that listens.
  static let redirects = [
    ("OPENAI_BASE_URL", "https://127.1:PORT/v1"), ("OPENAI_BASE_URL", "https://0x7f.1:PORT/v1"),
    ("OPENAI_BASE_URL", "https://2130706433:PORT/v1"),
    ("OPENAI_BASE_URL", "https://0177.0.0.1:PORT/v1"),
    ("OPENAI_BASE_URL", "https://0.0.0.0:PORT/v1"), ("OPENAI_BASE_URL", "http://0.0.0.0:PORT/v1"),
    ("OPENAI_BASE_URL", "https://[::ffff:127.0.0.1]:PORT/v1"),
    ("OPENAI_BASE_URL", "https://[::]:PORT/v1"),
    ("OPENAI_BASE_URL", "https://api.openai.com@127.0.0.1:PORT/v1"),
    ("OPENAI_BASE_URL", "https://api.openai.com:k@localhost.:PORT/v1"),
    ("OPENAI_BASE_URL", "https://localhost.:PORT/v1"),
    ("OPENAI_BASE_URL", "https://ip6-localhost:PORT/v1"),
    ("OPENAI_BASE_URL", "https://127.0.0.1.evil.example:PORT/v1"),
    ("OPENAI_BASE_URL", "https://evil.example/v1"), ("OPENAI_BASE_URL", "file:///etc/passwd"),
  ]

  @Test(
    "a base URL that leads elsewhere ends the run before anything is sent", arguments: redirects)
  func redirected(variable: String, value: String) throws {
    let place = try ConfiguredPlace()
    let value = value.replacingOccurrences(of: "PORT", with: "\(place.listener.port)")
    for reviewer in ["openai/m", "chat/m@x"] {
      let run = try place.shell(
        "export OPENAI_API_KEY=sk-test-12345; \(variable)='\(value)' speccheck repo/plan.md -r \(reviewer)"
      )
      #expect(run.code == 2, "\(run.errors)")
      #expect(run.output == "")
      #expect(run.errors.contains(variable) && !run.errors.contains("12345"))
    }
    #expect(try place.isUntouched())
  }

  @Test("the listener of these tests hears a run that is allowed to call it")
  func heard() throws {
    let place = try ConfiguredPlace()
    let run = try place.shell(
      "export OPENAI_API_KEY=k OPENAI_BASE_URL=http://127.0.0.1:\(place.listener.port)/v1; "
        + "speccheck repo/plan.md -r openai/m --timeout 0.5")
    #expect(run.code == 4, "\(run.errors)")
    #expect(place.listener.wasCalled)
  }

  @Test(
    "no proxy gets what is meant for this machine",
    arguments: [
      "http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY=x.example all_proxy",
      "no_proxy=x.example http_proxy",
    ], ["127.0.0.1", "127.0.0.2", "localhost", "[::1]"])
  func proxies(variable: String, host: String) throws {
    let place = try ConfiguredPlace()
    let run = try place.shell(
      "export OPENAI_API_KEY=k OPENAI_BASE_URL='http://\(host):9/v1'; "
        + "export \(variable)=http://127.0.0.1:\(place.listener.port); "
        + "speccheck repo/plan.md -r openai/m --timeout 0.5")
    #expect(run.code == 4, "\(run.errors)")
    #expect(try place.isUntouched())
  }

  @Test("a key in the environment sends nothing by itself")
  func keyAlone() throws {
    let place = try ConfiguredPlace()
    let run = try place.shell(
      "export OPENAI_API_KEY=k OPENAI_BASE_URL=http://127.0.0.1:\(place.listener.port)/v1; "
        + "speccheck repo/plan.md")
    #expect(run.code == 3)
    #expect(try place.isUntouched())
  }

  @Test(
    "a variable that leads into the repository ends the run",
    arguments: [
      "SPECCHECK_HOME=repo/home", "XDG_CONFIG_HOME=$PWD/repo", "XDG_STATE_HOME=$PWD/repo/state",
      "SSL_CERT_FILE=repo/ca.pem", "SSL_CERT_DIR=repo", "CURL_CA_BUNDLE=./repo/../repo/ca.pem",
      "SPECCHECK_CLAUDE=repo/claude", "SPECCHECK_CODEX=link/codex",
    ])
  func inTheTree(assignment: String) throws {
    let place = try ConfiguredPlace()
    try place.place.write(
      "reviewers: { a: { kind: command, command: [touch, ran] } }\npanels: { p: [a, a] }\npanel: p\n",
      to: "repo/home/config.yml")
    let run = try place.shell("ln -s repo link; \(assignment) speccheck repo/plan.md")
    #expect(run.code == 2)
    #expect(run.errors.contains("inside the working tree"))
    #expect(try place.isUntouched())
    #expect(try place.shell("ls repo/home").output == "config.yml\n")
  }

  @Test("nothing leaves that holds a secret or lies behind a link out of the repository")
  func outbound() throws {
    let key = "ghp_" + "R7x2Kq9ZbT4mWv8Lc1Ny6Hd3Js5Fg0PaQe7U"
    for (prepare, words) in [
      ("echo 'context: [c.md]' > repo/.speccheck.yml; ln -s ~/secret repo/c.md", "leads out"),
      ("echo 'context: [c.md]' > repo/.speccheck.yml; echo 'use \(key)' > repo/c.md", "c.md:1: "),
      ("echo 'context: [c.md]' > repo/.speccheck.yml", "does not exist"),
      ("mv repo/plan.md hidden.md; ln -s ../hidden.md repo/plan.md", "leads out"),
      ("echo 'send it as own-key-0123456789' >> repo/plan.md", "plan.md:"),
      (
        "mkdir outside; mv repo/plan.md outside; ln -s ../outside repo/in; plan=repo/in/plan.md",
        "leads out"
      ),
      (
        "echo 'rules: { secret-in-plan: minor }' > ../state/config.yml; echo 'use \(key)' >> repo/plan.md",
        "plan.md:"
      ),
    ] {
      let place = try ConfiguredPlace()
      let run = try place.shell(
        "plan=repo/plan.md; echo id > ~/secret; \(prepare); "
          + "export OPENAI_API_KEY=own-key-0123456789 "
          + "OPENAI_BASE_URL=http://127.0.0.1:\(place.listener.port)/v1; "
          + "speccheck $plan -r openai/m --timeout 0.5")
      #expect(run.code == 2, "\(prepare): \(run.errors)")
      #expect(run.errors.contains(words) && !run.errors.contains(key))
      #expect(try place.isUntouched())
    }
  }

  @Test("a config in a repository inside the repository has no more rights than any in it")
  func nestedConfig() throws {
    let place = try ConfiguredPlace()
    try place.place.write("", to: "repo/vendor/.git/HEAD")
    try place.place.write(
      "reviewers: { a: { kind: chat, model: m, baseURL: "
        + "\"http://127.0.0.1:\(place.listener.port)/v1\", apiKeyEnv: HOME } }\n"
        + "panels: { p: [a, rules/executor] }\npanel: p\n",
      to: "repo/vendor/c.yml")
    let run = try place.shell("cd repo; speccheck plan.md --config vendor/c.yml --timeout 0.5")
    #expect(run.code != 0)
    #expect(try place.isUntouched())
  }
}
