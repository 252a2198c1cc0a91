import CheckModel
import Testing

@testable import RuleReviewers

@Suite("Secrets")
struct SecretTests {
  private func found(_ text: String) -> [Severity] {
    findings(.secretInPlan, in: "# A\n\n\(text)\n").map(\.severity)
  }

  // put together here so that no scanner takes this file's examples for leaks
  private static let body = "R7x2Kq9ZbT4mWv8Lc1Ny6Hd3Js5Fg0PaQe7U"

  @Test(
    "known shapes are blockers",
    arguments: [
      "AKIA" + "QX3ZT7WPL9KD2MVB", "ghp_" + body, "gho_" + body,
      "github_pat_" + "11ABCDE0Y0" + body, "glpat-" + "x7Kq9ZbT4mWv8Lc1Ny6H",
      "xoxb-" + "2894017365-" + "Kq9ZbT4mWv8Lc1Ny6Hd3", "sk_live_" + "4mWv8Lc1Ny6Hd3Js5Fg0Pa",
      "sk-ant-" + "api03-" + body, "sk-proj-" + body, "sk-" + body + "Zz81", "npm_" + body,
      "AIza" + "SyD4mWv8Lc1Ny6Hd3Js5Fg0PaQe7UR7x2Kq", "hf_" + body.prefix(34),
      "postgres://app:" + "k7-quoll-Zebra@db.internal:5432/app",
      "DB_PASSWORD=" + "vT9-quoll-Marmot", "password: \"" + "k7#Zebra-quoll" + "\"",
      "\"password\": \"" + "k7#Zebra-quoll" + "\"", "--db-password=" + "zebra77quollX",
      "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7Kq9ZbT4mWv8Lc1Ny6Hd3Js5Fg0PaQe7U\n",
    ] as [String])
  func known(text: String) {
    #expect(found(text) == [.blocker])
  }

  @Test(
    "a random string beside a key-like name is major, elsewhere nothing",
    arguments: [
      ("SESSION_SECRET=q8Zr2Lw7Yt4Vb1Nc6Md9Kf3Hs5Jg0PxEaUo", [Severity.major]),
      ("api_key: \"q8Zr2Lw7Yt4Vb1Nc6Md9Kf3Hs5Jg0PxEaUo\"", [.major]),
      ("integrity=q8Zr2Lw7Yt4Vb1Nc6Md9Kf3Hs5Jg0PxEaUo", []),
      ("q8Zr2Lw7Yt4Vb1Nc6Md9Kf3Hs5Jg0PxEaUo", []),
    ] as [(String, [Severity])])
  func generic(text: String, severities: [Severity]) {
    #expect(found(text) == severities)
  }

  @Test(
    "what is no secret",
    arguments: [
      "3f786850e387550fdab836ed7e6dc881de23001b", "token: 123e4567-e89b-12d3-a456-426614174000",
      "key: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      "integrity sha512-q8Zr2Lw7Yt4Vb1Nc6Md9Kf3Hs5Jg0PxEaUo==", "AKIAIOSFODNN7EXAMPLE",
      "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      "OPENAI_API_KEY=sk-your-key-here-1234567890abcdef",
      "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "password=$DB_PASSWORD",
      "password=${DB_PASSWORD}",
      "password: string", "password = req.body.password", "password=<your password>",
      "password: 'Password123!'", "password=changeme", "password: \"test1234\"",
      "PASSWORD=********",
      "password == confirmPassword1", "passwordHash: String", "password: process.env.DB_PASS1",
      "postgres://postgres:postgres@localhost:5432/app", "redis://user:password1@localhost",
      "https://example.com:8080/a@b", "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
      "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA7Kq9ZbT4\n",
      "the password: at least 12 characters", "sk-learn-pipeline-with-a-very-long-name-indeed",
      "tokenizer = AutoTokenizer.from_pretrained(\"model\")",
      "`secret_key_base` is read from the vault",
    ] as [String])
  func harmless(text: String) {
    #expect(found(text) == [])
  }

  @Test("the value stands nowhere in the finding")
  func redacted() throws {
    let secret = "ghp_" + Self.body
    let finding = try #require(findings(.secretInPlan, in: "# A\n\n\(secret)\n").first)
    let shown = [
      finding.title, finding.problem, finding.consequence, finding.fix, finding.quote ?? "",
    ].joined(separator: " ")
    #expect(!shown.contains(Self.body.prefix(6)))
    #expect(finding.kind == .secret)
  }
}
