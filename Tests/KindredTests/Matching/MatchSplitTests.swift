import Foundation
import Testing

@testable import Kindred

/// The rankings keep their quality on an earlier split of real discussions. None of the splits they are judged by is read here.
@Suite struct MatchSplitTests {
  private static let folder =
    String(#filePath.prefix(upTo: #filePath.range(of: "/Tests/KindredTests/")?.lowerBound ?? #filePath.endIndex))
    + "/../shared/matching/splits/travel-03"
  private static let isHere = FileManager.default.fileExists(atPath: folder + "/meta.json")

  @Test(
    .enabled(if: isHere, "../shared/matching is not here: no real discussions to rank"),
    arguments: [("routing", 0.36), ("meet_talk_new", 0.27), ("digest", 0.38)])
  func `real discussions are ranked well`(task: String, mark: Double) throws {
    let split = try MatchSplit(folder: Self.folder)
    var lines = ""
    let figures = try MatchEvaluation(split: split, task: task, showsSigns: false, write: { lines += $0 }).run()
    var ranked: [Substring: [Substring]] = [:]
    for line in lines.split(separator: "\n") {
      let columns = line.split(separator: "\t")
      ranked[columns[0], default: []].append(columns[1])
    }
    var truth: [Substring: [Substring: Double]] = [:]
    for row in try split.columns("tasks/\(task)/truth.tsv") { truth[row[0], default: [:]][row[1]] = Double(row[2]) }
    let scores = truth.map { query, wanted in
      Self.gain((ranked[query] ?? []).prefix(10).map { wanted[$0] ?? 0 }) / Self.gain(wanted.values.sorted(by: >).prefix(10))
    }
    #expect(scores.count == figures.queries)
    #expect(scores.reduce(0, +) / Double(scores.count) > mark)
  }

  private static func gain(_ gains: some Sequence<Double>) -> Double {
    gains.enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset + 2)) }
  }
}
