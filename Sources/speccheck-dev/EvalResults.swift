import CheckModel
import Evaluation
import Files

/// The committed results of judging the corpus; run at the top of the tree.
enum EvalResults {
  private static let corpus = FilePath("corpus")

  /// Measures and writes what is outdated; with `locked` only that part.
  ///
  /// - Parameter baselines: the file with what other tools say; without it what was measured of them stays.
  static func write(locked: Bool, baselines: String? = nil) async -> Int32 {
    await reporting {
      let judge = try RulesJudge(tool: ToolIdentity(name: "speccheck", version: ""))
      let read = try Corpus.read(
        corpus, locked: locked, criteria: judge.rubric.criteria.map(\.id)
      ).part(locked: locked)
      let measured = Measurement(await judge.judge(read))
      let results =
        locked
        ? ResultFile.locked(measured) : try await open(read, measured, judge, baselines: baselines)
      for result in results {
        let file = GeneratedFile("corpus/\(result.path)", result.contents)
        guard file.state != .current else { continue }
        guard TextFile(path: file.path).write(file.contents) else {
          print("cannot write \(file.path)")
          return 1
        }
        print("wrote \(file.path)")
      }
      let missed = try Targets.read(of: corpus).missed(by: measured)
      for sentence in missed { print(sentence) }
      return 0
    }
  }

  /// Everything about the open part.
  private static func open(
    _ read: Corpus, _ measured: Measurement, _ judge: RulesJudge, baselines: String?
  ) async throws -> [ResultFile] {
    let mutations = await MutationRun(read, judge: judge)
    var results = ResultFile.open(measured) + ResultFile.mutants(mutations)
    var parts = [measured.part, mutations.part]
    if let study = try await ReviewerStudy.stored(in: corpus, of: read) {
      results += ResultFile.reviewers(study)
      parts.append(study.part)
    }
    if let study = try await PairStudy.stored(in: corpus, of: read) {
      results += ResultFile.merging(study)
    }
    results += ResultFile.plots(parts)
    if let baselines {
      let bytes = try FileReader.read(
        FilePath(baselines), limit: 64 << 20, what: "messages of other tools")
      let messages = try ToolMessage.read(String(decoding: bytes, as: UTF8.self), path: baselines)
      let run = BaselineRun(read, messages: messages, mutations: mutations)
      results += ResultFile.baselines(run.tables(measured))
    }
    return results
  }

  /// Writes the ready plans and their mutants into a folder, for other tools to read.
  static func writePlans(to folder: String) async -> Int32 {
    await reporting {
      let judge = try RulesJudge(tool: ToolIdentity(name: "speccheck", version: ""))
      let read = try Corpus.read(corpus, criteria: judge.rubric.criteria.map(\.id))
      for file in BaselinePlan.all(of: read).flatMap(\.files) {
        let path = FilePath(folder).appending(file.path.utf8)
        try path.folder.makeFolders()
        try AtomicFile().write(file.bytes, to: path)
      }
      return 0
    }
  }

  /// Does the work; 1 and the reason where it cannot be done.
  private static func reporting(_ work: () async throws -> Int32) async -> Int32 {
    do {
      return try await work()
    } catch let error as CorpusError {
      print(error.message)
    } catch let trouble as FileTrouble {
      print(trouble.message)
    } catch {
      print("\(error)")
    }
    return 1
  }
}
