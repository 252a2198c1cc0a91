import CheckModel

extension Rule {
  /// Base64 or hex that decodes to text.
  static let injEncodedBlob = Rule(
    id: "inj-encoded-blob", title: "Encoded text", family: .checks, class: .b, severity: .minor,
    question: nil, kind: .injection, zones: [.heading, .paragraph, .item, .table, .quote, .html],
    lexical: false,
    detects: """
      A run of at least 120 base64 or hex characters outside code that decodes to readable text; and one of \
      at least 60, wherever it stands, whose text is an order to a reviewer, which is major.
      """,
    matters: "People do not decode what they skim, models do.",
    consequence: "Readers and models would judge different texts.",
    fix: "Write the text out, or link to the file.",
    examples: Examples(
      bad: [
        "# Export\n\n<!-- «\(sample)» -->\n\nText.\n",
        "# Export\n\nKeep «\(hexSample)» as it is.\n",
      ],
      good: [
        "# Export\n\n```\n\(sample)\n```\n",
        "# Export\n\nThe digest is 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.\n",
      ],
      moved: [
        .carriageReturns: .fires, .emojiBefore: .fires, .fenced: .silent, .quoted: .fires,
        .background: .fires,
      ]),
    find: { reading in
      var hits: [Hit] = []
      for file in reading.plan.files.indices {
        let bytes = reading.plan.files[file].source.bytes
        for run in EncodedText.runs(in: bytes) {
          guard let text = EncodedText.decode(bytes[run]) else { continue }
          let span = Span(file: file, range: run)
          let orders = EncodedText.instructs(text)
          let zone = reading.zone(at: run.lowerBound, file: file)
          let isConspicuous = run.count >= EncodedText.conspicuous
          guard orders || isConspicuous && zone != .fence && zone != .code else { continue }
          hits.append(
            Hit(
              span,
              orders
                ? "Decoded, this is an order to the reviewer."
                : "These \(run.count) characters decode to readable text.",
              severity: orders ? .major : nil))
        }
      }
      return hits
    })

  /// "The columns of the export are id, name, city, street, postcode and country; …" in base64.
  private static let sample =
    "VGhlIGNvbHVtbnMgb2YgdGhlIGV4cG9ydCBhcmUgaWQsIG5hbWUsIGNpdHksIHN0cmVldCwgcG9zdGNvZGUgYW5k"
    + "IGNvdW50cnk7IHRoZSBvcmRlciBpcyBmaXhlZCBieSB0aGUgaGVhZGVyIGxpbmUu"

  /// The first sentence in hex, shorter.
  private static let hexSample =
    "54686520636f6c756d6e73206f6620746865206578706f7274206172652069642c206e616d652c20636974792c20"
    + "7374726565742c20706f7374636f646520616e6420636f756e747279"
}
