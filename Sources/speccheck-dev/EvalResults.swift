import CheckModel
import Evaluation
import Files

/// The committed results of judging the corpus; run at the top of the tree.
enum EvalResults {
  /// Measures and writes what is outdated; with `locked` only that part.
  static func write(locked: Bool) async -> Int32 {
    do {
      let corpus = FilePath("corpus")
      let judge = try RulesJudge(tool: ToolIdentity(name: "speccheck", version: ""))
      var read = try Corpus.read(
        corpus, locked: locked, criteria: judge.rubric.criteria.map(\.id))
      read.cases.removeAll { $0.isLocked != locked }
      let measured = Measurement(await judge.judge(read))
      var results =
        locked
        ? ResultFile.locked(measured)
        : ResultFile.open(measured) + ResultFile.mutants(await MutationRun(read, judge: judge))
      if !locked, let study = try await ReviewerStudy.stored(in: corpus, of: read) {
        results += ResultFile.reviewers(study)
      }
      if !locked, let study = try await PairStudy.stored(in: corpus, of: read) {
        results += ResultFile.merging(study)
      }
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
