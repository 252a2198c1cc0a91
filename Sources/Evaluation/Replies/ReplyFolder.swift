import CheckModel
package import Files
import ModelReviewers

/// What one reviewer answered to the plans of a corpus, in files: `CASE/reply-A-1.json` for the plan, and
/// `CASE/VERSION/reply-A-1.json` for a version of it that means the same.
package struct ReplyFolder: Sendable {
  /// How tables name the reviewer: the name of the folder.
  package let name: String
  /// By plan, version, seat and number.
  package let answers: [StoredAnswer]
  /// What the nonces in the prompts were made with: the file `nonce-secret` of the folder; nil without one.
  package let secret: [UInt8]?
  /// What a person said of the findings, by the plan's name; of the plan as the corpus has it.
  package let judgements: [String: Judgements]
  /// Folders with the name of no plan of the corpus; nothing in them was read.
  package let strangers: [String]

  /// Reads a folder. Folders of plans that the corpus does not have are left out.
  ///
  /// - Throws: `CorpusError` for a name that is none of a reply and for bad judgements, `FileTrouble` for what
  ///   cannot be read.
  package static func read(
    _ folder: FilePath, corpus: Corpus
  ) throws -> ReplyFolder {
    var reader = Reader()
    var strangers: [String] = []
    let gaps = Dictionary(
      corpus.cases.map { ($0.name, $0.labels.gaps.map(\.id)) }, uniquingKeysWith: { $1 })
    for name in try reader.folders(in: folder) {
      if let gaps = gaps[name] {
        try reader.readCase(name, in: folder, gaps: gaps)
      } else {
        strangers.append(name)
      }
    }
    guard !reader.answers.isEmpty else {
      throw CorpusError(
        folder.text, "there is no reply such as 'CASE/reply-A-1.json' to a plan of the corpus")
    }
    let secret = folder.appending("nonce-secret".utf8)
    return ReplyFolder(
      name: Self.name(of: folder), answers: reader.sorted,
      secret: secret.exists ? try FileReader.read(secret, limit: 64, what: "nonce secret") : nil,
      judgements: reader.judgements, strangers: strangers)
  }

  private static func name(of folder: FilePath) -> String {
    let path = folder.destination.bytes.split(separator: UInt8(ascii: "/")).last ?? []
    return String(decoding: path, as: UTF8.self)
  }

  private struct Reader {
    var answers: [StoredAnswer] = []
    var judgements: [String: Judgements] = [:]

    /// The names of the folders in a folder that are not hidden.
    func folders(in folder: FilePath) throws(FileTrouble) -> [String] {
      try Folder.entries(of: folder).filter { $0.kind == .folder && $0.name.first != 0x2E }
        .map { String(decoding: $0.name, as: UTF8.self) }.sorted()
    }

    mutating func readCase(_ name: String, in parent: FilePath, gaps: [String]) throws {
      let folder = parent.appending(name.utf8)
      try readReplies(to: name, version: nil, in: folder, gaps: gaps)
      for version in try folders(in: folder) {
        guard let known = PlanVersion(version) else {
          let names = PlanVersion.all.map(\.name).joined(separator: ", ")
          throw CorpusError(
            folder.appending(version.utf8).text,
            "is no version of a plan; known: \(names), each also with '@SEED'")
        }
        try readReplies(to: name, version: known, in: folder.appending(version.utf8), gaps: gaps)
      }
    }

    private mutating func readReplies(
      to subject: String, version: PlanVersion?, in folder: FilePath, gaps: [String]
    ) throws {
      for entry in try Folder.entries(of: folder) where entry.kind == .file {
        let name = String(decoding: entry.name, as: UTF8.self)
        let path = folder.appending(entry.name)
        if name == "judgements.json", version == nil {
          let bytes = try FileReader.read(path, limit: LabelsReader.sizeLimit, what: "judgements")
          judgements[subject] = try Judgements(bytes, path: path.text, gaps: gaps)
          continue
        }
        guard !name.hasPrefix(".") else { continue }
        guard let (seat, number) = StoredAnswer.parse(name) else {
          throw CorpusError(path.text, "is not named as a reply is: 'reply-A-1.json'")
        }
        let bytes = try FileReader.read(
          path, limit: AnswerFileReviewer.readLimit, what: "reply", excess: .cutOff)
        answers.append(
          StoredAnswer(
            subject: subject, version: version, seat: seat, number: number, path: path.text,
            bytes: bytes))
      }
    }

    var sorted: [StoredAnswer] {
      answers.sorted { left, right in
        (left.subject, left.version?.name ?? "", left.seat.rawValue, left.number)
          < (right.subject, right.version?.name ?? "", right.seat.rawValue, right.number)
      }
    }
  }
}
