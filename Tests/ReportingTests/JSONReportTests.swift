import CheckModel
import Foundation
import Reporting
import Testing

@Suite("JSON report")
struct JSONReportTests {
  @Test("looks as recorded", arguments: [Sample.farApart, .rulesOnly, .incomplete])
  func goldens(_ sample: Sample) throws {
    try expectGolden(JSONReport.render(sample.results), "\(sample.name).json")
  }

  @Test("has every key of the contract, on every level")
  func keys() throws {
    let report = JSONReport.value(of: Sample.farApart.results)
    let expected = [
      "": "confidence,diagnostics,findings,instrument,overrides,plan,policy,reviews,risk,rounds,"
        + "rubric,run,schema,timing,tool,unseen,verdict",
      "tool": "name,version", "run": "id,round,startedAt",
      "plan": "bytes,files,language,lines,path,references,sections,sha256,state,tasks,title",
      "plan.files.0": "bytes,lines,path,sha256",
      "plan.sections.0": "endLine,file,id,language,level,parent,roles,startLine,title",
      "risk": "acceptedBy,because,tier", "rubric": "name,sha256",
      "policy": "eachAtLeast,farApart,go,holdMajors,noGo,noGoMajors,rounds,sha256",
      "reviews.0":
        "access,attempts,confidence,criteria,failure,findings,fromLedger,kind,lens,model,questions,"
        + "questionsJudged,reviewer,seat,spread,startNow,status,strongestObjection,usage,weakest",
      "reviews.0.model": "answered,family,familyBasis,requested",
      "reviews.0.weakest": "criterion,score", "reviews.0.startNow": "answer,reason",
      "reviews.0.criteria.0": "answers,id,score,weight",
      "reviews.0.criteria.0.answers.0": "answer,evidence,findings,lines,question,quote,reason",
      "confidence":
        "a,b,byCriterion,combined,gap,likelihood,profileDisagreement,threshold,thresholds,word",
      "confidence.thresholds": "eachAtLeast,go,noGo",
      "confidence.byCriterion.0": "a,b,gap,id,why",
      "findings.0":
        "agreement,consequence,criterion,evidence,fingerprint,fix,foundBy,id,kind,location,problem,"
        + "quote,reason,related,rule,section,severity,status,title",
      "findings.0.location": "endColumn,endLine,file,startColumn,startLine",
      "unseen": "estimate,high,level,low,matched,why", "overrides.0": "by,reason,terminal,what",
      "verdict": "code,decisions,exitCode,nextActions,outcome,reasons,rulesOnly",
      "verdict.reasons.0": "code,message",
      "verdict.decisions.0": "costIfWrong,findings,question,sideA,sideB",
      "rounds": "breaker,fixed,new,number,open,returned",
      "timing": "overheadMs,reviewers,slowestReviewerMs,wallMs",
    ]
    for (path, keys) in expected {
      var value: ReportValue? = report
      for step in path.split(separator: ".") {
        value = Int(step).map { value?.elements?[$0] } ?? value?[String(step)]
      }
      #expect(value?.members?.keys.sorted().joined(separator: ",") == keys, "\(path)")
    }
    let wide = JSONReport.value(of: Sample.wideCharacters.results)
    #expect(
      wide["plan"]?["tasks"]?.elements?.first?.members?.keys.sorted().joined(separator: ",")
        == "done,endLine,file,files,id,startLine,title,verified")
    #expect(
      wide["plan"]?["references"]?.elements?.first?.members?.keys.sorted().joined(separator: ",")
        == "action,file,kind,line,state,suggestion,text")
    let failed = JSONReport.value(of: Sample.incomplete.results)
    #expect(
      failed["reviews"]?.elements?[1]["failure"]?.members?.keys.sorted().joined(separator: ",")
        == "class,detail,message,retryable")
  }

  @Test("a failed seat tells what it took all the same")
  func failedUsage() throws {
    var result = try #require(Sample.incomplete.results.first)
    guard case .failed(var failure) = result.seats[1].outcome else {
      Issue.record("seat B has not failed")
      return
    }
    failure.attempts = 2
    failure.usage = Usage(outputTokens: 70)
    result.seats[1].outcome = .failed(failure)
    let seat = JSONReport.value(of: [result])["reviews"]?.elements?[1]
    #expect(seat?["attempts"] == .integer(2))
    #expect(seat?["usage"]?["outputTokens"] == .integer(70))
  }

  @Test("keys stand in order, fractions have two decimals, and any JSON reader understands it")
  func form() throws {
    let value = ReportValue.object([
      "b": .number(1), "a": .array([.number(0.125), .number(-0.005), .number(.nan), .integer(7)]),
      "B": .object([:]), "aa": .array([]), "ä": .boolean(true),
    ])
    #expect(
      value.text == """
        {
          "B": {},
          "a": [
            0.13,
            -0.01,
            null,
            7
          ],
          "aa": [],
          "b": 1.00,
          "ä": true
        }
        """)
    for sample in Sample.all {
      let data = Data(JSONReport.render(sample.results).utf8)
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: data) }
    }
  }

  @Test("two runs on the same plan differ in run and timing only")
  func identity() throws {
    var second = try #require(Sample.farApart.results.first)
    second.run = RunIdentity(id: "other", startedAt: "2027-01-01T00:00:00Z", round: 1)
    second.timing = Timing(wall: 99, slowestReviewer: 98)
    second.seats[0].milliseconds = 97
    var before = JSONReport.value(of: Sample.farApart.results)
    var after = JSONReport.value(of: [second])
    #expect(before.text != after.text)
    for key in ["run", "timing"] {
      before[key] = .null
      after[key] = .null
    }
    #expect(before.text == after.text)
  }

  @Test("several plans stand in one object")
  func several() throws {
    let value = JSONReport.value(of: Sample.several.results)
    #expect(value["schema"] == .string("speccheck.reports/1"))
    #expect(value["reports"]?.elements?.count == 2)
    #expect(value["reports"]?.elements?.first == JSONReport.value(of: Sample.bare.results))
  }

  @Test("an answer that objects names its reviewer's findings in that criterion")
  func findingsOfAnswers() throws {
    let report = JSONReport.value(of: Sample.farApart.results)
    let answers = report["reviews"]?.elements?[1]["criteria"]?.elements?
      .first { $0["id"] == .string("verification") }?["answers"]?.elements
    #expect(
      answers?.map { $0["answer"] } == [
        .string("no"), .string("no"), .string("no"), .string("yes"),
      ])
    #expect(answers?.first?["findings"] == .array([.string("F2")]))
    #expect(answers?.last?["findings"] == .array([]))
  }

  @Test("columns are those of the plan: scalars, the end exclusive")
  func columns() throws {
    let report = JSONReport.value(of: Sample.wideCharacters.results)
    let place = report["findings"]?.elements?[0]["location"]
    #expect(place?["startLine"] == .integer(5))
    #expect(place?["startColumn"] == .integer(16))
    #expect(place?["endColumn"] == .integer(23))
  }
}

