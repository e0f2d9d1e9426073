import ArgumentParser
import Foundation

/// Answers the questions that matching is judged by (`../shared/matching`), with the code the server runs.
struct MatchEval: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match-eval", abstract: "Rank for each query of a task: query, candidate and rank, a line each.", shouldDisplay: false)
  @Argument(help: "A split's folder.") var split: String
  @Argument(help: "routing, meet_talk_new, meet_talk_all, meet_cothread_new, digest or related.") var task: String
  @Flag(help: "Adds what each sign says for the first candidates, before any penalty; for choosing weights.") var signs = false

  func run() async throws {
    try await Operator.run {
      note("nobody is left out: consent, blocks and opt-outs are not asked here")
      let evaluation = MatchEvaluation(split: try MatchSplit(folder: split), task: task, showsSigns: signs) {
        FileHandle.standardOutput.write(Data($0.utf8))
      }
      let figures = try evaluation.run()
      note("\(figures.posts) posts of \(figures.members) members in \(figures.topics) topics taken in: \(milliseconds(figures.built)) ms")
      note(
        "\(figures.queries) queries answered: \(milliseconds(figures.asked)) ms, \(figures.size >> 20) MB of index, \(memory()) at most in all"
      )
    }
  }

  private func note(_ words: String) { FileHandle.standardError.write(Data("match-eval: \(words)\n".utf8)) }
  private func milliseconds(_ microseconds: Int64) -> Int64 { microseconds / 1_000 }

  private func memory() -> String {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return peak.map { "\($0 >> 10) MB" } ?? "unknown"
  }
}
