import CheckModel

extension Rule {
  /// A key, token or password written out.
  static let secretInPlan = Rule(
    id: "secret-in-plan", title: "Secret in the plan", family: .checks, class: .b,
    severity: .blocker, question: nil, kind: .secret, zones: Zone.allCases, lexical: false,
    detects: """
      Keys of known shapes (cloud, forge, chat and model services), private keys with their body, and \
      values of `password=`, anywhere in the bytes. A random string of at least 32 characters beside a \
      key-like name is major. Digests, UUIDs, environment variables, and values made of the words of \
      examples are fine. Reports show the kind, never the value.
      """,
    matters: """
      A plan is sent to models, committed and pasted. A key in it must be taken as known to everybody who \
      ever read it.
      """,
    consequence: "The secret leaves the machine with the plan.",
    fix: "Revoke it, and name the variable or the vault entry that holds the new one.",
    examples: Examples(
      bad: [
        "# Export\n\nUse «\("AKIA" + "QX3ZT7WPL9KD2MVB")» for the bucket.\n",
        "# Export\n\n```sh\nexport GITHUB_TOKEN=«\("ghp_" + "R7x2Kq9ZbT4mWv8Lc1Ny6Hd3Js5Fg0PaQe7U")»\n```\n",
        "# Export\n\nSet `DB_PASSWORD=«vT9-quoll-Marmot»` in the file.\n",
        "# Export\n\nSESSION_TOKEN=\"«\("q8Zr2Lw7Yt4Vb1Nc6" + "Md9Kf3Hs5Jg0PxEaUo")»\"\n",
      ],
      good: [
        "# Export\n\nUse `$API_KEY` from the keychain entry `demo`.\n",
        "# Export\n\nThe sample key is AKIAIOSFODNN7EXAMPLE.\n",
        "# Export\n\nCommit 3f786850e387550fdab836ed7e6dc881de23001b has it.\n",
        "# Export\n\ntoken: 123e4567-e89b-12d3-a456-426614174000\n",
        "# Export\n\n```ts\nconst password = req.body.password\nlogin({ password: 'Password123!' })\n```\n",
        "# Export\n\n`OPENAI_API_KEY=sk-your-key-here-xxxxxxxxxxxxxxxxxxxx`\n",
        "# Export\n\nSet password=${DB_PASSWORD} or `--password <value>`.\n",
        "# Export\n\npostgres://postgres:postgres@localhost:5432/app\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .fires, .quoted: .fires,
        .background: .fires,
      ]),
    find: { reading in
      var hits: [Hit] = []
      for file in reading.plan.files.indices {
        let scanner = SecretScanner(bytes: reading.plan.files[file].source.bytes)
        for secret in scanner.secrets() {
          hits.append(
            Hit(
              Span(file: file, range: secret.range),
              secret.certain
                ? "This is a \(secret.label)."
                : "This looks like a key: a \(secret.label) beside a key-like name.",
              severity: secret.certain ? nil : .major, quote: "[\(secret.label), redacted]"))
        }
      }
      return hits
    })
}