@Suite("Report schema")
struct ReportSchemaTests {
  @Test("every sample fits it", arguments: Sample.all)
  func samples(_ sample: Sample) {
    let schema = ReportSchema.value
    let value = JSONReport.value(of: sample.results)
    #expect(SchemaValidator(schema).faults(value, schema) == [])
  }

  @Test("it refuses what is missing, unknown or of another kind")
  func refusals() {
    let schema = ReportSchema.value
    let report = JSONReport.value(of: Sample.farApart.results)
    let changes: [(String, ReportValue?)] = [
      ("verdict", nil), ("extra", .null), ("schema", .string("speccheck.report/2")),
      ("findings", .null), ("rubric", .object(["name": .string("default")])),
      ("instrument", .integer(1)), ("unseen", .array([])),
    ]
    for (key, value) in changes {
      var changed = report
      changed[key] = value
      #expect(!SchemaValidator(schema).faults(changed, schema).isEmpty, "\(key)")
    }
    var verdict = report
    verdict["verdict"]?["outcome"] = .string("MAYBE")
    #expect(!SchemaValidator(schema).faults(verdict, schema).isEmpty)
    var digest = report
    digest["rubric"]?["sha256"] = .string("12")
    #expect(!SchemaValidator(schema).faults(digest, schema).isEmpty)
  }

  @Test("the committed file is current; ./dev generate writes it")
  func committed() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    try expectFile(
      ReportSchema.render(), at: root.appending(path: "docs/generated/report.schema.json"))
  }
}
